"""The pictures of a network, each with its steps and what is said under them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from quizapp.calc import Network, Trace, trace
from quizapp.calc.graph.sight import widths
from quizapp.drawing import (
    Grown,
    Sliding,
    diagram_lines,
    field_grid,
    growth,
    kernel_step,
    share_bars,
    slidings,
)
from quizapp.drawing.growing import BEFORE, NEW, PADDED
from quizapp.drawing.sliding import MADE, PADDING, TAKEN
from quizapp.errors import NetworkError
from quizapp.tui.text import QUIET, plain, stacked
from quizapp.words import Language, render, say

ALL_KINDS = frozenset({"growth", "kernel", "diagram", "shares"})

_LINES_SAID = 5
"""Under a picture: a sentence and the signs, in two lines each, and a line between."""


class Room(NamedTuple):
    """The language, and the cells across and down that a page may take."""

    language: Language
    width: int
    height: int

    @property
    def drawing(self) -> int:
        """The lines that are left for a drawing with something said under it."""
        return max(1, self.height - _LINES_SAID)


class GrowthPage(NamedTuple):
    """What a unit sees of the input, layer by layer."""

    shape: tuple[int, ...]
    grown: tuple[Grown, ...]
    kind: str = "growth"
    leap: int = 0

    @property
    def steps(self) -> int:
        """A step for the input and each layer that sees more."""
        return len(self.grown)

    def content(self, step: int, room: Room) -> Content:
        """The grid and its size."""
        lines, coarse = field_grid(self.grown, step, self.shape, room.width, room.drawing)
        here, language = self.grown[step], room.language
        said = say("pictures.pixel", language)
        if here.call:
            size, stride = _agreed(widths(here.stretches)), _agreed(here.stride)
            said = say("pictures.sees", language, call=here.call, size=size, stride=stride)
        signs = say("pictures.growth-signs", language, before=BEFORE, new=NEW, padded=PADDED)
        if coarse > 1:
            signs = f"{say('pictures.coarse', language, count=coarse)}   {signs}"
        return _under(lines, said, signs)


class KernelPage(NamedTuple):
    """A window sliding over its map."""

    sliding: Sliding
    kind: str = "kernel"

    @property
    def steps(self) -> int:
        """A step for each place of the window."""
        return self.sliding.steps

    @property
    def leap(self) -> int:
        """The outputs of a row: so many steps."""
        return self.sliding.outputs[1]

    def content(self, step: int, room: Room) -> Content:
        """The map, the output, and where the window is."""
        sliding, language = self.sliding, room.language
        lines = kernel_step(sliding, step, room.width, room.drawing)
        rows, columns = map(_places, sliding.taken(step))
        in_row = sliding.sizes[0] == 1
        said = say(
            "pictures.window-in-row" if in_row else "pictures.window",
            language,
            call=sliding.call,
            sizes=render(sliding.sizes[in_row:]),
            **({} if in_row else {"rows": rows}),
            columns=columns,
        )
        signs = say("pictures.kernel-signs", language, taken=TAKEN, padding=PADDING, made=MADE)
        return _under(lines, said, signs)


class LinesPage(NamedTuple):
    """A picture without steps, as long as it is."""

    kind: str
    walked: Trace
    hidden: frozenset[str]
    steps: int = 1
    leap: int = 0

    def content(self, _step: int, room: Room) -> Content:
        """The diagram, or the bars."""
        if self.kind == "diagram":
            lines = diagram_lines(self.walked.network, room.width, hidden=self.hidden)
        else:
            lines = share_bars(self.walked, room.width)
        return stacked(plain(line) for line in lines)


Page = GrowthPage | KernelPage | LinesPage
"""One picture: its steps, how many of them make a row (0: up and down scroll), its content."""


def pages_of(
    networks: Mapping[str, Network], kinds: frozenset[str], hidden: frozenset[str]
) -> tuple[tuple[str, Page], ...]:
    """The pictures of some kinds, each with the name of its network."""
    return tuple(
        (name, page)
        for name, network in networks.items()
        for page in _pages(network, hidden)
        if page.kind in kinds
    )


def _pages(network: Network, hidden: frozenset[str]) -> Iterator[Page]:
    try:
        walked = trace(network)
    except NetworkError:  # shown by a question that asks what is wrong with it
        return
    if grown := growth(walked):
        yield GrowthPage(next(iter(network.inputs.values())), grown)
    yield from map(KernelPage, slidings(walked))
    if network.nodes:
        yield LinesPage("diagram", walked, hidden)
    if walked.parameters:
        yield LinesPage("shares", walked, hidden)


def _under(lines: Sequence[str], said: str, signs: str) -> Content:
    picture = stacked(plain(line) for line in lines)
    return stacked([picture, plain(""), plain(said), plain(signs, QUIET)])


def _agreed(numbers: Sequence[object]) -> str:
    """One number where all axes agree."""
    return render(numbers[0] if len(set(numbers)) == 1 else tuple(numbers))


def _places(taken: range) -> str:
    """``2..4``, or each place where the window leaves some out."""
    if taken.step == 1 and len(taken) > 1:
        return f"{taken[0]}..{taken[-1]}"
    return ", ".join(map(str, taken))
