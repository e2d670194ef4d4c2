"""Text to syntax trees, with the way back from a place in the tree to a column of the text."""

import ast
import re
import warnings
from typing import Literal

from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass

MOST_CHARACTERS = 500
MOST_CHARACTERS_OF_CALLS = 40 * MOST_CHARACTERS

_WARNED_OF = re.compile(r"(?<!\w)\.?\d[\d._]*[A-Za-z]|\\")
"""Python warns of ``1if x else 2`` and of unknown escapes; both are read, or refused, all the same.
To silence a warning costs as much as to parse."""

_COMMENT = re.compile(r"#[^\n]*")


@dataclass(frozen=True, slots=True)
class Source:
    """Text as it is parsed, and where each of its lines begins in the text as it was written."""

    text: str
    starts: tuple[int, ...]

    def column(self, line: int, offset: int) -> int:
        """The place of a line (from 1) and an offset in it, in the text as it was written."""
        inside = min(max(line, 1), len(self.starts))
        return self.starts[inside - 1] + max(offset, 0)

    def of(self, node: ast.AST) -> int:
        """The column where a node begins."""
        if len(self.starts) == 1:
            return self.starts[0] + int(getattr(node, "col_offset", 0))
        return self.column(getattr(node, "lineno", 1), getattr(node, "col_offset", 0))

    def segment(self, node: ast.expr) -> str:
        """The text of a node."""
        if len(self.starts) == 1:
            # All of it is ASCII, where Python's offsets in bytes are places in the text.
            return self.text[node.col_offset : node.end_col_offset]
        return ast.get_source_segment(self.text, node) or self.text

    def part(self, node: ast.expr) -> "Source":
        """A node by itself, its places those of the whole."""
        last = node.end_lineno or node.lineno
        return Source(self.segment(node), (self.of(node), *self.starts[node.lineno : last]))

    def parsed(self, mode: Literal["eval", "exec"]) -> ast.AST:
        """The syntax tree. Raises ExpressionError with the column of what cannot be read."""
        self._check_characters()
        try:
            if not _WARNED_OF.search(self.text):
                return ast.parse(self.text, mode=mode)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(self.text, mode=mode)
        except SyntaxError as error:
            # Python gives no offset where the text ends too early.
            end = len(self.text.rpartition("\n")[2])
            raise ExpressionError(
                "syntax", "this cannot be read as an expression: {source}",
                column=self.column(error.lineno or 1, (error.offset or end + 1) - 1),
                source=_shortened(self.text),
            ) from None  # fmt: skip
        except (RecursionError, MemoryError, ValueError):
            raise ExpressionError("too-deep", "the expression is nested too deeply") from None

    def _check_characters(self) -> None:
        if not self.text.strip():
            raise ExpressionError("empty", "an expression is missing")
        if self.text.isascii() and self.text.isprintable():
            return
        for number, line in enumerate(self.text.split("\n"), 1):
            for offset, character in enumerate(line):
                if not " " <= character <= "~":
                    shown = character if character.isprintable() else ascii(character)[1:-1]
                    raise ExpressionError(
                        "character", "the character {character} has no place here",
                        column=self.column(number, offset), character=shown,
                    )  # fmt: skip


def one_expression(text: str) -> Source:
    """An expression: line breaks are blanks in it, and blanks around it mean nothing."""
    _check_length(text, MOST_CHARACTERS)
    flat = text.replace("\n", " ")
    return Source(flat.strip(), (len(flat) - len(flat.lstrip()),))


def several_calls(text: str) -> Source:
    """Calls on lines of their own: indentation means nothing, nor do comments in pasted code."""
    _check_length(text, MOST_CHARACTERS_OF_CALLS)
    starts, lines, begin = [], [], 0
    for line in text.split("\n"):
        bare = _COMMENT.sub("", line).lstrip()
        indent = len(line) - len(line.lstrip())
        lines.append(bare.rstrip())
        starts.append(begin + indent)
        begin += len(line) + 1
    return Source("\n".join(lines), tuple(starts))


def _check_length(text: str, most: int) -> None:
    if len(text) > most:
        raise ExpressionError("too-long", "an expression is at most {most} characters", most=most)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
