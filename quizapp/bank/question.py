"""What an author wrote, checked and compiled: questions, topics, banks."""

from collections.abc import Callable, Mapping
from dataclasses import field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from quizapp.bank.problems import Problem
from quizapp.frozen import dataclass
from quizapp.words import LANGUAGES, Hole, Language, Template, Text

if TYPE_CHECKING:
    # Names of questions can be listed without the calculator.
    from quizapp.calc import NetworkTemplate
    from quizapp.calc.zoo.template import ZooTemplate
    from quizapp.expressions import Expression

Show = Literal["torch", "keras", "table", "diagram", "none", "any"]
"""How a question shows its networks; with ``any`` the seed chooses."""

Column = Literal["shape", "parameters", "macs", "rf"]
"""What a ``trace`` question asks of each layer."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text in one language whose holes are compiled expressions."""

    template: Template
    expressions: Mapping[Hole, "Expression"]

    def fill(self, value_of: Callable[["Expression"], object]) -> str:
        """The text with its holes filled in."""
        return self.template.fill(lambda hole: value_of(self.expressions[hole]))


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as the author wrote it, in one language or both."""

    sentences: Mapping[Language, Sentence]

    def fill(self, value_of: Callable[["Expression"], object]) -> Text:
        """The text in each of its languages, holes filled in."""
        filled = {
            language: self.sentences[language].fill(value_of) if language in self.sentences else ""
            for language in LANGUAGES
        }
        return Text(**filled)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How near counts as right: a share of the answer, a distance, or significant digits."""

    kind: Literal["relative", "absolute", "digits"]
    amount: Fraction

    def admits(self, value: Fraction, truth: Fraction) -> bool:
        """Whether a value is near enough to the truth to be right."""
        distance = abs(value - truth)
        if self.kind == "relative":
            return distance <= self.amount * abs(truth)
        if self.kind == "absolute":
            return distance <= self.amount
        return distance <= _last_digit(truth, int(self.amount)) / 2


def _last_digit(truth: Fraction, digits: int) -> Fraction:
    """The unit of the last of so many significant digits."""
    place, size = 0, abs(truth)
    while size >= 10:
        size, place = size / 10, place + 1
    while 0 < size < 1:
        size, place = size * 10, place - 1
    return Fraction(10) ** (place - digits + 1)


@dataclass(frozen=True, slots=True)
class OwnMistake:
    """A way of getting this one question wrong, as its author gives it."""

    id: str
    answer: "Expression"
    because: Wording


@dataclass(frozen=True, slots=True)
class Calculated:
    """The answer is an expression; ``as_choice`` offers it among distractors."""

    answer: "Expression"
    as_choice: bool = False
    tolerance: Tolerance | None = None
    mistakes: tuple[OwnMistake, ...] = ()

    def is_right(self, value: Any, truth: Any) -> bool:
        """Whether a value is the answer, or near enough to it where that counts."""
        if value == truth:
            return True
        if self.tolerance is None or isinstance(value, tuple) or isinstance(truth, tuple):
            return False
        return self.tolerance.admits(Fraction(value), Fraction(truth))


@dataclass(frozen=True, slots=True)
class Option:
    """One of the author's choices; ``because`` says what is wrong (or right) with it."""

    text: Wording
    correct: bool
    because: Wording | None


@dataclass(frozen=True, slots=True)
class Choice:
    """The answer is the set of right options."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Solve:
    """Values for the unknowns are asked that fulfil a condition; all that do are right."""

    unknowns: Mapping[str, tuple[Any, ...]]
    """The values each may take."""
    accept: "Expression"
    sides: tuple["Expression", ...] = ()
    """What an answer comes to: the left side of ``left == right``, both of any other comparison."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the layers of the one network, to be filled in (kind ``trace``)."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A text is asked; every accepted spelling counts, of whichever language (kind ``text``)."""

    accept: tuple[Wording, ...]
    """At least one; the first is shown as the answer."""


@dataclass(frozen=True, slots=True)
class Order:
    """Items to be put into their order; they stand in the right one."""

    items: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What belongs together; several on the left may share one on the right."""

    pairs: tuple[tuple[Wording, Wording], ...]


@dataclass(frozen=True, slots=True)
class Flashcard:
    """A front, which is the question's prompt, and a back to grade oneself by (kind ``card``)."""

    back: Wording


@dataclass(frozen=True, slots=True)
class Pinned:
    """What code printed under some versions, and a hash that says of which code that was."""

    output: str
    versions: Mapping[str, str]
    sha256: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """What does this code print? It was run by its author, and is never run here."""

    language: str
    code: str
    pinned: tuple[Pinned, ...]
    """One a set of versions; which is asked, the seed says."""


Task = Calculated | Choice | Solve | Table | Typed | Order | Match | Flashcard | Output


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands: a citation key or address, and the place in it."""

    id: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a bank's file, lines and columns from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Body:
    """What a question asks, compiled: a question is drawn from it."""

    task: Task
    prompt: Wording
    show: Show
    vary: Mapping[str, tuple[Any, ...]]
    levels: Mapping[int, Mapping[str, tuple[Any, ...]]]
    let: Mapping[str, "Expression"]
    where: "Expression | None"
    networks: Mapping[str, "NetworkTemplate | ZooTemplate"]
    red_herring: frozenset[str]
    hint: Wording | None
    because: Wording | None
    source: Source | None
    convention: Mapping[str, str]
    written: str
    """The question as its author wrote it, in JSON: without places, comments and quotes."""


_Part = TypeVar("_Part")


class _OfBody(Generic[_Part]):
    """A part of a question's body, under the same name."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, question: "Question", owner: type) -> _Part:
        part: _Part = getattr(question.body, self._name)
        return part


@dataclass(frozen=True, slots=True)
class Question:
    """One authored question. The skill it asks for is the card; variants are drawn from it.

    The fields are what lists and schedules need of thousands; the rest is its body, which may be
    read when it is first asked for. Two are equal that stand at one place and read the same.
    """

    bank: str
    id: str
    aliases: tuple[str, ...]
    topic: str
    level: int
    kind: str
    """The name of its kind as authors write it."""
    revision: str
    """A hash of what is written, to tell later that it has changed."""
    place: Place
    prompt_text: Text
    """The prompt as it is written, what is filled in shown as ``{expression}``."""
    read: Callable[[], Body] = field(repr=False, compare=False)
    """Gives the body, always the same; the first time may take half a millisecond."""

    task = _OfBody[Task]()
    prompt = _OfBody[Wording]()
    show = _OfBody[Show]()
    vary = _OfBody[Mapping[str, tuple[Any, ...]]]()
    levels = _OfBody[Mapping[int, Mapping[str, tuple[Any, ...]]]]()
    let = _OfBody[Mapping[str, "Expression"]]()
    where = _OfBody["Expression | None"]()
    networks = _OfBody[Mapping[str, "NetworkTemplate | ZooTemplate"]]()
    red_herring = _OfBody[frozenset[str]]()
    hint = _OfBody[Wording | None]()
    because = _OfBody[Wording | None]()
    source = _OfBody[Source | None]()
    convention = _OfBody[Mapping[str, str]]()
    written = _OfBody[str]()

    @property
    def body(self) -> Body:
        """What it asks, compiled."""
        return self.read()

    @property
    def key(self) -> str:
        """``bank/question``."""
        return f"{self.bank}/{self.id}"

    def space(self, level: int) -> Mapping[str, tuple[Any, ...]]:
        """The values each variable may take at a level."""
        overrides = [self.levels[known] for known in sorted(self.levels) if known <= level]
        return {**self.vary, **(overrides[-1] if overrides else {})}


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading questions stand under, and the topics that come before it."""

    title: Text
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bank:
    """One file of questions."""

    id: str
    title: Text
    topics: Mapping[str, Topic]
    questions: tuple[Question, ...]
    file: Path


@dataclass(frozen=True, slots=True)
class Library:
    """All banks that could be read, and everything that is wrong with the files."""

    banks: tuple[Bank, ...]
    problems: tuple[Problem, ...]

    def question(self, key: str) -> Question | None:
        """The question with the key ``bank/question``, also under a former id."""
        for bank in self.banks:
            for question in bank.questions:
                if key in (question.key, *(f"{bank.id}/{alias}" for alias in question.aliases)):
                    return question
        return None
