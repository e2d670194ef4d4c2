"""The variables of a question: their names, the values they may take, what derives from them."""

import re
from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from keyword import iskeyword
from typing import Any
from unicodedata import normalize

from quizapp.bank import bank_faults
from quizapp.bank import question_faults as faults
from quizapp.bank.formulas import ANSWERS, Names, expression_of
from quizapp.bank.nodes import Listing, Node, Scalar
from quizapp.bank.page import Fields, Page, entries_of
from quizapp.bank.plain_values import LARGEST, number_in, truth_in, whole_number_of, words_of
from quizapp.calc.layers import KINDS
from quizapp.expressions import Expression, nearest
from quizapp.frozen import dataclass

MOST_VALUES = 10_000
MOST_NAMES = 64
LEVELS = (1, 4)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,31}")
_NO_NAME = re.compile(r"[^A-Za-z0-9_]+")
_RANGE = re.compile(r"([+-]?[0-9]{1,19})\.\.([+-]?[0-9]{1,19})(?:\.\.([+-]?[0-9]{1,19}))?")

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a question varies, as far as it could be read."""

    vary: Mapping[str, Values]
    levels: Mapping[int, Mapping[str, Values]]
    let: Mapping[str, Expression]
    names: Names


def parameters_of(page: Page, fields: Fields, networks: Iterable[str]) -> Parameters:
    """``vary``, ``levels`` and ``let`` of a question whose networks are called so."""
    networks = frozenset(networks)
    varied = entries_of(page, fields.get("vary"), "vary: {k: [1, 3, 5]}")
    derived = entries_of(page, fields.get("let"), "let: {area: k * k}")
    count = len(varied) + len(derived)
    if count > MOST_NAMES:
        first = (*varied, *derived)[MOST_NAMES][0]
        page.report(bank_faults.TOO_MANY_NAMES, first, most=MOST_NAMES, count=count)
        varied = varied[:MOST_NAMES]
        derived = derived[: MOST_NAMES - len(varied)]
    names = _Names(page, networks, {key.text for key, _ in (*varied, *derived)})
    vary: dict[str, Values] = {}
    for key, node in varied:
        names.add(key)
        vary[key.text] = values_of(page, node, key.text)
    let: dict[str, Expression] = {}
    for key, node in derived:
        value = expression_of(page, node, names.so_far)
        names.add(key)
        if value is not None:
            let[key.text] = value
    levels = _levels_of(page, fields.get("levels"), vary)
    return Parameters(vary, levels, let, names.so_far)


class _Names:
    """The names that a question gives, one after the other."""

    def __init__(self, page: Page, networks: frozenset[str], taken: set[str]) -> None:
        self._page = page
        self._networks = networks
        self._taken = taken | networks
        self._lines: dict[str, int] = {}
        self._is_open = False

    @property
    def so_far(self) -> Names:
        """Those given; any, from one on that no expression could write."""
        return Names(None if self._is_open else frozenset(self._lines), self._networks)

    def add(self, key: Scalar) -> None:
        """Take a name, and report what speaks against it."""
        if key.text in self._lines:
            figures = {"name": key.text, "line": str(self._lines[key.text])}
            self._page.report(faults.NAME_TWICE, key, **figures)
            return
        check_name(self._page, key, self._taken, self._networks)
        self._lines[key.text] = key.line
        self._is_open = self._is_open or not _can_be_written(key.text)


def check_name(
    page: Page, key: Scalar, taken: Collection[str], networks: Collection[str] = ()
) -> None:
    """Report a name that expressions could not tell from their own words, functions or layers."""
    name = key.text
    if not _NAME.fullmatch(name):
        fault = faults.NAME_FORM
    elif iskeyword(name):
        fault = faults.NAME_OF_LANGUAGE
    elif name in ANSWERS:
        fault = faults.NAME_OF_FUNCTION
    elif name in KINDS:
        fault = faults.NAME_OF_LAYER
    elif name in networks:
        fault = faults.NAME_OF_NETWORK
    else:
        return
    page.report(fault, key, name=name, guess=_free_name(name, taken))


def _can_be_written(name: str) -> bool:
    return _NAME.fullmatch(name) is not None and not iskeyword(name)


def _free_name(name: str, taken: Collection[str]) -> str:
    """A name near `name` that is free: its form mended, else its first letters."""
    mended = _NO_NAME.sub("_", name).strip("_")[:32]
    if not mended[:1].isalpha():
        mended = f"v{mended}"[:32]
    candidates = (mended, *(mended[:length].lower() for length in range(1, 32)), f"{mended}_1")
    used = {*taken, *ANSWERS, *KINDS}
    return next((each for each in candidates if each not in used and not iskeyword(each)), "v")


def values_of(page: Page, node: Node, name: str) -> Values:
    """The values of a variable: a list or a range of whole numbers with both its ends."""
    if isinstance(node, Listing):
        if not node.items:
            page.report(faults.EMPTY_LIST, node)
        if _is_too_many(page, node, name, len(node.items)):
            return ()
        values = [_value_of(page, item, name) for item in node.items]
        return tuple(value for value in values if value is not None)
    if isinstance(node, Scalar) and (match := _RANGE.fullmatch(node.text)):
        return _span(page, node, name, [int(number or 1) for number in match.groups()])
    first = node.text if isinstance(node, Scalar) and node.text else "1, 3, 5"
    page.report(faults.VALUES_FORM, node, name=name, first=first)
    return ()


def _span(page: Page, node: Scalar, name: str, numbers: list[int]) -> Values:
    """The numbers of a range."""
    first, last, step = numbers
    if step < 1 or last < first:
        page.report(faults.EMPTY_RANGE, node, range=node.text)
    elif max(abs(first), abs(last)) > LARGEST:
        page.report(faults.LARGE_VALUE, node, word=node.text)
    elif not _is_too_many(page, node, name, (last - first) // step + 1):
        return tuple(range(first, last + 1, step))
    return ()


def _is_too_many(page: Page, node: Node, name: str, count: int) -> bool:
    if count > MOST_VALUES:
        page.report(faults.TOO_MANY_VALUES, node, name=name, count=count, limit=MOST_VALUES)
    return count > MOST_VALUES


def _value_of(page: Page, node: Node, name: str) -> Any:
    """One value; None where it is none."""
    if not isinstance(node, Scalar):
        page.report(faults.VALUE_FORM, node)
        return None
    truth = truth_in(node)
    if truth is not None:
        return truth
    number = None if node.quoted else number_in(node.text)
    if number is not None:
        return _exact(page, node, number)
    if not node.text.strip():
        page.report(bank_faults.EMPTY_TEXT, node)
        return None
    if _RANGE.fullmatch(node.text) and not node.quoted:
        page.report(faults.RANGE_IN_LIST, node, name=name, range=node.text)
    return normalize("NFC", node.text)


def _exact(page: Page, node: Scalar, number: int | Fraction) -> int | Fraction | None:
    if max(abs(number.numerator), number.denominator) > LARGEST:
        page.report(faults.LARGE_VALUE, node, word=node.text)
        return None
    return number.numerator if number.denominator == 1 else number


def _levels_of(
    page: Page, node: Node | None, vary: Mapping[str, Values]
) -> dict[int, dict[str, Values]]:
    levels: dict[int, dict[str, Values]] = {}
    for key, overrides in entries_of(page, node, "levels: {1: {k: [1, 3]}}"):
        level = whole_number_of(page, key, "level", *LEVELS)
        values = {
            name.text: values_of(page, written, name.text)
            for name, written in entries_of(page, overrides, f"{key.text}: {{k: [1, 3]}}")
            if is_variable(page, name, vary)
        }
        if level is not None:
            levels[level] = values
    return levels


def is_variable(page: Page, word: Scalar, known: Iterable[str]) -> bool:
    """Whether a word names one of the variables."""
    known = tuple(known)
    if word.text in known:
        return True
    guess = nearest(word.text, known)
    if guess is None:
        page.report(faults.UNDECLARED_VARIABLE, word, name=word.text)
    else:
        page.report(faults.UNKNOWN_VARIABLE, word, name=word.text, guess=guess)
    return False


def red_herrings_of(page: Page, node: Node | None, known: Parameters) -> frozenset[str]:
    """The variables that are meant to change nothing."""
    if node is None:
        return frozenset()
    names = (*known.vary, *known.let)
    return frozenset(w.text for w in words_of(page, node) if is_variable(page, w, names))
