"""A network: inputs, and operations in an order in which each follows what feeds it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from quizapp.calc.layers import Layer, Shape
from quizapp.frozen import dataclass

MOST_NODES = 20_000


# A named tuple: a large network makes hundreds, in a third of the time of a frozen dataclass.
class Node(NamedTuple):
    """One operation of a network."""

    name: str
    text: str
    """The call as it is written: ``Conv2d(3, 64, 7, stride=2)``."""
    layer: Layer
    sources: tuple[int, ...]
    """What feeds it: places in the list of the inputs followed by the nodes."""
    path: tuple[str | int, ...] = ()
    """Where in the written form it stands."""
    column: int = 0
    """Where it begins in the string found there."""


@dataclass(frozen=True, slots=True)
class Network:
    """Inputs by name, each a shape without the batch, and nodes in order; the last leads out."""

    inputs: Mapping[str, Shape]
    nodes: tuple[Node, ...]

    def name_of(self, place: int) -> str:
        """The name of an input or node by its place in the list of both."""
        count = len(self.inputs)
        return list(self.inputs)[place] if place < count else self.nodes[place - count].name

    def parting(self, one: int, other: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names along the paths to two places, from where they part; neither is empty."""
        left, right = self._path(one), self._path(other)
        while min(len(left), len(right)) > 1 and left[0] == right[0]:
            left, right = left[1:], right[1:]
        if left[0] == right[0]:
            left, right = left[1:] or left, right[1:] or right
        return tuple(left), tuple(right)

    def _path(self, place: int) -> list[str]:
        """Names from an input to a place, along the first of several sources."""
        count, places = len(self.inputs), [place]
        while places[-1] >= count:
            places.append(self.nodes[places[-1] - count].sources[0])
        return [self.name_of(step) for step in reversed(places)]

    def as_json(self) -> dict[str, Any]:
        """The written form again, every layer alone; reading it gives the same network."""
        alone = list(self.inputs) == ["input"]
        shapes = {name: list(shape) for name, shape in self.inputs.items()}
        count = len(self.inputs)
        layers: list[Any] = []
        for number, node in enumerate(self.nodes):
            before = (count + number - 1,)
            if node.sources == before and node.name == str(number + 1):
                layers.append(node.text)
                continue
            feeds = [self.name_of(place) for place in node.sources]
            layers.append(
                {
                    "name": node.name,
                    "layer": node.text,
                    "from": feeds if node.layer.joins else feeds[0],
                }
            )
        return {"input": shapes["input"] if alone else shapes, "layers": layers}
