"""What an author wrote, checked and compiled: questions, topics, banks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from quizapp.bank.problems import Problem
from quizapp.calc import NetworkTemplate
from quizapp.expressions import Expression
from quizapp.words import LANGUAGES, Hole, Language, Template, Text

Show = Literal["torch", "table", "none"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text in one language whose holes are compiled expressions."""

    template: Template
    expressions: Mapping[Hole, Expression]

    def fill(self, value_of: Callable[[Expression], object]) -> str:
        """The text with its holes filled in."""
        return self.template.fill(lambda hole: value_of(self.expressions[hole]))


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as the author wrote it, in one language or both."""

    sentences: Mapping[Language, Sentence]

    def fill(self, value_of: Callable[[Expression], object]) -> Text:
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


@dataclass(frozen=True, slots=True)
class OwnMistake:
    """A way of getting this one question wrong, as its author gives it."""

    id: str
    answer: Expression
    because: Wording


@dataclass(frozen=True, slots=True)
class Calculated:
    """The answer is an expression; ``as_choice`` offers it among distractors."""

    answer: Expression
    as_choice: bool = False
    tolerance: Tolerance | None = None
    mistakes: tuple[OwnMistake, ...] = ()


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
class Question:
    """One authored question. The skill it asks for is the card; variants are drawn from it."""

    bank: str
    id: str
    aliases: tuple[str, ...]
    topic: str
    level: int
    task: Calculated | Choice
    prompt: Wording
    show: Show
    vary: Mapping[str, tuple[Any, ...]]
    levels: Mapping[int, Mapping[str, tuple[Any, ...]]]
    let: Mapping[str, Expression]
    where: Expression | None
    networks: Mapping[str, NetworkTemplate]
    red_herring: frozenset[str]
    hint: Wording | None
    because: Wording | None
    source: Source | None
    convention: Mapping[str, str]
    revision: str
    """A hash of the question as written, to tell later that it has changed."""
    place: Place

    @property
    def kind(self) -> str:
        """The name of its kind as authors write it."""
        return "calculated" if isinstance(self.task, Calculated) else "choice"

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
