"""Where PyYAML gives up, what its author most likely did, in words of use to him.

The two scanners of PyYAML (libyaml's and the pure one) word their errors differently and point to
the same places; what is looked at here is the source at those places.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from quizapp.bank import reading_faults as faults
from quizapp.bank.file_text import describe
from quizapp.bank.halt import Halt
from quizapp.bank.nodes import Node, Scalar
from quizapp.bank.problems import Fault, Findings

MOST_LEVELS = 24

_KEY = re.compile(r"[\w.-]+")
_KEY_WITHOUT_SPACE = re.compile(r"([\w.-]+):\S")
_KEY_OR_ITEM = re.compile(r"-(?: |$)|[^:]*:(?: |$)")
_ITEM_IN_BRACKETS = re.compile(r"""["'\[{]|[\w.-]+: """)
_RUN_INTO_NEXT_KEY = re.compile(r", *[\w.-]+: *$")
_PARTNER = {"[": "]", "{": "}"}
_QUOTES = ('"', "'")
_CLOSING = ("]", "}")


Explanation: TypeAlias = tuple[Fault, int, int, dict[str, str]]


def explain(halt: Halt, findings: Findings) -> None:
    """Add to `findings` what the author did where the scanner gave up."""
    explanations = (explainer(halt) for explainer in _EXPLAINERS)
    fault, line, column, figures = next(
        (explanation for explanation in explanations if explanation is not None),
        (faults.NO_YAML, halt.line, halt.column, {}),
    )
    findings.add(fault, line, column, **figures)


def _character(halt: Halt) -> Explanation | None:
    """A tab, or a character that can begin nothing: ``%``, ``@``, a backtick."""
    if "tab character" in halt.complaint or (
        "cannot start any token" in halt.complaint and halt.char == "\t"
    ):
        return faults.TAB, halt.line, halt.column, {}
    if "cannot start any token" in halt.complaint:
        return _reserved(halt, halt.line, halt.column)
    return None


def _nesting(halt: Halt) -> Explanation | None:
    """More brackets than libyaml follows: it reads ahead of its events, and stops at 1,000."""
    if "nesting depth" not in halt.complaint:
        return None
    return faults.TOO_DEEP, halt.line, halt.column, {"limit": str(MOST_LEVELS)}


def _properties(halt: Halt) -> Explanation | None:
    """Text that starts with ``&``, ``*`` or ``!`` and makes no anchor, alias or tag either."""
    for word, fault in _PROPERTIES.items():
        if word in halt.while_reading or word in halt.complaint:
            line, column = halt.start_line, halt.start_column
            return fault, line, column, {"paste": halt.source.pasted(line, column)}
    return None


_PROPERTIES = {
    "an anchor": faults.ANCHOR,
    "an alias": faults.ALIAS,
    "a tag": faults.TAG,
    "tag handle": faults.TAG,
}


def _quotes(halt: Halt) -> Explanation | None:
    """Quotes without an end, or an escape in them that is none."""
    if "quoted scalar" not in halt.while_reading:
        return None
    if "end of stream" in halt.complaint or "document" in halt.complaint:
        return faults.UNCLOSED_QUOTE, halt.start_line, halt.start_column, {}
    line = halt.source.lines[halt.line - 1]
    backslash = line.rfind("\\", 0, halt.column)
    surrogate = re.match(r"\\u([0-9a-fA-F]{4})|\\U0000([0-9a-fA-F]{4})", line[backslash:])
    if "invalid Unicode" in halt.complaint and surrogate:
        char = describe(chr(int(surrogate[1] or surrogate[2], 16)))
        figures: dict[str, str] = {"escape": surrogate[0], "char": char}
        return faults.FORBIDDEN_ESCAPE, halt.line, backslash + 1, figures
    escape = line[backslash : backslash + 2]
    return faults.UNKNOWN_ESCAPE, halt.line, backslash + 1, {"escape": escape}


def _leading_character(halt: Halt) -> Explanation | None:
    """Text after ``key:`` that starts with a character of YAML's own, such as ``>`` or ``- ``."""
    if "block scalar" in halt.while_reading or "scanning a directive" in halt.while_reading:
        return _reserved(halt, halt.start_line, halt.start_column)
    if "entries are not allowed" in halt.complaint or "keys are not allowed" in halt.complaint:
        return _reserved(halt, halt.line, halt.column)
    if "block node" in halt.while_reading and halt.char in {",", "]", "}"}:
        return _reserved(halt, halt.line, halt.column)
    return None


def _reserved(halt: Halt, line: int, column: int) -> Explanation:
    char = halt.source.rest(line, column)[:1]
    paste = halt.source.pasted(line, column)
    return faults.STARTS_WITH_RESERVED, line, column, {"char": char, "paste": paste}


def _colon(halt: Halt) -> Explanation | None:
    """A ``: `` where no key can be: inside a text, or after a text that has run on to here."""
    if "values are not allowed" not in halt.complaint:
        return None
    text = halt.last
    if text is not None and _is_bracketed(halt, text):
        return _bracketed(halt, text)
    if not isinstance(text, Scalar):
        return None
    alone = not halt.source.before(text.line, text.column).strip(" -")
    if text.line == halt.line:
        if text.quoted:
            return _after_quote(halt, text)
        paste = "" if alone else halt.source.pasted(text.line, text.column)
        return faults.COLON_IN_TEXT, halt.line, halt.column, {"paste": paste}
    if alone:
        return _line_without_key(halt, text.line, text.column)
    if _KEY.fullmatch(halt.before.lstrip()):
        column = len(halt.before) - len(halt.before.lstrip()) + 1
        return faults.INDENTED_TOO_FAR, halt.line, column, {"line": str(text.line)}
    return faults.COLON_IN_TEXT, halt.line, halt.column, {"paste": ""}


def _no_colon(halt: Halt) -> Explanation | None:
    """A line that should be ``key: value``, or a key in ``{…}`` whose colon lacks its space."""
    if "could not find expected ':'" in halt.complaint:
        return _line_without_key(halt, halt.start_line, halt.start_column)
    if "unexpected ':'" in halt.complaint:
        key = halt.source.before(halt.line, halt.column)[halt.start_column - 1 :]
        return faults.NO_SPACE_AFTER_COLON, halt.line, halt.column, {"key": key[-40:]}
    return None


def _line_without_key(halt: Halt, line: int, column: int) -> Explanation:
    key = _KEY_WITHOUT_SPACE.match(halt.source.rest(line, column))
    if key:
        return faults.NO_SPACE_AFTER_COLON, line, column + key.end(1), {"key": key[1][-40:]}
    return faults.NO_KEY, line, column, {}


def _in_brackets(halt: Halt) -> Explanation | None:
    """Brackets that are not closed, or text in them that needed quotes."""
    if "flow node" in halt.while_reading and halt.bracket and not halt.char:
        return _unclosed(halt, *halt.bracket)
    if "parsing a flow" not in halt.while_reading or halt.start_char not in _PARTNER:
        return None
    if halt.char and halt.char in _CLOSING:
        figures: dict[str, str] = {"char": halt.char, "opening": halt.start_char}
        return faults.WRONG_BRACKET, halt.line, halt.column, figures
    explanation = _missing_comma(halt) or _text_in_brackets(halt)
    if explanation is None and (halt.line > halt.start_line or not halt.char):
        return _unclosed(halt, halt.start_line, halt.start_column)
    return explanation


def _missing_comma(halt: Halt) -> Explanation | None:
    """A new item, or a new key, straight behind a value or on a line of its own."""
    before = halt.before
    rest = halt.source.rest(halt.line, halt.column)
    if halt.line > halt.start_line:
        key = before.lstrip() if halt.char == ":" else ""
        column = halt.column - len(key)
        opening = halt.source.lines[halt.start_line - 1]
        indent = len(opening) - len(opening.lstrip(" -"))
        begins_line = not before.strip() or _KEY.fullmatch(key)
        if rest and begins_line and column - 1 > indent:
            return faults.MISSING_COMMA, halt.line, column, {}
    if before.endswith((*_QUOTES, *_CLOSING)) and _ITEM_IN_BRACKETS.match(rest):
        return faults.MISSING_COMMA, halt.line, halt.column, {}
    return None


def _text_in_brackets(halt: Halt) -> Explanation | None:
    before = halt.before
    if halt.line == halt.start_line:
        before = before[halt.start_column :]
    last = halt.last_here
    if last is None or not halt.char:
        return None
    if isinstance(last, Scalar) and last.quoted and before.endswith(_QUOTES):
        return _after_quote(halt, last)
    paste = halt.source.pasted(last.line, last.column)
    if halt.char == ":":
        colon = faults.COLON_IN_TEXT, halt.line, halt.column, {"paste": paste}
        return colon if ": " in before else None
    if halt.char == ")":  # [Conv2d(64, 64, [3, 3])]
        return faults.BRACKET_IN_TEXT, halt.line, halt.column, {"paste": ""}
    if _is_bracketed(halt, last):
        return _bracketed(halt, last)
    if halt.char in _PARTNER and isinstance(last, Scalar):
        return faults.BRACKET_IN_TEXT, halt.line, halt.column, {"paste": paste}
    return None


def _unclosed(halt: Halt, line: int, column: int) -> Explanation:
    char = halt.source.rest(line, column)[:1]
    return faults.UNCLOSED_BRACKET, line, column, {"char": char, "closing": _PARTNER[char]}


def _second_document(halt: Halt) -> Explanation | None:
    if "document start" in halt.complaint:
        return faults.SECOND_DOCUMENT, halt.line, halt.column, {}
    return None


def _neighbour(halt: Halt) -> Explanation | None:
    """Something where the next key or the next item should be."""
    if "parsing a block" not in halt.while_reading:
        return None
    if halt.before:
        return _after_value(halt)
    cut = _cut_by_hash(halt)
    if cut:
        return cut
    if halt.column == halt.start_column:
        is_listing = "collection" in halt.while_reading
        fault = faults.KEY_AMONG_ITEMS if is_listing else faults.ITEM_AMONG_KEYS
        return fault, halt.line, halt.column, {}
    return faults.INDENTATION, halt.line, halt.column, {}


def _after_value(halt: Halt) -> Explanation | None:
    """Something behind a value on its line, as where a text starts with a bracket or a quote."""
    last = halt.last
    if halt.char in _CLOSING:
        return faults.STRAY_BRACKET, halt.line, halt.column, {"char": halt.char}
    if isinstance(last, Scalar) and last.quoted and halt.before.endswith(_QUOTES):
        if last.line == halt.line:
            return _after_quote(halt, last)
        return faults.QUOTE_CLOSED_LATE, last.line, last.column, {"line": str(halt.line)}
    if last is None:
        return None
    if _is_bracketed(halt, last):
        return _bracketed(halt, last)
    if halt.source.rest(last.line, last.column).startswith("*"):
        paste = halt.source.pasted(last.line, last.column)
        return faults.ALIAS, last.line, last.column, {"paste": paste}
    return None


def _after_quote(halt: Halt, text: Scalar) -> Explanation:
    if _RUN_INTO_NEXT_KEY.search(text.text):
        return faults.UNCLOSED_QUOTE, text.line, text.column, {}
    return (
        faults.AFTER_QUOTE,
        halt.line,
        halt.column,
        {"paste": halt.source.pasted(text.line, text.column)},
    )


def _is_bracketed(halt: Halt, node: Node) -> bool:
    """Whether the halt is right behind this node in its brackets."""
    opening = halt.source.rest(node.line, node.column)[:1]
    return halt.before.endswith(_CLOSING) and opening in _PARTNER


def _bracketed(halt: Halt, start: Node) -> Explanation:
    char = halt.source.rest(start.line, start.column)[:1]
    paste = halt.source.pasted(start.line, start.column)
    return faults.STARTS_WITH_BRACKET, start.line, start.column, {"char": char, "paste": paste}


def _cut_by_hash(halt: Halt) -> Explanation | None:
    """A text that goes on below after a ``#`` has made a comment of the end of its first line."""
    text = halt.last
    if not isinstance(text, Scalar) or text.quoted or text.line != halt.line - 1:
        return None
    end = text.column + len(text.text)
    rest = halt.source.rest(text.line, end)
    goes_on = not _KEY_OR_ITEM.match(halt.source.rest(halt.line, halt.column))
    if goes_on and rest.lstrip(" ").startswith("#"):
        column = end + len(rest) - len(rest.lstrip(" "))
        return faults.CUT_BY_HASH, text.line, column, {}
    return None


_EXPLAINERS: tuple[Callable[[Halt], Explanation | None], ...] = (
    _character,
    _nesting,
    _properties,
    _quotes,
    _leading_character,
    _colon,
    _no_colon,
    _in_brackets,
    _neighbour,
    _second_document,
)
