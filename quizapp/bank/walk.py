"""The tree of a file, from PyYAML's events walked by hand.

PyYAML's own loading takes many times as long, keeps the last of two keys, changes what is written
(``no``, ``3.10``), and is brought down by a few hundred bytes of merge keys or brackets. Here
nothing is recursive and nothing is resolved.
"""

import re
from collections.abc import Callable
from itertools import islice
from typing import Any, NamedTuple, NoReturn, Protocol

from quizapp.bank import reading_faults as faults
from quizapp.bank.file_text import (
    MOST_REFUSED_SHOWN,
    FileText,
    describe,
    is_refused,
    without_refused,
)
from quizapp.bank.halt import Halt
from quizapp.bank.items import whole_items
from quizapp.bank.keys import Entry, in_place_of_key, is_merge_key, is_text, wanted_entries
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.problems import Fault, Findings
from quizapp.bank.syntax import MOST_LEVELS, explain

MOST_NODES = 400_000
_BRACKETS = ("[", "{")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "r": "\r",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def tree_of(source: FileText, findings: Findings) -> Node | None:
    """The tree in `source`; None, and an error in `findings`, where the file ends before it."""
    import yaml  # 13 ms that importing this room does without

    walk = _Walk(source, findings)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(source.text)
    try:
        walk.follow(loader.get_event)
        if not walk.documents:
            findings.add(faults.EMPTY_FILE, 1, 1)
    except yaml.YAMLError as error:
        explain(Halt.of(error, source, walk.last, walk.bracket), findings)
    except (ValueError, OverflowError):  # the pure scanner, at an escape above U+10FFFF
        mark = loader.get_mark()
        findings.add(faults.UNKNOWN_ESCAPE, mark.line + 1, mark.column + 1, escape=r"\U")
    except _EndOfReading:
        pass
    finally:
        loader.dispose()
    walk.judge_unfinished()
    return walk.tree


class _EndOfReading(Exception):  # noqa: N818  nobody's error: the fault is among the findings
    """The file is read no further."""


class _Mark(Protocol):
    line: int
    column: int
    index: int


class _Event(Protocol):
    """What is used of PyYAML's events. Its stubs leave open whether an event has marks."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None


class _Open(NamedTuple):
    """A list or a mapping that has begun and not ended, or the file, a list of documents.

    A mapping's children are key, value, key, …
    """

    is_mapping: bool
    in_brackets: bool
    line: int
    column: int
    children: list[Node]

    @property
    def awaits_key(self) -> bool:
        return self.is_mapping and len(self.children) % 2 == 0


class _Walk:
    """One pass over the events of a file."""

    def __init__(self, source: FileText, findings: Findings) -> None:
        self.documents = 0
        self._source = source
        self._findings = findings
        self._file = _Open(is_mapping=False, in_brackets=False, line=1, column=1, children=[])
        self._open = [self._file]
        self._has_escapes = "\\" in source.text
        self._lines_with_hash = {
            number for number, line in enumerate(source.lines, 1) if " #" in line
        }

    @property
    def tree(self) -> Node | None:
        """The tree, once it is whole."""
        return self._file.children[0] if self._file.children else None

    @property
    def last(self) -> Node | None:
        """The last node that is whole."""
        return next((each.children[-1] for each in reversed(self._open) if each.children), None)

    @property
    def bracket(self) -> tuple[int, int] | None:
        """The place of the innermost bracket still open."""
        places = ((each.line, each.column) for each in reversed(self._open))
        return next((place for place in places if self._source.rest(*place)[:1] in _BRACKETS), None)

    def judge_unfinished(self) -> None:
        """Judge the keys of the mappings whose end never came."""
        for unfinished in self._open:
            if unfinished.is_mapping:
                self._entries(unfinished)

    def follow(self, next_event: Callable[[], Any]) -> None:
        """Take every event up to the end of the file."""
        from yaml import events

        handlers: dict[type[object], Callable[[Any], None]] = {
            events.StreamStartEvent: lambda event: None,
            events.DocumentStartEvent: self._start_document,
            events.DocumentEndEvent: lambda event: None,
            events.AliasEvent: self._alias,
            events.SequenceStartEvent: self._start_listing,
            events.SequenceEndEvent: self._end_listing,
            events.MappingStartEvent: self._start_mapping,
            events.MappingEndEvent: self._end_mapping,
        }
        begin_nodes = {events.AliasEvent, events.SequenceStartEvent, events.MappingStartEvent}
        scalar, end = events.ScalarEvent, events.StreamEndEvent
        siblings, nodes = self._file.children, 0
        while (kind := type(event := next_event())) is not end:
            if kind is scalar:  # two events in three: nothing more than needed
                siblings.append(self._scalar(event))
            else:
                handlers[kind](event)
                siblings = self._open[-1].children
                if kind not in begin_nodes:
                    continue
            nodes += 1
            if nodes > MOST_NODES:
                self._stop(faults.TOO_MANY, event, limit=MOST_NODES)

    def _stop(self, fault: Fault, event: _Event, **figures: object) -> NoReturn:
        mark = event.start_mark
        self._findings.add(fault, mark.line + 1, mark.column + 1, **figures)
        raise _EndOfReading

    def _start_document(self, event: _Event) -> None:
        self.documents += 1
        if self.documents > 1:
            self._stop(faults.SECOND_DOCUMENT, event)

    def _scalar(self, event: _Event) -> Scalar:
        text, style, mark = event.value, event.style, event.start_mark
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if style == '"':
            if self._has_escapes:
                text = self._unescaped(event)
        elif not style and self._lines_with_hash:
            self._look_for_a_cut(event)
        return Scalar(text, bool(style), mark.line + 1, mark.column + 1)

    def _alias(self, event: _Event) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        siblings = self._open[-1].children
        before = siblings[-1] if siblings else None
        if not (isinstance(before, Scalar) and is_merge_key(before)):  # that says it all
            self._findings.add(faults.ALIAS, line, column, paste=self._source.pasted(line, column))
        siblings.append(Scalar(f"*{event.anchor}", quoted=False, line=line, column=column))

    def _start_listing(self, event: _Event) -> None:
        self._start(event)
        mark = event.start_mark
        self._open.append(_Open(False, bool(event.flow_style), mark.line + 1, mark.column + 1, []))

    def _start_mapping(self, event: _Event) -> None:
        self._start(event)
        mark = event.start_mark
        self._open.append(_Open(True, bool(event.flow_style), mark.line + 1, mark.column + 1, []))

    def _start(self, event: _Event) -> None:
        if len(self._open) > MOST_LEVELS:
            self._stop(faults.TOO_DEEP, event, limit=MOST_LEVELS)
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)

    def _end_listing(self, _: _Event) -> None:
        ended = self._open.pop()
        items = ended.children
        if ended.in_brackets:
            items = whole_items(items, self._source, self._findings)
        self._keep(Listing(tuple(items), ended.line, ended.column))

    def _end_mapping(self, event: _Event) -> None:
        ended = self._open.pop()
        if ended.in_brackets and is_text(ended.children, ended.line, ended.column, self._source):
            self._keep_text(ended, event.end_mark)
        else:
            self._keep(Mapping(self._entries(ended), ended.line, ended.column))

    def _keep(self, node: Listing | Mapping) -> None:
        outer = self._open[-1]
        outer.children.append(in_place_of_key(node) if outer.awaits_key else node)

    def _keep_text(self, ended: _Open, end: _Mark) -> None:
        """Keep text that starts with a placeholder, ``{n} filters``, as the text that it is."""
        line, column, outer = ended.line, ended.column, self._open[-1]
        last = end.column + 1 if end.line + 1 == line else len(self._source.lines[line - 1]) + 1
        if not (outer.in_brackets and outer.awaits_key):  # in {{n}} the outer one is reported
            paste = self._source.pasted(line, column)
            self._findings.add(faults.STARTS_WITH_BRACKET, line, column, char="{", paste=paste)
        text = self._source.between(line, column, last)
        outer.children.append(Scalar(text, quoted=False, line=line, column=column))

    def _entries(self, mapping: _Open) -> tuple[Entry, ...]:
        return wanted_entries(
            mapping.children, self._source, self._findings, in_brackets=mapping.in_brackets
        )

    def _refuse_properties(self, event: _Event) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        paste = self._source.pasted(line, column)
        if event.anchor is not None:
            self._findings.add(faults.ANCHOR, line, column, paste=paste)
        if event.tag is not None:
            self._findings.add(faults.TAG, line, column, paste=paste)

    def _look_for_a_cut(self, event: _Event) -> None:
        """Warn where a comment looks like the rest of an unquoted text.

        That is after one space only, and after several words or straight before the next
        character: ``the # of filters``, ``see #3``.
        """
        line, end = event.end_mark.line + 1, event.end_mark.column + 1
        if line not in self._lines_with_hash:
            return
        after = self._source.between(line, end, end + 3)
        if after.startswith(" #") and (" " in event.value or after[2:].strip()):
            paste = ""
            if event.start_mark.line + 1 == line and event.value:
                whole = len(self._source.lines[line - 1].rstrip()) + 1
                paste = self._source.pasted(line, event.start_mark.column + 1, end=whole)
            self._findings.add(faults.MAYBE_CUT_BY_HASH, line, end + 1, paste=paste)

    def _unescaped(self, event: _Event) -> str:
        """The text in double quotes, with what no bank may hold reported and replaced."""
        start, end = event.start_mark, event.end_mark
        if end.index - start.index == len(event.value) + 2:  # an escape is longer than its meaning
            return event.value
        text = without_refused(event.value)
        if text != event.value:
            written = self._source.text[start.index : end.index]
            refused = (match for match in _ESCAPE.finditer(written) if is_refused(_meant(match)))
            for match in islice(refused, MOST_REFUSED_SHOWN):
                *above, before = written[: match.start()].split("\n")
                line = start.line + 1 + len(above)
                column = len(before) + 1 + (0 if above else start.column)
                figures = {"escape": match[0], "char": describe(_meant(match))}
                self._findings.add(faults.FORBIDDEN_ESCAPE, line, column, **figures)
        return text


def _meant(escape: re.Match[str]) -> str:
    """The character that an escape stands for; what has one of its own, by itself."""
    digits = escape[1] or escape[2] or escape[3]
    return chr(int(digits, 16)) if digits else _ESCAPED.get(escape[4], escape[4])
