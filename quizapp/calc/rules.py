"""The short table that every walk consults: how each number of a layer comes about.

The arithmetic after Dumoulin and Visin, *A guide to convolution arithmetic for deep learning*
(arXiv:1603.07285), relations 6, 14 and 15; receptive fields after Araujo, Norris and Sim,
*Computing Receptive Fields of Convolutional Neural Networks* (Distill 2019).

A table with one entry replaced describes a way of getting it wrong; the walk is the same. Every
entry works on numbers and on derivation terms alike, so it writes its own steps. What is reckoned
without a network has small tables of its own, which stand in ``tables``; their entries are named
with a dot, ``yolo.cells``.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from quizapp.frozen import dataclass

if TYPE_CHECKING:
    from quizapp.calc.detection import RuleTable


class Window(NamedTuple):
    """How a kernel moves along one axis. ``ceil`` rounds the number of its places up."""

    kernel: int
    stride: int = 1
    before: int = 0
    after: int = 0
    dilation: int = 1
    ceil: bool = False


N = Any
"""A number or a derivation term."""


def _padding_total(window: Window) -> N:
    return 2 * window.before if window.before == window.after else window.before + window.after


def _kernel_extent(kernel: N, dilation: N) -> N:
    return kernel if dilation == 1 else dilation * (kernel - 1) + 1


def _rounded_down(span: N, stride: N) -> N:
    return span // stride


def _rounded_up(span: N, stride: N) -> N:
    return -(-span // stride)


def _window_count(rules: "Rules", size: N, window: Window) -> N:
    """⌊(i + 2p − extent)/s⌋ + 1; in ceil mode no window starts in the padding behind."""
    span = size + rules.padding_total(window) - rules.kernel_extent(window.kernel, window.dilation)
    if not window.ceil:
        return rules.rounded_down(span, window.stride) + rules.first_window()
    count = rules.rounded_up(span, window.stride) + rules.first_window()
    starts_outside = (count - 1) * window.stride >= size + window.before
    return count - 1 if starts_outside else count


def _pooled(rules: "Rules", size: N, window: Window) -> N:
    return rules.window_count(rules, size, window)


def _transposed_size(size: N, window: Window, output_padding: N) -> N:
    """(i − 1)·s − 2p + d·(k − 1) + output_padding + 1 (relation 14)."""
    shrunk = (size - 1) * window.stride - 2 * window.before
    return shrunk + window.dilation * (window.kernel - 1) + output_padding + 1


def _kernel_area(layer: Any, _shape: Sequence[N], _output: Sequence[N]) -> N:
    return math.prod(layer.kernel_size)


def _channels_seen(layer: Any) -> N:
    """Channels one filter sees: all of them, or its group's share."""
    return layer.in_channels if layer.groups == 1 else layer.in_channels // layer.groups


def _filters(layer: Any) -> N:
    return layer.out_channels


def _convolution_weights(_layer: Any, area: N, channels: N, filters: N) -> N:
    return area * channels * filters


def _with_biases(_layer: Any, weights: N, biases: N, _output: Sequence[N]) -> N:
    return weights + biases


def _positions(_shape: Sequence[N], output: Sequence[N]) -> N:
    return math.prod(output[1:])


def _products_at(_layer: Any, products: N, positions: N) -> N:
    return products * positions


def _joined_shapes(_network: Any, node: Any, shapes: Sequence[Any]) -> tuple[Any, ...]:
    return tuple([shapes[source] for source in node.sources])


def _field_size(size: N, extent: N, jump: N, _window: Window) -> N:
    return size + (extent - 1) * jump


def _field_jump(jump: N, stride: N) -> N:
    return jump * stride


def _flat_length(shape: Sequence[N]) -> N:
    return math.prod(shape)


def _same(value: N) -> N:
    return value


@dataclass(frozen=True)
class Rules:
    """The table. :data:`TRUE` is how torch does it; ``with_`` replaces entries."""

    padding_total: Callable[[Window], N] = _padding_total
    kernel_extent: Callable[[N, N], N] = _kernel_extent
    rounded_down: Callable[[N, N], N] = _rounded_down
    rounded_up: Callable[[N, N], N] = _rounded_up
    first_window: Callable[[], N] = lambda: 1
    """The + 1: the window that stands before any step is taken."""
    window_count: Callable[["Rules", N, Window], N] = _window_count
    pooled: Callable[["Rules", N, Window], N] = _pooled
    """The size a pool leaves."""
    transposed_size: Callable[[N, Window, N], N] = _transposed_size
    output_channels: Callable[[N, N], N] = lambda _arriving, written: written
    pooled_channels: Callable[[N], N] = _same
    padded_channels: Callable[[N, Window], N] = lambda channels, _window: channels
    """The sides in front of those that are padded."""
    flat_length: Callable[[Sequence[N]], N] = _flat_length

    kernel_area: Callable[[Any, Sequence[N], Sequence[N]], N] = _kernel_area
    channels_seen: Callable[[Any], N] = _channels_seen
    filters: Callable[[Any], N] = _filters
    convolution_weights: Callable[[Any, N, N, N], N] = _convolution_weights
    has_bias: Callable[[Any], bool] = lambda layer: layer.bias
    """Of a convolution or a dense layer."""
    biases: Callable[[N, Any], N] = lambda count, _layer: count
    with_biases: Callable[[Any, N, N, Sequence[N]], N] = _with_biases
    norm_parameters: Callable[[N, Any, Sequence[N]], N] = lambda channels, _layer, _shape: (
        2 * channels
    )
    """A norm's learnable γ and β, one each a channel (a number, for norms over the last axes)."""
    pool_parameters: Callable[[Any], N] = lambda _layer: 0

    positions: Callable[[Sequence[N], Sequence[N]], N] = _positions
    products_at: Callable[[Any, N, N], N] = _products_at
    """MACs of a convolution or a dense layer: products of one position, and how many there are."""

    field_start: Callable[[], N] = lambda: 1
    field_size: Callable[[N, N, N, Window], N] = _field_size
    field_jump: Callable[[N, N], N] = _field_jump
    pool_window: Callable[[Window], Window] = _same
    """The window through which a pool looks, for receptive fields."""

    joined_shapes: Callable[[Any, Any, Sequence[Any]], tuple[Any, ...]] = _joined_shapes
    """What a join is fed: network, node, and the shapes of the inputs and nodes so far."""
    joined_channels: Callable[[Sequence[N]], N] = sum
    counted: Callable[["Rules", Sequence[Any]], Sequence[Any]] = lambda _rules, rows: rows
    """The rows whose parameters and MACs add up to the network's."""
    total: Callable[[Sequence[N]], N] = sum
    asked: Callable[[str], str] = _same
    """The quantity answered when ``parameters``, ``macs`` … is asked for."""
    tables: Mapping[str, "RuleTable"] = field(default_factory=dict)
    """Of what is reckoned without a network, those in which an entry is replaced."""

    def table(self, name: str) -> "RuleTable":
        """The table of a calculation without a network. Raises KeyError for one unknown."""
        if name in self.tables:
            return self.tables[name]
        from quizapp.calc.detection import TABLES  # few networks come with such a calculation

        return TABLES[name]

    def entry(self, name: str) -> Any:
        """An entry by its name; ``yolo.cells`` is one of a table within."""
        table, _, inner = name.rpartition(".")
        return getattr(self.table(table) if table else self, inner)

    def with_(self, **entries: Any) -> Self:
        """The same table with some entries replaced. Raises TypeError for an entry unknown."""
        plain = {name: entry for name, entry in entries.items() if "." not in name}
        if len(plain) < len(entries):
            plain["tables"] = self._tables_with(entries)
        if not plain.keys() <= self.__dict__.keys():
            raise TypeError(f"no such entries: {plain.keys() - self.__dict__.keys()}")
        # Mistakes make a table for each answer they try; dataclasses.replace costs 18 µs of each.
        changed = object.__new__(type(self))
        changed.__dict__.update(self.__dict__, **plain)
        return changed

    def _tables_with(self, entries: Mapping[str, Any]) -> Mapping[str, "RuleTable"]:
        tables = dict(self.tables)
        for name, entry in entries.items():
            table, _, inner = name.rpartition(".")
            if not table:
                continue
            try:
                before = tables.get(table) or self.table(table)
            except KeyError:
                raise TypeError(f"no such table: {table}") from None
            tables[table] = before.with_(**{inner: entry})
        return tables


TRUE = Rules()
