"""What a variant of each kind asks for, in the order in which it is shown, and its right answer."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quizapp import calc
from quizapp.bank import (
    Column,
    Flashcard,
    Match,
    Order,
    Output,
    Pinned,
    Question,
    Solve,
    Table,
    Typed,
    Wording,
)
from quizapp.expressions import ARITHMETIC
from quizapp.frozen import dataclass
from quizapp.generate.chance import Chance
from quizapp.generate.drawn import Drawn
from quizapp.words import LANGUAGES, Text, render

if TYPE_CHECKING:
    from quizapp.calc import Row

LETTERS = "abcdefghi"


@dataclass(frozen=True, slots=True)
class SolveAsked:
    """Values for unknowns, and all that fulfil the condition."""

    unknowns: Mapping[str, tuple[int, ...]]
    solutions: tuple[Mapping[str, int], ...]

    @property
    def answer(self) -> Mapping[str, int]:
        """The first of them."""
        return self.solutions[0]

    @property
    def shown(self) -> Text:
        """``p = 1, s = 2``."""
        return Text.same(values_text(self.answer))


@dataclass(frozen=True, slots=True)
class TableAsked:
    """A table to fill in: a row a layer, its cells by column."""

    columns: tuple[Column, ...]
    rows: "tuple[Row, ...]"
    given: int = 0
    """So many rows are filled in already, from the first on."""

    @property
    def answer(self) -> tuple[tuple[Any, ...], ...]:
        """The cells, row by row."""
        return tuple(tuple(cell_of(row, column) for column in self.columns) for row in self.rows)

    @property
    def shown(self) -> Text:
        """A line a row, as it may be typed."""
        return Text.same("\n".join("  ".join(map(cell_text, row)) for row in self.answer))


@dataclass(frozen=True, slots=True)
class TypedAsked:
    """A text; ``accepted`` are all spellings that count."""

    accepted: tuple[str, ...]
    shown: Text

    @property
    def answer(self) -> str:
        """The first of them."""
        return self.accepted[0]


@dataclass(frozen=True, slots=True)
class OrderAsked:
    """Items out of order; ``answer`` are their numbers in the right one, from 1."""

    items: tuple[Text, ...]
    answer: tuple[int, ...]

    @property
    def shown(self) -> Text:
        """The items in their order, each behind its number."""
        return _texts([f"{place}. " for place in self.answer], self._in_order, " → ")

    @property
    def _in_order(self) -> list[Text]:
        return [self.items[place - 1] for place in self.answer]


@dataclass(frozen=True, slots=True)
class MatchAsked:
    """What stands on the left and, lettered, on the right; ``answer`` has a letter a left."""

    lefts: tuple[Text, ...]
    rights: tuple[Text, ...]
    answer: tuple[str, ...]

    @property
    def shown(self) -> Text:
        """``1b 2a``."""
        return Text.same(" ".join(f"{n}{letter}" for n, letter in enumerate(self.answer, 1)))


@dataclass(frozen=True, slots=True)
class CardAsked:
    """A card whose back is to be recalled."""

    back: Text

    @property
    def answer(self) -> Text:
        """The back."""
        return self.back

    @property
    def shown(self) -> Text:
        """The back."""
        return self.back


@dataclass(frozen=True, slots=True)
class OutputAsked:
    """Code, and what it printed under some versions."""

    language: str
    code: str
    pinned: Pinned

    @property
    def answer(self) -> str:
        """What it printed."""
        return self.pinned.output

    @property
    def shown(self) -> Text:
        """What it printed."""
        return Text.same(self.pinned.output)

    @property
    def versions(self) -> str:
        """``pandas 3.0.1, python 3.13``."""
        return ", ".join(f"{name} {version}" for name, version in self.pinned.versions.items())


Asked = SolveAsked | TableAsked | TypedAsked | OrderAsked | MatchAsked | CardAsked | OutputAsked


def asked_of(question: Question, seed: int, level: int, drawn: Drawn) -> Asked | None:
    """What the variant asks for; None for what is calculated or chosen."""
    task = question.task
    chance = Chance("asked", question.key, level, seed)
    match task:
        case Solve():
            return SolveAsked(task.unknowns, drawn.solutions)
        case Table():
            return TableAsked(task.columns, calc.trace(drawn.networks["network"]).rows)
        case Typed():
            return _typed(task, drawn)
        case Order():
            return _ordered([filled(item, drawn) for item in task.items], chance)
        case Match():
            pairs = [(filled(left, drawn), filled(right, drawn)) for left, right in task.pairs]
            return _matched(pairs, chance)
        case Flashcard():
            return CardAsked(filled(task.back, drawn))
        case Output():
            return OutputAsked(task.language, task.code, chance.one_of(task.pinned))
        case _:
            return None


def filled(wording: Wording, drawn: Drawn) -> Text:
    """A text of the question with this variant's numbers in it."""
    return wording.fill(lambda expression: expression.evaluate(drawn.variables, ARITHMETIC))


def values_text(values: Mapping[str, Any]) -> str:
    """``p = 1, s = 2``."""
    return ", ".join(f"{name} = {render(value)}" for name, value in values.items())


def cell_of(row: "Row", column: Column) -> Any:
    """What belongs into a cell; a field is None where it is the whole input."""
    match column:
        case "shape":
            return row.output_shape
        case "parameters":
            return row.parameters
        case "macs":
            return row.macs
        case "rf":
            size = getattr(row.receptive_field, "size", None)
            return size[0] if size is not None and len(set(size)) == 1 else size


def cell_text(value: Any) -> str:
    """A cell as it may be typed."""
    return "-" if value is None else render(value)


def _typed(task: Typed, drawn: Drawn) -> TypedAsked:
    texts = [filled(wording, drawn) for wording in task.accept]
    spellings = [text.in_language(language) for text in texts for language in LANGUAGES]
    return TypedAsked(tuple(dict.fromkeys(filter(None, spellings))), texts[0])


def _ordered(items: list[Text], chance: Chance) -> OrderAsked:
    places = chance.shuffled(range(len(items)))
    if places == sorted(places):  # in order already: nothing would be asked
        places = [*places[1:], places[0]]
    return order_asked(items, places)


def order_asked(items: Sequence[Text], places: Sequence[int]) -> OrderAsked:
    """Items that stand in their order, shown in another: the first is ``items[places[0]]``."""
    answer = tuple(places.index(number) + 1 for number in range(len(items)))
    return OrderAsked(tuple(items[place] for place in places), answer)


def _matched(pairs: list[tuple[Text, Text]], chance: Chance) -> MatchAsked:
    rows = chance.shuffled(pairs)
    return match_asked(rows, chance.shuffled(list(dict.fromkeys(right for _, right in pairs))))


def match_asked(rows: Sequence[tuple[Text, Text]], rights: Sequence[Text]) -> MatchAsked:
    """Pairs in the order of their left sides, against the right sides in theirs."""
    answer = tuple(LETTERS[rights.index(right)] for _, right in rows)
    return MatchAsked(tuple(left for left, _ in rows), tuple(rights), answer)


def _texts(heads: list[str], texts: list[Text], between: str) -> Text:
    return Text(
        *(
            between.join(
                head + text.in_language(language) for head, text in zip(heads, texts, strict=True)
            )
            for language in LANGUAGES
        )
    )
