"""A bank file as text: only what is safe to parse and to show gets past here."""

import codecs
import os
import re
import stat
from itertools import islice
from pathlib import Path
from unicodedata import name

from quizapp.bank import reading_faults as faults
from quizapp.bank.problems import Findings
from quizapp.frozen import dataclass
from quizapp.words import is_forbidden

MOST_BYTES = 4 * 1024 * 1024
MOST_REFUSED_SHOWN = 20
_REPLACEMENT = "\ufffd"
_NONCHARACTERS = "\ufffe\uffff"  # no YAML parser takes them
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST_PASTED = 160
_TEXT_IN_BRACKETS = re.compile(r"""(?:"[^"]*"|'[^']*'|\{[^{}]*\}|\[[^\[\]]*\]|[^,{}\[\]])*""")
_TEXT_IN_LINE = re.compile(r"(?:(?! {2,}#).)*")


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file, line breaks as ``\\n``, ``\\ufffd`` in place of forbidden characters."""

    text: str
    lines: tuple[str, ...]

    def rest(self, line: int, column: int) -> str:
        """The line from a place on; nothing at the end of the file."""
        return self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""

    def between(self, line: int, column: int, end: int) -> str:
        """A piece of a line, up to column `end`."""
        return self.lines[line - 1][column - 1 : end - 1]

    def before(self, line: int, column: int) -> str:
        """The line up to a place; nothing at the end of the file."""
        return self.lines[line - 1][: column - 1] if line <= len(self.lines) else ""

    def pasted(self, line: int, column: int, *, end: int | None = None) -> str:
        """The line with the text that begins at a place put in quotes, behind a colon.

        The text ends at column `end` or, without one, where its author must have meant it to.
        Empty where the line is too long for a message, or where the text goes on below it.
        """
        if len(self.lines[line - 1]) > _LONGEST_PASTED:
            return ""
        return self.pasted_pieces(line, [(column, end or self._end_of_text(line, column))])

    def pasted_pieces(self, line: int, pieces: list[tuple[int, int]]) -> str:
        """The same for several pieces of a line, each from a column up to another."""
        content = self.lines[line - 1]
        below = self.lines[line] if line < len(self.lines) else ""
        ends_line = not content[pieces[-1][1] - 1 :].strip()
        if len(content) > _LONGEST_PASTED or (ends_line and _indent(below) > _indent(content)):
            return ""
        for column, end in reversed(pieces):
            quoted = in_quotes(content[column - 1 : end - 1])
            content = content[: column - 1] + quoted + content[end - 1 :]
        return f": {content.strip()}"

    def _end_of_text(self, line: int, column: int) -> int:
        """In brackets up to the next comma or bracket, else up to a comment or the line's end."""
        before = self.before(line, column)
        in_brackets = sum(map(before.count, "[{")) > sum(map(before.count, "]}"))
        pattern = _TEXT_IN_BRACKETS if in_brackets else _TEXT_IN_LINE
        match = pattern.match(self.rest(line, column))
        return column + len(match[0].rstrip() if match else "")


def in_quotes(text: str) -> str:
    """`text` as a quoted YAML scalar, in single quotes where double ones would need escapes.

    Quotes around it that a third one inside has broken (``'Don't'``) are not part of the text.
    """
    quote = text[:1]
    if quote and quote in "'\"" and text.endswith(quote) and text.count(quote) % 2 and text[1:]:
        text = text[1:-1]
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def read_file_text(path: str | os.PathLike[str], findings: Findings) -> FileText | None:
    """The text of the file at `path`; None where it cannot be had, and why in `findings`."""
    content = _content(path, findings)
    if content is None:
        return None
    if content.startswith(_UTF_16):
        findings.add(faults.UTF_16, 1, 1)
        return None
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode().split("\n")
        byte = f"{content[error.start]:02X}"
        findings.add(faults.NOT_UTF_8, len(before), len(before[-1]) + 1, byte=byte)
        return None
    text = text.replace("\r\n", "\n")
    safe = without_refused(text)
    if safe != text:
        _report_refused(text, findings)
    return FileText(safe, tuple(safe.split("\n")))


def describe(char: str) -> str:
    """A character by its number and, where it has one, its name in Unicode."""
    label = name(char, "")
    return f"U+{ord(char):04X} ({label})" if label else f"U+{ord(char):04X}"


def is_refused(char: str) -> bool:
    """Whether a bank may not hold this character, neither as it is nor as an escape."""
    return is_forbidden(char) or char in _NONCHARACTERS


def _content(path: str | os.PathLike[str], findings: Findings) -> bytes | None:
    """The bytes of a regular file of bearable size. Nothing else is so much as opened."""
    try:
        mode = Path(path).stat().st_mode
        if not stat.S_ISREG(mode):
            fault = faults.FOLDER if stat.S_ISDIR(mode) else faults.NOT_A_FILE
            findings.add(fault, 1, 1)
            return None
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        findings.add(faults.NO_FILE, 1, 1)
    except PermissionError:
        findings.add(faults.NO_PERMISSION, 1, 1)
    except (OSError, ValueError):  # ValueError: a NUL in the path
        findings.add(faults.UNREADABLE, 1, 1)
    else:
        if len(content) <= MOST_BYTES:
            return content
        findings.add(faults.TOO_LARGE, 1, 1, limit=MOST_BYTES)
    return None


def without_refused(text: str) -> str:
    """`text` with ``\ufffd`` in the place of every refused character, hence as long as it was."""
    refused = {ord(char): _REPLACEMENT for char in set(text) if is_refused(char)}
    return text.translate(refused) if refused else text


def _report_refused(text: str, findings: Findings) -> None:
    refused = "".join(re.escape(char) for char in sorted(set(text)) if is_refused(char))
    found = (
        (number, match)
        for number, line in enumerate(text.split("\n"), 1)
        for match in re.finditer(f"[{refused}]", line)
    )
    for number, match in islice(found, MOST_REFUSED_SHOWN):
        findings.add(faults.FORBIDDEN, number, match.start() + 1, char=describe(match[0]))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
