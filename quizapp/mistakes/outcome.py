"""What an answer comes to when something goes wrong on the way."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from quizapp.calc import TRUE, Row, Rules, detection
from quizapp.calc.vocabulary import FIELD_QUANTITIES, FirstWay
from quizapp.errors import ExpressionError, NetworkError
from quizapp.expressions import Expression
from quizapp.frozen import dataclass
from quizapp.mistakes.catalogue import CATALOGUE
from quizapp.mistakes.mistake import COUNTS, Mistake, figures_of


@dataclass(frozen=True, slots=True)
class Truth:
    """The right answer, and what its arithmetic goes through."""

    answer: Any
    quantities: frozenset[str]
    """What is asked of networks, and the calculations without one."""
    consulted: frozenset[str]
    """The entries of the rule table that the walks look at."""


def truth_of(answer: Expression, variables: Mapping[str, Any]) -> Truth:
    """The answer by the true rules. Raises NetworkError or ExpressionError where it has none."""
    consulted: set[str] = set()
    way = FirstWay(_noting(consulted))
    value = answer.evaluate(variables, way.functions)
    names = {name for name, _ in (*way.asked, *way.reckoned)}
    # What a lazy layer takes has to be worked out, so sizes are on the way to its parameters.
    if any(row.layer.startswith("Lazy") for _, walked in way.asked for row in walked.rows):
        names.add("elements")
    return Truth(value, frozenset(names), frozenset(consulted))


def _noting(consulted: set[str]) -> Rules:
    """The true rules, that note which of them are looked at."""

    def over(name: str, entry: Callable[..., Any]) -> Callable[..., Any]:
        def noted(*numbers: Any) -> Any:
            consulted.add(name)
            return entry(*numbers)

        return noted

    entries = {name: entry for name, entry in vars(TRUE).items() if callable(entry)}
    return TRUE.with_(**{name: over(name, entry) for name, entry in entries.items()})


def concerning(truth: Truth) -> list[Mistake]:
    """The mistakes of the catalogue that are about what this answer goes through.

    Up to where the ways part both walks are one, so an entry that the true walk never looks at
    parts no way.
    """
    return [
        mistake
        for mistake in CATALOGUE
        if not mistake.touches.isdisjoint(truth.quantities)
        and any("." in name or name in truth.consulted for name in mistake.replaces)
    ]


class Watch:
    """Rules with mistakes in them, that notice when one makes a difference on the way."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.parted = False
        self._wrong_step = False
        replaced = {name: own for mistake in mistakes for name, own in mistake.replaces.items()}
        entries = {name: self._over(name, broken) for name, broken in replaced.items()}
        if "field_jump" in replaced:
            entries["field_jump"] = self._over_steps(replaced["field_jump"])
            entries["field_size"] = self._in_steps(entries.get("field_size", TRUE.field_size))
        self.rules: Rules = TRUE.with_(**entries)

    def applies(self, way: FirstWay) -> bool:
        """Whether a mistake made a difference in what was asked this way."""
        last_step_counts = any(name in _OF_STEPS for name, _ in way.asked)
        return self.parted or (self._wrong_step and last_step_counts)

    def _over(self, name: str, broken: Callable[..., Any]) -> Callable[..., Any]:
        table, _, _ = name.rpartition(".")
        true = TRUE.entry(name)

        def right(part: Any) -> Any:
            # An entry that consults others is held against what the true table makes of it.
            if isinstance(part, Rules):
                return TRUE
            if table and isinstance(part, detection.RuleTable):
                return TRUE.table(table)
            return part

        def entry(*numbers: Any) -> Any:
            value = broken(*numbers)
            if not self.parted:
                self.parted = value != true(*map(right, numbers))
            return value

        return entry

    def _over_steps(self, broken: Callable[..., Any]) -> Callable[..., Any]:
        def entry(*numbers: Any) -> Any:
            step = broken(*numbers)
            if step == TRUE.field_jump(*numbers):
                return step
            self._wrong_step = True
            return _WrongStep(step)

        return entry

    def _in_steps(self, grown: Callable[..., Any]) -> Callable[..., Any]:
        """A wrong step between units makes a difference where a later window takes it."""

        def entry(size: Any, extent: Any, jump: Any, window: Any) -> Any:
            self.parted = self.parted or (isinstance(jump, _WrongStep) and extent > 1)
            return grown(size, extent, jump, window)

        return entry


class _WrongStep(int):
    """A step that a mistake made; no sum or product of it is marked."""


_OF_STEPS = {"effective_stride", "effective_padding"}
"""Quantities in which the step of the last layer shows."""


def wrong_answer(
    mistakes: Iterable[Mistake], answer: Expression, variables: Mapping[str, Any]
) -> Any:
    """The answer with all these mistakes made; None where they do not apply.

    They apply when they make a difference somewhere on the way; the answer may still be the right
    one (then they are masked). They do not where the broken walk falls apart.
    """
    watch = Watch(mistakes)
    way = FirstWay(watch.rules)
    try:
        value = answer.evaluate(variables, way.functions)
    except (NetworkError, ExpressionError):
        return None
    return value if watch.applies(way) else None


def parting_row(
    mistakes: Iterable[Mistake], answer: Expression, variables: Mapping[str, Any]
) -> Row | None:
    """The first layer that comes out otherwise with these mistakes; the last where none does.

    None where no network is asked.
    """
    return _parting(mistakes, answer, variables)[0]


def figures_at_parting(
    mistakes: Iterable[Mistake], answer: Expression, variables: Mapping[str, Any]
) -> Mapping[str, object]:
    """The numbers that sentences about these mistakes may use.

    Those of the layer at which the ways part, or the arguments, by their names, of the calculation
    that goes wrong.
    """
    mistakes = list(mistakes)
    row, right = _parting(mistakes, answer, variables)
    figures = figures_of(row)
    for name, arguments in reversed(right.reckoned):
        if any(name in mistake.touches for mistake in mistakes):
            figures = {
                **figures,
                **dict(zip(detection.CALCULATIONS[name].symbols, arguments, strict=False)),
            }
    return figures


def _parting(
    mistakes: Iterable[Mistake], answer: Expression, variables: Mapping[str, Any]
) -> tuple[Row | None, FirstWay]:
    rules = TRUE
    for mistake in mistakes:
        rules = mistake.rules(rules)
    right, wrong = FirstWay(), FirstWay(rules)
    answer.evaluate(variables, right.functions)
    answer.evaluate(variables, wrong.functions)
    last = None
    for (name, true_walk), (_, broken_walk) in zip(right.asked, wrong.asked, strict=False):
        # Broken rules may leave rows out of a count; those left out come out otherwise too.
        counts = name in COUNTS
        broken = {row.name: row for row in (broken_walk.counted if counts else broken_walk.rows)}
        for last in true_walk.counted if counts else true_walk.rows:
            row = broken.get(last.name)
            if row is None or _figures(name, last) != _figures(name, row):
                return last, right
    return last, right


def _figures(name: str, row: Row) -> object:
    """What a quantity's walk shows of a row."""
    if name == "parameters":
        return row.parameters, row.output_shape
    if name in COUNTS:
        return row.macs, row.output_shape
    if name in FIELD_QUANTITIES:
        return row.receptive_field
    return row.output_shape
