"""A network as a diagram in box characters: layers below each other, branches side by side.

Layers that leave the same shape stand directly below each other; where the shape changes, there is
a line with the shape beside it. Branches that do not fit beside each other follow one another,
further in, and what they leave is gathered on a line of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from quizapp.calc import Network, Node, walk
from quizapp.calc.layers.learned import Parameter
from quizapp.drawing.ascii import ascii_twin
from quizapp.drawing.branching import Chain, Fork, Item, Side, Woven, chain_of
from quizapp.errors import NetworkError
from quizapp.words import cell_width, fit, render

LEAST_TEXT = 8
"""Cells that are left for a layer however deep it lies."""

DEEPEST = 30


def diagram_lines(
    network: Network,
    width: int = 80,
    *,
    ascii_only: bool = False,
    hidden: frozenset[str] = frozenset(),
) -> list[str]:
    """The diagram, no line of it wider than ``width``, every layer in it once.

    The shapes of the nodes named in ``hidden`` are ``?``; from a layer on that torch refuses there
    are none. What no nesting of branches can show says what feeds it: ``cat(1) ← 3, 5``.
    """
    chain = chain_of(network, min((width - LEAST_TEXT) // 4, DEEPEST))
    block = _Drawing(network, chain, hidden).chain(chain, width, trunk=False, leads=False)
    return ascii_twin(block.lines) if ascii_only else block.lines


class Block(NamedTuple):
    """Lines of text, and the columns from which lines go on below them."""

    lines: list[str]
    ends: tuple[int, ...]


class _Drawing:
    """What is written at each place of a network, and how it is laid out."""

    def __init__(self, network: Network, chain: Chain, hidden: frozenset[str]) -> None:
        count = len(network.inputs)
        self.feeds: list[tuple[int, ...]] = [()] * count
        self.feeds += [() if _is_learned(node) else node.sources for node in network.nodes]
        self.feeding = {feed for feeds in self.feeds for feed in feeds}
        self.shapes = _shapes(network, hidden)
        self.widths: dict[int, int] = {}
        telling = set(_telling(self.feeds, chain, None))
        told = {feed for place in telling for feed in self.feeds[place]}
        self.texts = list(network.inputs)
        for place, node in enumerate(network.nodes, count):
            self.texts.append(f"{node.name}: {node.text}" if place in told else node.text)
        self.fed_by = {
            place: "← " + ", ".join(map(network.name_of, self.feeds[place])) for place in telling
        }

    def chain(self, chain: Chain, width: int, *, trunk: bool, leads: bool) -> Block:
        """A chain within a width; whether a line leads to it, and whether one leads on from it."""
        lines: list[str] = []
        ends: tuple[int, ...] = (0,) if trunk else ()
        for item, after in zip(chain, (*chain[1:], None), strict=False):
            if isinstance(item, Fork):
                fork = self._fork(item, width, trunk=bool(ends))
                lines += fork.lines
                ends = fork.ends
            elif isinstance(item, Side):
                lines += self._side(item, width, trunk=bool(ends))
            else:
                if len(ends) > 1:
                    lines.append(_rule(ends, "├", "┴", "┘"))
                lines += self._places(item, after, width, leads=leads)
                ends = (0,) if after is not None or leads else ()
        return Block(lines, ends)

    def _places(
        self, item: int | Woven, after: Item | None, width: int, *, leads: bool
    ) -> list[str]:
        places = item.places if isinstance(item, Woven) else (item,)
        following = [*places[1:], after.places[0] if isinstance(after, Woven) else after]
        lines = []
        for place, below in zip(places, following, strict=True):
            lines += self._text(place, width)
            if not self._flush(place, below):
                sign = self._sign(place, below, leads=leads)
                lines.append(fit(f"{sign} {self.shapes[place]}", width).rstrip())
        return lines

    def _text(self, place: int, width: int) -> list[str]:
        """The call, and what feeds it: behind it where there is room, else below."""
        text = self.texts[place]
        fed_by = self.fed_by.get(place, "")
        if cell_width(text) + 1 + cell_width(fed_by) > width:
            below = wrap(fed_by, max(1, width - 2), break_on_hyphens=False)
            return [fit(line, width).rstrip() for line in (text, *(f"  {line}" for line in below))]
        return [f"{text} {fed_by}".rstrip()]

    def _flush(self, place: int, below: Item | None) -> bool:
        """Whether the next place stands directly below, as it has but this one's shape."""
        return (
            isinstance(below, int)
            and self.feeds[below] == (place,)
            and self.shapes[below] == self.shapes[place]
        )

    def _sign(self, place: int, below: Item | None, *, leads: bool) -> str:
        """The line that leaves a place: on to what it feeds, out of the network, or elsewhere."""
        if place not in self.feeding:
            return "▼"
        if isinstance(below, int):
            return "│" if place in self.feeds[below] else "╵"
        return "│" if below is not None or leads else "╵"

    def _side(self, side: Side, width: int, *, trunk: bool) -> list[str]:
        if not trunk:
            return self.chain(side.branch, width, trunk=False, leads=False).lines
        block = self.chain(side.branch, width - 2, trunk=True, leads=False)
        return ["├─┐", *(f"│ {line}" for line in block.lines)]

    def _fork(self, fork: Fork, width: int, *, trunk: bool) -> Block:
        branches = _straight_first(fork)
        full = [branch for branch in branches if branch]
        if len(full) < 2 or self._width_of(fork) <= width:
            return self._beside(branches, width, trunk=trunk)
        return self._below(full, width, trunk=trunk, straight=len(full) < len(branches))

    def _width(self, chain: Chain) -> int:
        """The cells a chain takes where it has all it needs."""
        if id(chain) not in self.widths:
            self.widths[id(chain)] = max(map(self._width_of, chain), default=1)
        return self.widths[id(chain)]

    def _width_of(self, item: Item) -> int:
        if isinstance(item, Fork):
            return _side_by_side(map(self._width, _straight_first(item)))[1]
        if isinstance(item, Side):
            return 2 + self._width(item.branch)
        places = item.places if isinstance(item, Woven) else (item,)
        return max(
            max(
                cell_width(f"{self.texts[place]} {self.fed_by.get(place, '')}".rstrip()),
                2 + cell_width(self.shapes[place]),
            )
            for place in places
        )

    def _beside(self, branches: Sequence[Chain], width: int, *, trunk: bool) -> Block:
        """Branches side by side."""
        starts, _ = _side_by_side(map(self._width, branches))
        blocks = [
            self.chain(branch, width - start, trunk=trunk, leads=True)
            for branch, start in zip(branches, starts, strict=True)
        ]
        fed = [n for n, branch in zip(starts, branches, strict=True) if self._is_fed(branch)]
        lines = [_rule(fed, "├", "┬", "┐")] if trunk and len(fed) > 1 else []
        for row in range(max(len(block.lines) for block in blocks)):
            line = ""
            for block, start in zip(blocks, starts, strict=True):
                part = block.lines[row] if row < len(block.lines) else _running(block.ends)
                line += " " * (start - cell_width(line)) + part
            lines.append(line)
        ends = [
            start + end for block, start in zip(blocks, starts, strict=True) for end in block.ends
        ]
        return Block(lines, tuple(ends))

    def _is_fed(self, branch: Chain) -> bool:
        """Whether a branch leaves the place before it; what is learned comes from nowhere."""
        return not branch or not isinstance(branch[0], int) or bool(self.feeds[branch[0]])

    def _below(
        self, branches: Sequence[Chain], width: int, *, trunk: bool, straight: bool
    ) -> Block:
        """Branches below each other; ``straight``: the line they leave from goes on as well."""
        lines: list[str] = []
        left = 2 if trunk else 0
        for number, branch in enumerate(branches):
            goes_on = straight or number < len(branches) - 1
            gathered = "│" if number else " "
            if trunk and self._is_fed(branch):
                lines.append(f"{'├' if goes_on else '└'}─{'┼' if number else '─'}─┐")
            margin = ("│ " if goes_on else "  ")[:left]
            block = self.chain(branch, width - left - 2, trunk=trunk, leads=True)
            lines += [f"{margin}{gathered} {line}" for line in block.lines]
            columns = (0, *(2 + end for end in block.ends))
            lines.append(margin + _rule(columns, "├" if number else "┌", "┴", "┘"))
        if trunk:
            lines.append("├─┘" if straight else "┌─┘")
        return Block(lines, (0,))


def _shapes(network: Network, hidden: frozenset[str]) -> list[str]:
    """What is written beside the line that leaves each place."""
    shapes = [render(shape) for shape in network.inputs.values()]
    try:
        for row in walk(network):
            shapes.append("?" if row.name in hidden else render(row.output_shape))  # noqa: PERF401 # as far as it goes
    except NetworkError:
        missing = len(network.inputs) + len(network.nodes) - len(shapes)
        shapes += [""] * missing
    return shapes


def _is_learned(node: Node) -> bool:
    return isinstance(node.layer, Parameter)


def _telling(feeds: Sequence[tuple[int, ...]], chain: Chain, above: int | None) -> Iterator[int]:
    """The places that have to say what feeds them, as lines do not show it.

    ``above`` is the place from which a line leads to the chain.
    """
    woven = False
    for item in chain:
        if isinstance(item, Fork):
            for branch in item.branches:
                yield from _telling(feeds, branch, above)
            woven = _ends_woven(item)
        elif isinstance(item, Side):
            yield from _telling(feeds, item.branch, above)
        elif isinstance(item, Woven):
            yield from (
                place
                for before, place in zip((above, *item.places), item.places, strict=False)
                if feeds[place] not in ((), (before,))
            )
            woven = True
        else:
            if woven:
                yield item
            woven = False
            above = item


def _ends_woven(item: Item) -> bool:
    if isinstance(item, Fork):
        return any(branch and _ends_woven(branch[-1]) for branch in item.branches)
    return isinstance(item, Woven)


def _straight_first(fork: Fork) -> list[Chain]:
    """The branches, a straight line before a single other: beside it that one loses no width."""
    full = [branch for branch in fork.branches if branch]
    if len(full) > 1:
        return list(fork.branches)
    return [(), *full] if full else [(), ()]


def _side_by_side(widths: Iterable[int]) -> tuple[list[int], int]:
    """The columns at which parts of these widths start, and the width of all."""
    starts, end, room = [], 0, 0
    for width in widths:
        starts.append(end + room)
        end = starts[-1] + width
        room = 1 if width == 1 else 2
    return starts, end


def _running(ends: Sequence[int]) -> str:
    """Lines that go on."""
    return _rule(ends, "│", "│", "│", " ")


def _rule(columns: Sequence[int], opening: str, middle: str, closing: str, rest: str = "─") -> str:
    """A line from the first of the columns to the last, with a sign at each."""
    cells = [rest] * (columns[-1] + 1)
    for column in columns:
        cells[column] = middle
    cells[columns[0]], cells[columns[-1]] = opening, closing
    return "".join(cells)
