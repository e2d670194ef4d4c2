"""A pin written into the text of a bank: every other line stays as its author wrote it.

PyYAML's nodes, for they know where a value ends; a bank's own tree knows where one begins.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.bank import Pinned
from quizapp.errors import ExchangeError
from quizapp.frozen import dataclass

_BLOCK = ("|", ">")
_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*\s+(#.*)")
_INDENT = 2


@dataclass(frozen=True, slots=True)
class Edit:
    """These lines stand in the place of lines `first` up to, not including, `end`, from 0."""

    first: int
    end: int
    lines: tuple[str, ...]


def edits_of_pin(
    lines: Sequence[str], question: MappingNode, written: Sequence[Pinned], pin: Pinned
) -> tuple[Edit, ...]:
    """What to change in the `lines` of a file so that the question carries the pin.

    `written` are the pins that it carries, in their order. A single one is replaced; in a list the
    one of the same versions, or without any, is, or the list grows by one. Raises ExchangeError
    where the question is written in braces.
    """
    if question.flow_style:
        raise ExchangeError(
            "pin-in-braces", "write the question without braces, a line a key, to have it pinned"
        )
    indent = question.start_mark.column
    key, value = _entry(question, "pinned")
    if key is None or value is None:
        code = _entry(question, "code")[1]
        end = _end(lines, code or question)
        return (Edit(end, end, (" " * indent + "pinned:", *_pin_lines(pin, indent + _INDENT))),)
    if isinstance(value, MappingNode) and _is_block(value):
        return _edits_of_mapping(lines, value, written[0], pin)
    if isinstance(value, SequenceNode) and _is_block(value):
        return _edits_of_list(lines, value, written, pin)
    body = list(_pin_lines(pin, indent + _INDENT))
    if isinstance(value, SequenceNode):
        pins = [*written, pin]
        if (place := _place_of_same(written, pin)) is not None:
            del pins[place]
        dash = " " * (indent + _INDENT)
        body = [line for each in pins for line in _item_lines(each, dash)]
    return (_replaced(lines, key, value, "", body),)


def edited(lines: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """The lines after the edits, new ones with the line ends of those around them."""
    result = list(lines)
    for edit in sorted(edits, key=lambda each: each.first, reverse=True):
        near = lines[max(0, min(edit.first, len(lines)) - 1)]
        ending = "\r" if near.endswith("\r") else ""
        result[edit.first : edit.end] = [line + ending for line in edit.lines]
    return result


def unknown_layout() -> ExchangeError:
    """The error for a question that cannot be edited."""
    return ExchangeError(
        "pin-layout",
        "the question is laid out in a way that pin cannot edit; nothing was written. "
        "Write code: and pinned: on lines of their own, indented by spaces",
    )


def _edits_of_list(
    lines: Sequence[str], pins: SequenceNode, written: Sequence[Pinned], pin: Pinned
) -> tuple[Edit, ...]:
    dash = " " * pins.start_mark.column
    place = _place_of_same(written, pin)
    if place is not None:
        item = pins.value[place]
        if isinstance(item, MappingNode) and _is_block(item):
            return _edits_of_mapping(lines, item, written[place], pin)
        return (Edit(item.start_mark.line, _end(lines, item), tuple(_item_lines(pin, dash))),)
    end = _end(lines, pins)
    return (Edit(end, end, tuple(_item_lines(pin, dash))),)


def _place_of_same(written: Sequence[Pinned], pin: Pinned) -> int | None:
    """Which of the pins the new one replaces: that of its versions, else one without any."""
    versions = [each.versions for each in written]
    return next((versions.index(each) for each in (pin.versions, {}) if each in versions), None)


def _edits_of_mapping(
    lines: Sequence[str], mapping: MappingNode, written: Pinned, pin: Pinned
) -> tuple[Edit, ...]:
    """Entry by entry, so that the comments between them stay."""
    column = mapping.start_mark.column
    parts = {
        "output": (_block_header(pin.output), _output_lines(pin.output, column + _INDENT)),
        "versions": (_versions(pin.versions), []),
        "sha256": (pin.sha256, []),
    }
    if written.output == pin.output:
        del parts["output"]
    if written.versions == pin.versions:
        del parts["versions"]
    edits: list[Edit] = []
    new: list[str] = []
    by_key, by_value = _entry(mapping, "by")
    for name, (header, body) in parts.items():
        key, value = _entry(mapping, name)
        if key is not None and value is not None:
            edits.append(_replaced(lines, key, value, header, body))
        else:
            new += [f"{' ' * column}{name}: {header}", *body]
    if by_key is not None and by_value is not None:
        # What is new takes the place of `by: hand`, which may stand right behind a dash.
        first = by_key.start_mark.line
        before = lines[first][:column]
        if before.strip() and not new:
            whole = list(_pin_lines(pin, column))
            whole[0] = before + whole[0][column:]
            return (Edit(first, _end(lines, mapping), tuple(whole)),)
        if new:
            new[0] = before + new[0][column:]
        edits.append(Edit(first, _end(lines, by_value), tuple(new)))
    elif new:
        end = _end(lines, mapping)
        edits.append(Edit(end, end, tuple(new)))
    return tuple(edits)


def _replaced(
    lines: Sequence[str], key: Node, value: Node, header: str, body: Sequence[str]
) -> Edit:
    """The entry with another value, on the key's own line and below; its comments stay."""
    first, end = key.start_mark.line, _end(lines, value)
    colon = lines[first].find(":", key.end_mark.column) + 1
    if not colon:  # `? pinned`, the other way to write a key
        raise unknown_layout()
    comments = []
    if value.start_mark.line > first:
        comments.append(lines[first][colon:].strip())
    if isinstance(value, ScalarNode) and value.style in _BLOCK:
        match = _HEADER_COMMENT.match(lines[value.start_mark.line], value.start_mark.column)
        comments.append(match[1].strip() if match else "")
    elif not _is_block(value):
        comments.append(lines[value.end_mark.line][value.end_mark.column :].strip())
    words = (
        lines[first][:colon],
        header,
        " " * bool(any(comments)) + " ".join(filter(None, comments)),
    )
    return Edit(first, end, (" ".join(filter(None, words)), *body))


def _end(lines: Sequence[str], node: Node) -> int:
    """The line after the last one of a node, from 0; blank lines and comments are not its own."""
    if isinstance(node, MappingNode) and _is_block(node):
        return _end(lines, node.value[-1][1])
    if isinstance(node, SequenceNode) and _is_block(node):
        return _end(lines, node.value[-1])
    end = node.end_mark
    if not (isinstance(node, ScalarNode) and node.style in _BLOCK):
        return int(end.line) + 1
    after = end.line + bool(end.column)
    header = lines[node.start_mark.line][node.start_mark.column :]
    keeps_blanks = "+" in header.partition("#")[0]
    while not keeps_blanks and not lines[after - 1].strip():
        after -= 1
    return int(after)


def _is_block(node: Node) -> bool:
    """Whether this is a list or a mapping without brackets; it has an item at least."""
    return isinstance(node, MappingNode | SequenceNode) and not node.flow_style


def _pin_lines(pin: Pinned, indent: int) -> Iterator[str]:
    blank = " " * indent
    yield f"{blank}output: {_block_header(pin.output)}"
    yield from _output_lines(pin.output, indent + _INDENT)
    if pin.versions:
        yield f"{blank}versions: {_versions(pin.versions)}"
    if pin.sha256:
        yield f"{blank}sha256: {pin.sha256}"
    if pin.by_hand:
        yield f"{blank}by: hand"


def _item_lines(pin: Pinned, before: str) -> Iterator[str]:
    """A pin as an item of a list, its dash behind `before`."""
    first, *rest = _pin_lines(pin, len(before) + _INDENT)
    return chain([f"{before}- {first.lstrip(' ')}"], rest)


def _block_header(output: str) -> str:
    """How the block of an output begins; one whose text begins with blanks says its indent."""
    return f"|{_INDENT}-" if output.lstrip("\n").startswith((" ", "\t")) else "|-"


def _output_lines(output: str, indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in output.split("\n")]


def _versions(versions: Mapping[str, str]) -> str:
    return "{" + ", ".join(f'{name}: "{version}"' for name, version in versions.items()) + "}"


def _entry(mapping: MappingNode, name: str) -> tuple[Node | None, Node | None]:
    return next(((key, value) for key, value in mapping.value if key.value == name), (None, None))
