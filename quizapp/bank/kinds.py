"""What the kinds ask for that neither calculate nor offer choices."""

import ast
import re
from collections.abc import Mapping as AnyMapping
from math import prod
from pathlib import PurePath
from typing import TYPE_CHECKING, get_args

from quizapp.bank import kind_faults as faults
from quizapp.bank.formulas import Names, answer_of, literal, wording_of
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.page import Fields, Page, composed, entries_of, fields_of, items_of, text_of
from quizapp.bank.parameters import Values, values_of
from quizapp.bank.pinned import pin_hash
from quizapp.bank.plain_values import word_of, words_of
from quizapp.bank.question import (
    Column,
    Flashcard,
    Match,
    Order,
    Output,
    Pinned,
    Solve,
    Table,
    Typed,
    Wording,
)
from quizapp.expressions import Expression, nearest
from quizapp.words import LANGUAGES

if TYPE_CHECKING:
    from quizapp.words import Term

MOST_ANSWERS = 5_000
"""Combinations of unknowns that are tried; each may take a walk over a network (50 µs)."""

MOST_ITEMS = 9
"""A digit an item."""

MOST_CODE_LINES = 16
COLUMNS: tuple[Column, ...] = get_args(Column)
LANGUAGES_OF_CODE = ("python",)
_CONDITION = re.compile(r"[<>=!]=|[<>]")


def unknowns_of(page: Page, fields: Fields, taken: Names) -> dict[str, Values]:
    """The unknowns of ``solve`` and the whole numbers each may take."""
    unknowns: dict[str, Values] = {}
    for key, node in entries_of(page, fields.get("unknowns"), "unknowns: {p: 0..5}"):
        if key.text in (taken.all or ()):
            page.report(faults.UNKNOWN_AND_VARIABLE, key, name=key.text)
        values = values_of(page, node, key.text)
        for value in values:
            if isinstance(value, bool) or not isinstance(value, int):
                page.report(faults.UNKNOWN_VALUES, node, name=key.text, word=str(value))
                break
        unknowns[key.text] = values
    count = prod(len(values) for values in unknowns.values())
    if count > MOST_ANSWERS:
        figures = {"count": count, "most": MOST_ANSWERS}
        page.report(faults.TOO_MANY_ANSWERS, fields.key("unknowns"), **figures)
    return unknowns


def solve_of(
    page: Page, fields: Fields, names: Names, unknowns: AnyMapping[str, Values]
) -> Solve | None:
    """A condition on unknowns; ``names`` holds these too."""
    fields.required("unknowns", "unknowns: {p: 0..5}")
    node = fields.required("accept", "accept: height(network) == 16")
    if isinstance(node, Listing):
        page.report(faults.LIST_AS_CONDITION, node)
        return None
    accept = answer_of(page, node, names)
    if accept is None or not isinstance(node, Scalar):
        return None
    return Solve(unknowns, accept, _sides_of(page, node, names))


def _sides_of(page: Page, node: Scalar, names: Names) -> tuple[Expression, ...]:
    """The sides of one comparison that are worth a line; none of any other condition."""
    body = ast.parse(node.text.strip(), mode="eval").body
    if not isinstance(body, ast.Compare) or len(body.ops) > 1:
        return ()
    written = [body.left] if isinstance(body.ops[0], ast.Eq) else [body.left, *body.comparators]
    sides = [
        Scalar(ast.unparse(side), quoted=False, line=node.line, column=node.column)
        for side in written
        if not isinstance(side, ast.Constant)
    ]
    found = [answer_of(page, side, names) for side in sides]
    return tuple(side for side in found if side is not None)


def table_of(page: Page, fields: Fields, names: Names) -> Table | None:
    """The columns of a ``trace``."""
    node = fields.get("columns")
    words = words_of(page, node) if node is not None else ()
    columns = [word_of(page, word, "columns", COLUMNS) for word in words]
    if names.networks != {"network"}:
        page.report(faults.ONE_NETWORK, fields.node)
        return None
    asked = tuple(column for column in COLUMNS if column in columns)
    return Table(asked or ("shape", "parameters"))


def typed_of(page: Page, fields: Fields, names: Names) -> Typed | None:
    """The texts that ``text`` accepts: those listed, and a glossary row's in all languages."""
    accept: list[Wording] = []
    node = fields.get("accept")
    items = node.items if isinstance(node, Listing) else (node,) if node is not None else ()
    for item in items:
        if isinstance(item, Scalar) and _CONDITION.search(item.text) and "unknowns" not in fields:
            page.report(faults.CONDITION_AS_TEXT, item, word=item.text)
        elif (wording := wording_of(page, item, names)) is not None:
            accept.append(wording)
    for word in words_of(page, fields.get("term")) if "term" in fields else ():
        accept += _named(page, word)
    if "accept" not in fields and "term" not in fields:
        page.report(faults.NOTHING_ACCEPTED, fields.node)
    return Typed(tuple(accept)) if accept else None


def _named(page: Page, word: Scalar) -> list[Wording]:
    from quizapp.words import TERMS, term  # few banks name any

    row = term(word.text)
    if row is not None:
        return _spellings(row)
    guess = nearest(word.text, [spelling for each in TERMS for spelling in each.en])
    fault = faults.NO_TERM if guess is None else faults.NO_TERM_GUESS
    page.report(fault, word, word=word.text, guess=guess or "")
    return []


def _spellings(row: "Term") -> list[Wording]:
    """A row's spellings, the first of each language together in front."""
    first = {"en": row.en[0], "ko": row.ko[0]}
    others = [*row.en[1:], *row.ko[1:]]
    whole = Wording({language: literal(first[language]) for language in LANGUAGES})
    return [whole, *(Wording({"en": literal(text)}) for text in others)]


def order_of(page: Page, fields: Fields, names: Names) -> Order | None:
    """Items in their right order."""
    node = fields.required("items", "items: [first, second, third]")
    nodes = items_of(page, node)
    _count(page, fields, "items", len(nodes), least=3)
    nodes = nodes[: MOST_ITEMS + 1]
    items = [wording_of(page, item, names) for item in nodes]
    _apart(page, nodes, items)
    whole = tuple(item for item in items if item is not None)
    return Order(whole) if node is not None and len(whole) == len(nodes) else None


def match_of(page: Page, fields: Fields, names: Names) -> Match | None:
    """What belongs together."""
    node = fields.required("pairs", "pairs: [{left: …, right: …}, {left: …, right: …}]")
    nodes = items_of(page, node)
    pairs: list[tuple[Wording, Wording]] = []
    lefts: list[Wording | None] = []
    for item in nodes:
        if not isinstance(item, Mapping):
            page.report(faults.PAIR_FORM, item)
            lefts.append(None)
            continue
        pair = Fields(page, item, ("left", "right"))
        left = wording_of(page, pair.required("left", "left: …"), names)
        right = wording_of(page, pair.required("right", "right: …"), names)
        lefts.append(left)
        if left is not None and right is not None:
            pairs.append((left, right))
    _count(page, fields, "pairs", len(nodes), least=3)
    _apart(page, nodes, lefts)
    return Match(tuple(pairs)) if node is not None and len(pairs) == len(nodes) else None


def _count(page: Page, fields: Fields, key: str, count: int, *, least: int) -> None:
    if key in fields and count < least:
        page.report(faults.TOO_FEW_ITEMS, fields.key(key), key=key, count=count, least=least)
    elif count > MOST_ITEMS:
        page.report(faults.TOO_MANY_ITEMS, fields.key(key), key=key, count=count, most=MOST_ITEMS)


def _apart(page: Page, nodes: tuple[Node, ...], texts: list[Wording | None]) -> None:
    """Report entries that read alike."""
    seen: list[tuple[Wording, int]] = []
    for node, text in list(zip(nodes, texts, strict=True))[:MOST_ITEMS]:
        if text is None:
            continue
        line = next((line for other, line in seen if other.sentences == text.sentences), None)
        if line is not None:
            page.report(faults.SAME_ITEM, node, line=str(line))
        seen.append((text, node.line))


def flashcard_of(page: Page, fields: Fields, names: Names) -> Flashcard | None:
    """The back of a card; its front is the prompt."""
    back = wording_of(page, fields.required("back", "back: …"), names)
    return Flashcard(back) if back is not None else None


def output_of(page: Page, fields: Fields, _names: Names) -> Output | None:
    """Code, and what it printed."""
    language = word_of(page, fields.get("language"), "language", LANGUAGES_OF_CODE) or "python"
    code = text_of(page, fields.required("code", "code: print(1 + 1)"))
    if code is None:
        return None
    written = composed(code.text)
    lines = written.count("\n") + 1
    if lines > MOST_CODE_LINES:
        page.report(faults.LONG_CODE, code, count=lines, most=MOST_CODE_LINES)
    node = fields.get("pinned")
    if node is None:
        page.report(faults.NOT_PINNED, code, file=PurePath(page.file).name)
        return None
    nodes = node.items if isinstance(node, Listing) else (node,)
    pinned = [_pinned_of(page, each, written) for each in nodes]
    whole = tuple(each for each in pinned if each is not None)
    if len(nodes) > 1:
        for each, found in zip(nodes, pinned, strict=True):
            if found is not None and not found.versions:
                page.report(faults.TWO_VERSIONS_ALIKE, each)
    return Output(language, written, whole) if whole and len(whole) == len(nodes) else None


def _pinned_of(page: Page, node: Node, code: str) -> Pinned | None:
    fields = fields_of(page, node, ("output", "versions", "sha256", "by"), "pinned: {output: …}")
    if fields is None:
        return None
    output = text_of(page, fields.required("output", "output: 2"))
    versions = {
        key.text: version.text
        for key, value in entries_of(page, fields.get("versions"), "versions: {pandas: 3.0.1}")
        if (version := text_of(page, value)) is not None
    }
    if output is None:
        return None
    file, shown = PurePath(page.file).name, output.text.rstrip()
    by_hand = word_of(page, fields.get("by"), "by", ("hand",)) is not None
    digest = text_of(page, fields.get("sha256"))
    if by_hand:
        page.report(faults.BY_HAND, node, file=file)
    elif digest is None:
        page.report(faults.NOT_PINNED, node, file=file)
        return None
    elif digest.text != pin_hash(code, shown):
        page.report(faults.STALE_PIN, digest, file=file)
        return None
    return Pinned(shown, versions, digest.text if digest else "", by_hand)
