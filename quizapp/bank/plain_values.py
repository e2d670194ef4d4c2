"""Values that are one word: ids, whole numbers, truth, one word of several."""

import re
from collections.abc import Collection
from fractions import Fraction

from quizapp.bank import bank_faults as faults
from quizapp.bank.nodes import Listing, Node, Scalar
from quizapp.bank.page import Page, text_of
from quizapp.expressions import nearest

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_NO_ID = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")
_LONGEST_NUMBER = 60
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
LARGEST = 10**18


def id_of(page: Page, node: Node | None) -> str | None:
    """An id: ``[a-z0-9][a-z0-9-]{0,63}``."""
    scalar = text_of(page, node)
    if scalar is None:
        return None
    if _ID.fullmatch(scalar.text):
        return scalar.text
    guess = _NO_ID.sub("-", scalar.text.lower()).strip("-")[:64] or "conv-parameters"
    page.report(faults.BAD_ID, scalar, id=scalar.text, guess=guess)
    return None


def words_of(page: Page, node: Node | None) -> tuple[Scalar, ...]:
    """The words of a list; one word may stand without its list."""
    nodes = node.items if isinstance(node, Listing) else (node,)
    return tuple(word for each in nodes if (word := text_of(page, each)) is not None)


def word_of(page: Page, node: Node | None, key: str, known: Collection[str]) -> str | None:
    """One of the words `known`; where it is only near one, that one, with an error."""
    scalar = text_of(page, node)
    if scalar is None or scalar.text in known:
        return scalar.text if scalar is not None else None
    guess = nearest(scalar.text, known)
    if guess is None:
        listed = ", ".join(known)
        page.report(faults.UNKNOWN_WORD_OF, scalar, key=key, word=scalar.text, known=listed)
    else:
        page.report(faults.UNKNOWN_WORD, scalar, key=key, word=scalar.text, guess=guess)
    return guess


def truth_of(page: Page, node: Node | None, key: str) -> bool | None:
    """True or false, as YAML writes them."""
    scalar = text_of(page, node)
    if scalar is None:
        return None
    truth = truth_in(scalar)
    if truth is None:
        page.report(faults.NEITHER_TRUE_NOR_FALSE, scalar, key=key, word=scalar.text)
    return truth


def whole_number_of(page: Page, node: Node | None, key: str, least: int, most: int) -> int | None:
    """A whole number within bounds."""
    scalar = text_of(page, node)
    if scalar is None:
        return None
    number = number_in(scalar.text)
    if number is None or number.denominator != 1 or not least <= number <= most:
        figures = {"key": key, "word": scalar.text, "least": least, "most": most}
        page.report(faults.NO_WHOLE_NUMBER, scalar, **figures)
        return None
    return number.numerator


def truth_in(scalar: Scalar) -> bool | None:
    """The truth an unquoted word stands for; None where it stands for none."""
    return None if scalar.quoted else _TRUTHS.get(scalar.text)


def number_in(text: str) -> int | Fraction | None:
    """The exact number that `text` writes in digits; None where it writes none."""
    if len(text) < 19 and text.isascii() and text.isdecimal():
        return int(text)
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return None
    return Fraction(text)
