"""A whole network's quantity as one nested sum, what repeats written once: ``3 × (…)``."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from quizapp.calc.derivation.named import named_layer
from quizapp.calc.derivation.steps import quantity_steps
from quizapp.calc.derivation.terms import Leaf, Number, Operation, Term, as_term
from quizapp.calc.graph import Row, Trace
from quizapp.calc.layers.pooling import WindowPool
from quizapp.calc.receptive_field import ReceptiveField
from quizapp.frozen import dataclass
from quizapp.words import render

SUMS = ("parameters", "buffers", "macs", "flops", "receptive_field")
"""The quantities that are sums over the layers."""

LONGEST_REPEAT = 60
"""No longer run of layers is looked for a second time."""

MOST_ADDENDS = 12
"""Of one line; a longer sum goes by subtotals."""


@dataclass(frozen=True, slots=True)
class Summand:
    """So many times a layer's arithmetic, or a sum of summands."""

    times: int
    label: str
    """The layer's call; empty for a sum."""
    term: Term
    """What it comes to once."""
    parts: tuple["Summand", ...] = ()

    @property
    def value(self) -> Number:
        """All of its times."""
        return self.times * self.term.value

    def numbers(self) -> str:
        """On one line, to the bottom: ``3·3·3·8 + 2 × (3·3·8·8 + 2·8)``."""
        inside = " + ".join(part.numbers() for part in self.parts) or self.term.numbers()
        return inside if self.times == 1 else f"{self.times} × ({inside})"

    def expression(self) -> str:
        """The same in the little language, for a sum within its bounds."""
        inside = " + ".join(part.expression() for part in self.parts) or self.term.expression()
        return inside if self.times == 1 else f"{self.times}*({inside})"


@dataclass(frozen=True, slots=True)
class NestedLine:
    """One line of a nested sum: how deep it lies, whose it is, and its arithmetic."""

    depth: int
    label: str
    """The layer's call; empty for a sum."""
    numbers: str
    expression: str
    """In the little language; it evaluates to ``value``."""
    value: Number

    @property
    def text(self) -> str:
        """``3·3·64·64 = 36,864``; a number that says all stands alone."""
        value = render(self.value)
        return value if self.numbers == value else f"{self.numbers} = {value}"


def nested(name: str, walked: Trace, axis: int = 0) -> Summand:
    """The quantity as a sum over the layers, with what repeats in a row folded.

    ``name`` is one of :data:`SUMS`; ``axis`` is that of a receptive field, along the first of the
    paths that see furthest. A quantity that rules or branches make no plain sum of stands unfolded.
    """
    if name not in SUMS:
        raise ValueError(name)
    if name == "receptive_field":
        return _field(walked, axis)
    if name == "flops":
        macs = nested("macs", walked)
        return Summand(2, "", macs.term, macs.parts)
    if name == "buffers":
        parts = list(_buffers(walked))
        return _sum(parts, as_term(sum(part.term for part in parts)))
    parts = list(_counts(name, walked))
    total = walked.rules.total([part.term for part in parts])
    plain = total == sum(part.term.value for part in parts)
    return _sum(parts, as_term(total)) if plain else Summand(1, "", as_term(total))


def nested_lines(whole: Summand) -> tuple[NestedLine, ...]:
    """A line for each summand, those inside a repeat below it and deeper, and the sum at the end.

    No line is long: a layer's arithmetic, or the values of what stands below or above it.
    """
    return tuple(_lines_of_sum(whole, 0))


def _counts(name: str, walked: Trace) -> Iterator[Summand]:
    for step in quantity_steps(name, walked):
        # Sizes that a lazy layer waits for, and the total, belong to no layer's count.
        if step.place and not isinstance(step.result, tuple):
            yield Summand(1, step.label, step.term)


def _buffers(walked: Trace) -> Iterator[Summand]:
    for row in walked.rows:
        if row.buffers:
            yield Summand(1, row.layer, as_term(named_layer(row.operation).buffers()))


def _sum(parts: Sequence[Summand], total: Term) -> Summand:
    return Summand(1, "", total, tuple(folded(parts)))


def folded(parts: Sequence[Summand]) -> list[Summand]:
    """The same summands with runs that repeat written once, shorter runs first."""
    kinds: dict[tuple[Any, ...], int] = {}
    found = [(_kind(part, kinds), part) for part in parts]
    length = 1
    while length <= min(len(found) // 2, LONGEST_REPEAT):
        shorter = _fold(found, length, kinds)
        length = length + 1 if len(shorter) == len(found) else 1
        found = shorter
    return [part for _, part in found]


Kinded = tuple[int, Summand]


def _kind(part: Summand, kinds: dict[tuple[Any, ...], int]) -> int:
    """A number that summands share which are written alike."""
    inside = tuple([_kind(p, kinds) for p in part.parts]) or (part.label, part.term.numbers())
    return kinds.setdefault((part.times, *inside), len(kinds))


def _fold(found: list[Kinded], length: int, kinds: dict[tuple[Any, ...], int]) -> list[Kinded]:
    """Runs of a length that come several times in a row, as one summand each."""
    numbers = [kind for kind, _ in found]
    shorter: list[Kinded] = []
    place = 0
    while place < len(found):
        times = _times(numbers, place, length)
        if times > 1:
            # a b a b a is as often b a: the run that opens with its largest summand reads best.
            starts = [
                s for s in range(place, place + length) if _times(numbers, s, length) == times
            ]
            start = max(starts, key=lambda at: found[at][1].value)
            shorter += found[place:start]
            place = start + times * length
            repeated = _repeated(times, [part for _, part in found[start : start + length]])
            shorter.append((_kind(repeated, kinds), repeated))
        else:
            shorter.append(found[place])
            place += 1
    return shorter


def _times(numbers: list[int], start: int, length: int) -> int:
    """How often a run comes, one behind the other."""
    run, times = numbers[start : start + length], 1
    while numbers[start + times * length : start + (times + 1) * length] == run:
        times += 1
    return times


def _repeated(times: int, run: list[Summand]) -> Summand:
    if len(run) == 1 and run[0].times == 1:
        return Summand(times, run[0].label, run[0].term, run[0].parts)
    once = as_term(sum(part.times * part.term for part in run))
    return Summand(times, "", once, tuple(run))


def _field(walked: Trace, axis: int) -> Summand:
    size: Any = Leaf(walked.rules.field_start())
    parts = [Summand(1, walked.network.name_of(0), size)]
    jump: Number = 1
    recorded: Any = size.value
    plain = True
    for row, seen in _path(walked):
        if getattr(row.operation, "windows", ()):
            grown = _grown(size, jump, row, axis, walked)
            if isinstance(grown, Operation) and grown.sign == "+" and grown.parts[0] is size:
                parts.append(Summand(1, row.layer, grown.parts[1]))
            size = grown
        jump, recorded = seen.effective_stride[axis], seen.size[axis]
        # Where units differ, or axes moved, no sum of windows tells what the widest sees.
        plain = plain and seen.phases is None and seen.places is None
    if not plain or recorded != size.value:
        return Summand(1, "", Leaf(recorded))
    if sum(part.term.value for part in parts) != size.value:
        return Summand(1, "", size)
    return _sum([part for part in parts if part.term.value], size)


def _grown(size: Term, jump: Number, row: Row, axis: int, walked: Trace) -> Any:
    """What a layer makes of the size before it, written by the rules."""
    window = named_layer(row.operation).windows[axis]  # type: ignore[attr-defined] # it has some
    if isinstance(row.operation, WindowPool):
        window = walked.rules.pool_window(window)
    extent = walked.rules.kernel_extent(window.kernel, window.dilation)
    return walked.rules.field_size(size, extent, Leaf(jump, "j"), window)


def _path(walked: Trace) -> list[tuple[Row, ReceptiveField]]:
    """The rows to the last map that has a receptive field, at joins by what sees furthest."""
    maps = {
        row.name: (row, row.receptive_field)
        for row in walked.rows
        if isinstance(row.receptive_field, ReceptiveField)
    }
    path = []
    last = next(reversed(maps.values()), None)
    while last is not None:
        path.append(last)
        sources = [maps[name] for name in last[0].inputs if name in maps]
        last = max(sources, key=lambda source: source[1].size, default=None)
    return path[::-1]


def _lines_of_sum(whole: Summand, depth: int) -> Iterator[NestedLine]:
    parts = whole.parts or (Summand(1, whole.label, whole.term),)
    yield from chain.from_iterable(_lines_of(part, depth) for part in parts)
    if len(parts) > 1 or whole.times > 1:
        yield from _totals([part.value for part in parts], whole.times, depth)


def _lines_of(part: Summand, depth: int) -> Iterator[NestedLine]:
    if not part.parts:
        yield NestedLine(depth, part.label, part.numbers(), part.expression(), part.value)
        return
    yield from _lines_of_sum(part, depth + 1)


def _totals(values: list[Number], times: int, depth: int) -> Iterator[NestedLine]:
    """The sum of the values, by subtotals where there are many, so many times."""
    while len(values) > MOST_ADDENDS:
        lines = -(-len(values) // MOST_ADDENDS)
        length = -(-len(values) // lines)
        chunks = [values[first : first + length] for first in range(0, len(values), length)]
        yield from (_total(chunk, 1, depth) for chunk in chunks)
        values = [sum(chunk) for chunk in chunks]
    yield _total(values, times, depth)


def _total(values: Sequence[Number], times: int, depth: int) -> NestedLine:
    whole = Summand(times, "", as_term(sum(map(Leaf, values))))
    return NestedLine(depth, "", whole.numbers(), whole.expression(), whole.value)
