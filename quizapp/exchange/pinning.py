"""What the code of ``output`` questions prints, written into their bank.

Nothing here runs code: an `Interpreter` does, and a `Sandbox` is one.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, Protocol

import yaml

from quizapp.bank import Listing, Node, Pinned, Scalar, read
from quizapp.bank import Mapping as Entries
from quizapp.bank.file_text import describe, is_refused
from quizapp.bank.pinned import pin_hash, pinned_text
from quizapp.errors import ExchangeError
from quizapp.exchange.editing import edited, edits_of_pin, unknown_layout
from quizapp.frozen import dataclass
from quizapp.writing import write_whole

State = Literal["pinned", "by-hand", "stale", "unpinned"]
_SIGNS_OF_OTHERS = {
    "answer", "unknowns", "choices", "accept", "term", "items", "pairs", "front", "columns",
}  # fmt: skip
"""Keys that make a question without ``kind`` one of another kind, whatever code it shows."""


class Interpreter(Protocol):
    """Runs code that is not trusted."""

    def versions(self, modules: Iterable[str]) -> Mapping[str, str]:
        """Of the language and of what of these modules is installed."""

    def printed(self, code: str, hash_seed: int) -> str:
        """What the code prints. Raises ExchangeError where it does not come to an end."""


@dataclass(frozen=True, slots=True)
class CodeQuestion:
    """A question of the kind ``output`` as its file has it, pinned or not."""

    place: int
    """Which of the bank's questions it is, from 0."""
    name: str
    """Its id; where it has none, ``#`` and its number from 1."""
    line: int
    language: str
    code: str
    pins: tuple[Pinned, ...]

    @property
    def state(self) -> State:
        """How far what is pinned can be relied on; the worst of its pins says."""
        if not self.pins:
            return "unpinned"
        states = [self._state_of(each) for each in self.pins]
        order: tuple[State, ...] = ("unpinned", "stale", "by-hand", "pinned")
        return next(state for state in order if state in states)

    def _state_of(self, pin: Pinned) -> State:
        if not pin.output:
            return "unpinned"
        if pin.by_hand:
            return "by-hand"
        if not pin.sha256:
            return "unpinned"
        return "pinned" if pin.sha256 == pin_hash(self.code, pin.output) else "stale"


def code_questions(path: Path) -> tuple[CodeQuestion, ...]:
    """The ``output`` questions of a bank, in its order. Raises ExchangeError for a file with faults
    of YAML; whatever else is wrong with the bank does not matter here.
    """
    return tuple(_code_questions(_tree(path)))


def pin(path: Path, question: CodeQuestion, interpreter: Interpreter) -> Pinned:
    """Run the question's code twice and write what it prints into the file.

    Nothing is written where the two runs differ, where the code fails or prints what a bank cannot
    hold, and where the file has changed since the question was read: each an ExchangeError.
    """
    if question.language != "python":
        raise ExchangeError(
            "pin-language",
            "only Python is run here, not {language}; write the output yourself with `by: hand`",
            language=question.language,
        )
    output = _output_of(question.code, interpreter)
    versions = interpreter.versions(imported_modules(question.code))
    pinned = Pinned(output, versions, pin_hash(question.code, output))
    _write(path, question, pinned)
    return pinned


def imported_modules(code: str) -> tuple[str, ...]:
    """The top-level modules that code imports, by name; none of code that is no Python."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return tuple(sorted(names))


def _output_of(code: str, interpreter: Interpreter) -> str:
    """What the code prints with two hash seeds: what hangs on the order of a set shows."""
    text = pinned_text(code)
    first, second = (pinned_text(interpreter.printed(text, seed)) for seed in (0, 1))
    if first != second:
        line, one, other = _first_difference(first, second)
        raise ExchangeError(
            "pin-runs-differ",
            "it prints one thing now and another then, in line {line}: {one} and {other}; take out "
            "what hangs on chance, time, memory addresses or the order of a set",
            line=line, one=one, other=other,
        )  # fmt: skip
    if not first.strip():
        raise ExchangeError("pin-silent", "it prints nothing, so nothing could be asked")
    refused = next((char for char in first if is_refused(char)), None)
    if refused is not None:
        raise ExchangeError(
            "pin-characters",
            "it prints {char}, which no bank may hold",
            char=describe(refused),
        )
    return first


def _first_difference(first: str, second: str) -> tuple[int, str, str]:
    ones, others = first.split("\n"), second.split("\n")
    pairs = zip([*ones, ""], [*others, ""], strict=False)
    line, (one, other) = next(
        (number, pair) for number, pair in enumerate(pairs, 1) if pair[0] != pair[1]
    )
    return line, repr(one[:60]), repr(other[:60])


def _tree(path: Path) -> Node | None:
    reading = read(path)
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    if errors:
        raise ExchangeError(
            "pin-file", "put the file right first: {problem}", problem=errors[0].said
        )
    return reading.node


def _code_questions(tree: Node | None) -> Iterator[CodeQuestion]:
    for place, node in enumerate(_listed(tree)):
        if not isinstance(node, Entries) or not _asks_for_output(node):
            continue
        code = node.get("code")
        pinned = node.get("pinned")
        nodes = pinned.items if isinstance(pinned, Listing) else (pinned,)
        yield CodeQuestion(
            place,
            _text(node, "id") or f"#{place + 1}",
            code.line if code is not None else node.line,
            _text(node, "language") or "python",
            pinned_text(_text(node, "code")),
            tuple(map(_pinned, nodes)) if pinned is not None else (),
        )


def _listed(tree: Node | None) -> tuple[Node, ...]:
    questions = tree.get("questions") if isinstance(tree, Entries) else None
    return questions.items if isinstance(questions, Listing) else ()


def _asks_for_output(node: Entries) -> bool:
    keys = {key.text for key, _ in node.entries}
    kind = _text(node, "kind")
    return kind == "output" if kind else "code" in keys and not keys & _SIGNS_OF_OTHERS


def _pinned(node: Node | None) -> Pinned:
    if not isinstance(node, Entries):
        return Pinned("", {}, "")
    versions = node.get("versions")
    named = versions.entries if isinstance(versions, Entries) else ()
    return Pinned(
        pinned_text(_text(node, "output")),
        {key.text: value.text for key, value in named if isinstance(value, Scalar)},
        _text(node, "sha256"),
        _text(node, "by") == "hand",
    )


def _text(node: Entries, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, Scalar) else ""


def _write(path: Path, question: CodeQuestion, pinned: Pinned) -> None:
    """Put the pin in; the file is replaced only by one that says what it said, and the pin."""
    before = _tree(path)
    # Lines move with every pin that is written above.
    if not any(replace(question, line=each.line) == each for each in _code_questions(before)):
        raise _changed(path)
    try:
        content = path.read_bytes()
        written = _with_pin(content.decode(), question, pinned)
        _check(before, written, question, pinned)
        if path.read_bytes() != content:
            raise _changed(path)
        write_whole(path, [written])
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExchangeError(
            "pin-unwritable", "{file} cannot be written ({reason})", file=str(path), reason=reason
        ) from None


def _changed(path: Path) -> ExchangeError:
    return ExchangeError(
        "pin-changed", "{file} has changed meanwhile; run it again", file=str(path)
    )


def _with_pin(text: str, question: CodeQuestion, pinned: Pinned) -> str:
    """The file's text with the pin in it: mark at the beginning, line ends, comments and all."""
    mark = text[: text.startswith("\ufeff")]
    text = text.removeprefix("\ufeff")
    tree: Any = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    questions = next(value for key, value in tree.value if key.value == "questions")
    lines = text.split("\n")
    edits = edits_of_pin(lines, questions.value[question.place], question.pins, pinned)
    return mark + "\n".join(edited(lines, edits))


def _check(before: Node | None, written: str, question: CodeQuestion, pinned: Pinned) -> None:
    """Raise ExchangeError unless the pin is all that is new in the text to be put in place."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "pinned.yaml")
        write_whole(file, [written])
        after = read(file).node
    then, now = _meaning(before), _meaning(after)
    mine = [each for each in _code_questions(after) if each.place == question.place]
    if not mine or pinned not in mine[0].pins:
        raise unknown_layout()
    then["questions"][question.place].pop("pinned", None)
    del now["questions"][question.place]["pinned"]
    if then != now:
        raise unknown_layout()


def _meaning(node: Node | None) -> Any:
    """The tree without places and quotes."""
    match node:
        case Scalar(text=text):
            return pinned_text(text)
        case Listing(items=items):
            return [_meaning(item) for item in items]
        case Entries(entries=entries):
            return {key.text: _meaning(value) for key, value in entries}
    return None
