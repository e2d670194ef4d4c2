"""The steps to a quantity, written by the same layers and rules that computed it."""

from collections.abc import Iterator, Sequence
from math import prod
from typing import Any

from quizapp.calc.derivation.named import named_input, named_layer, named_shape
from quizapp.calc.derivation.terms import Leaf, Term, as_term, value_of
from quizapp.calc.graph import Row, Trace
from quizapp.calc.layers.convolution import WeightedKernel
from quizapp.calc.layers.dense import Linear
from quizapp.calc.receptive_field import ReceptiveField
from quizapp.calc.rules import Rules
from quizapp.calc.vocabulary import SHAPE_QUANTITIES
from quizapp.frozen import dataclass

_FIGURES = {
    "receptive_field": "size",
    "effective_stride": "effective_stride",
    "effective_padding": "effective_padding",
}
"""Quantities of a receptive field, and where it keeps them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a solution: what it is about, the arithmetic, and what comes of it."""

    label: str
    """The layer's call, or the expression that combines what came before."""
    term: Term
    result: Any
    """The value shown: the term's own, or the shape it belongs to."""
    place: str = ""
    """The node's name, so that two walks can be compared line by line."""

    @property
    def value(self) -> Any:
        """The number the arithmetic comes to."""
        return self.term.value


def quantity_steps(name: str, walked: Trace) -> tuple[Step, ...]:
    """The steps to a quantity of a network, layer by layer; a sum at the end where it takes one."""
    if name in ("parameters", "macs", "flops"):
        return tuple(_counted(name, walked))
    if name == "buffers":
        return tuple(_buffered(walked))
    if name in SHAPE_QUANTITIES:
        return tuple(_sized(name, walked))
    if name == "activations":
        return tuple(_kept(walked))
    if name == "weight_shape":
        return tuple(_weighed(walked))
    if name in _FIGURES:
        return tuple(_seen(name, walked))
    return ()


def _counted(name: str, walked: Trace) -> Iterator[Step]:
    count = "parameters" if name == "parameters" else "macs"
    if name == "parameters" and any(row.layer.startswith("Lazy") for row in walked.rows):
        yield from _sized("output_shape", walked)
    parts = []
    for row in walked.counted:
        number = getattr(row, count)
        if number:
            layer = named_layer(row.operation)
            shape = named_input(row.operation, row.input_shapes)
            output = named_shape(row.output_shape)
            term = as_term(getattr(layer, count)(shape, output, walked.rules))
            yield Step(row.layer, term, number, row.name)
            parts.append(Leaf(number))
    if len(parts) > 1:
        total = as_term(walked.rules.total(parts))
        yield Step("", total, total.value)
    if name == "flops":
        doubled = 2 * as_term(Leaf(walked.macs))
        yield Step("", doubled, doubled.value)


def _buffered(walked: Trace) -> Iterator[Step]:
    """What each layer keeps without learning it, and their sum."""
    parts = []
    for row in walked.rows:
        if row.buffers:
            term = as_term(named_layer(row.operation).buffers())
            yield Step(row.layer, term, row.buffers, row.name)
            parts.append(Leaf(row.buffers))
    yield from _summed(parts)


def _sized(name: str, walked: Trace) -> Iterator[Step]:
    last = None
    for row in walked.rows:
        shapes = row.input_shapes
        if not row.operation.joins and row.output_shape == shapes[0] and not _windows(row):
            continue
        layer: Any = named_layer(row.operation)
        sides = layer.output_shape(named_input(row.operation, shapes), walked.rules)
        for axis in _axes_to_show(name, row):
            term = as_term(sides[axis])
            if not isinstance(term, Leaf):
                last = term.value
                yield Step(row.layer, term, row.output_shape, row.name)
    if name == "elements":
        product = as_term(prod(map(Leaf, walked.output_shape)))
        if not isinstance(product, Leaf):
            yield Step("", product, product.value)
        elif product.value != last and walked.rows:
            # A written length, as a dense layer's: nothing to reckon, but it is the answer.
            yield Step(walked.rows[-1].layer, product, product.value)


def _kept(walked: Trace) -> Iterator[Step]:
    """The numbers of each map, and their sum."""
    yield from _sized("output_shape", walked)
    parts = []
    for row in walked.rows:
        term = as_term(prod(map(Leaf, row.output_shape)))
        yield Step(row.layer, term, term.value, row.name)
        parts.append(Leaf(term.value))
    yield from _summed(parts)


def _summed(parts: Sequence[Leaf]) -> Iterator[Step]:
    if len(parts) > 1:
        total = as_term(sum(parts))
        yield Step("", total, total.value)


def _weighed(walked: Trace) -> Iterator[Step]:
    """How many channels a kernel sees, which is all there is to reckon of a weight's shape."""
    for row in walked.rows:
        if isinstance(row.operation, WeightedKernel | Linear):
            named: Any = named_layer(row.operation)
            sides = named.weight_shape(walked.rules)
            yield Step(row.layer, as_term(sides[1]), value_of(sides), row.name)


def _axes_to_show(name: str, row: Row) -> list[int]:
    """The axes whose arithmetic is worth a line: one of two that are alike is enough."""
    rank = len(row.output_shape)
    if name == "channels":
        return [0][:rank]
    if name in ("height", "width"):
        wanted = -2 if name == "height" else -1
        return [wanted] if rank > 2 else []
    alike = len(set(row.output_shape[1:])) <= 1 and len(set(_windows(row))) <= 1
    return [0, 1][:rank] if alike else list(range(rank))


def _windows(row: Row) -> tuple[Any, ...]:
    return tuple(getattr(row.operation, "windows", ()))


def _seen(name: str, walked: Trace) -> Iterator[Step]:
    before = {row.name: row.receptive_field for row in walked.rows}
    for row in walked.rows:
        seen = before.get(row.inputs[0], _input_field(walked, row))
        after = row.receptive_field
        if not isinstance(seen, ReceptiveField) or not isinstance(after, ReceptiveField):
            continue
        figures = getattr(after, _FIGURES[name])
        told = _windows(row) and not any((seen.phases, after.phases, seen.places))
        if not _windows(row) and figures == getattr(seen, _FIGURES[name]):
            continue
        for axis in [0] if _same_on_all_axes(after) else range(len(after.size)):
            # Where units differ, or there is no window, what comes out is said without a formula.
            term = _field_term(name, row, seen, axis, walked.rules) if told else Leaf(figures[axis])
            yield Step(row.layer, term, term.value, row.name)


def _input_field(walked: Trace, row: Row) -> ReceptiveField:
    axes = len(row.input_shapes[0]) - 1
    return ReceptiveField((walked.rules.field_start(),) * axes, (1,) * axes, (0,) * axes)


def _same_on_all_axes(seen: ReceptiveField) -> bool:
    return all(len(set(numbers)) == 1 for numbers in seen[:3])


def _field_term(name: str, row: Row, seen: ReceptiveField, axis: int, rules: Rules) -> Term:
    layer: Any = named_layer(row.operation)
    window = layer.windows[axis]
    if hasattr(layer, "ceil_mode"):
        window = rules.pool_window(window)
    size, jump = Leaf(seen.size[axis], "r"), Leaf(seen.effective_stride[axis], "j")
    if name == "effective_stride":
        return as_term(rules.field_jump(jump, window.stride))
    if name == "effective_padding":
        return as_term(Leaf(seen.effective_padding[axis], "P") + window.before * jump)
    extent = rules.kernel_extent(window.kernel, window.dilation)
    return as_term(rules.field_size(size, extent, jump, window))
