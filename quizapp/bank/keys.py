"""The keys of one mapping judged: which entries are the author's, and what became of the rest."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias, cast

from quizapp.bank import reading_faults as faults
from quizapp.bank.file_text import FileText
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.problems import Findings

Entry: TypeAlias = tuple[Scalar, Node]

_LONGEST_SHOWN = 40
_MERGE = "<<"
_LIST = "["
_MAPPING = "{"
_REFUSED = {_MERGE, _LIST, _MAPPING}


def wanted_entries(
    children: list[Node], source: FileText, findings: Findings, *, in_brackets: bool
) -> tuple[Entry, ...]:
    """The entries from `children` (key, value, key, …) but for those refused.

    Refused are merge keys, lists and mappings as keys, keys written before, and in ``{…}`` keys
    without a colon. The last entry may lack its value.
    """
    entries = cast("tuple[Entry, ...]", tuple(zip(children[::2], children[1::2], strict=False)))
    if in_brackets and any(_is_suspect(entry) for entry in entries):
        entries = tuple(_with_colons(entries, source, findings))
    texts = {key.text for key, _ in entries}
    if len(texts) == len(entries) and texts.isdisjoint(_REFUSED):
        return entries
    return tuple(_distinct(entries, findings))


def in_place_of_key(node: Listing | Mapping) -> Scalar:
    """What stands for a list or a mapping where a key should be, until its mapping is judged."""
    text = _LIST if isinstance(node, Listing) else _MAPPING
    return Scalar(text, quoted=False, line=node.line, column=node.column)


def is_merge_key(key: Scalar) -> bool:
    """Whether YAML would merge the value of this key into its mapping."""
    return key.text == _MERGE and not key.quoted


def is_text(children: list[Node], line: int, column: int, source: FileText) -> bool:
    """Whether ``{…}`` here begins as no mapping does: ``{n}``, and not ``{n:1}`` or ``{n: 1}``."""
    if len(children) < 2 or not _is_empty(children[1]):
        return False
    key = cast("Scalar", children[0])
    begins_with_brace = source.between(line, column, column + 1) == _MAPPING
    return begins_with_brace and ":" not in key.text and _stands_alone((key, children[1]), source)


def _is_suspect(entry: Entry) -> bool:
    """Whether an entry of ``{…}`` may be none: a cheap look, for banks are full of good ones."""
    key, value = entry
    return (isinstance(value, Scalar) and not value.text) or key.text[:1] == _MAPPING


def _is_empty(value: Node) -> bool:
    return isinstance(value, Scalar) and not value.text and not value.quoted


def _stands_alone(entry: Entry, source: FileText) -> bool:
    """Whether a key in ``{…}`` has no colon, so that YAML made up an empty value for it."""
    key, value = entry
    if not _is_empty(value) or value.line != key.line:
        return False
    return ":" not in source.between(key.line, key.column + len(key.text), value.column)


def _distinct(entries: Iterable[Entry], findings: Findings) -> Iterator[Entry]:
    first: dict[str, Scalar] = {}
    for key, value in entries:
        if is_merge_key(key):
            findings.add(faults.MERGE_KEY, key.line, key.column)
        elif key.text in _REFUSED and not key.quoted:  # no unquoted text is a bracket by itself
            findings.add(faults.COLLECTION_AS_KEY, key.line, key.column)
        elif key.text in first:
            figures = {"key": key.text[:_LONGEST_SHOWN], "line": str(first[key.text].line)}
            findings.add(faults.DUPLICATE_KEY, key.line, key.column, **figures)
        else:
            first[key.text] = key
            yield key, value


def _with_colons(entries: Iterable[Entry], source: FileText, findings: Findings) -> Iterator[Entry]:
    """The entries that have one; of the others each run is reported, as what commas cut off."""
    before: Entry | None = None
    for alone, run in groupby(entries, lambda entry: _stands_alone(entry, source)):
        group = list(run)
        if alone:
            _report_alone(before, [key for key, _ in group], source, findings)
            continue
        before = group[-1]
        for key, value in group:
            if key.text.startswith(_MAPPING) and not key.quoted:  # {{n}: 1}
                findings.add(faults.COLLECTION_AS_KEY, key.line, key.column)
            else:
                yield key, value


def _report_alone(
    before: Entry | None, keys: list[Scalar], source: FileText, findings: Findings
) -> None:
    """Say of keys without a colon what made them: mostly commas in an unquoted text."""
    key, last = keys[0], keys[-1]
    name, colon, _ = key.text.partition(":")
    shown = name[:_LONGEST_SHOWN]
    cut = before[1] if before else None
    if colon:
        findings.add(faults.NO_SPACE_AFTER_COLON, key.line, key.column + len(name), key=shown)
    elif isinstance(cut, Scalar) and cut.text and not cut.quoted and cut.line == last.line:
        paste = source.pasted(cut.line, cut.column, end=last.column + len(last.text))
        findings.add(faults.COMMA_IN_TEXT, key.line, key.column, paste=paste)
    else:
        findings.add(faults.NO_VALUE, key.line, key.column, key=shown)
