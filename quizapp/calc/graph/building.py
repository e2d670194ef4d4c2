"""Networks put together in Python, call by call."""

from typing import Any

from quizapp.calc.graph.calls import written
from quizapp.calc.graph.network import Network, Node


class Builder:
    """Puts a network together, each node by torch's name and arguments of its layer.

    The input and the nodes go by their places, which :meth:`layer` gives: 0 is the input's. Nodes
    are named by their number, counted again in each part: ``layer1.0.3`` is the third of the part
    ``layer1.0``.
    """

    def __init__(self, *shape: int) -> None:
        self.here = 0
        """The place that feeds the next layer: the newest, unless one goes back to another."""
        self._shape = shape
        self._nodes: list[Node] = []
        self._part = ""
        self._before_part = 0

    def part(self, name: str) -> None:
        """Begin a part, after which the nodes that follow are called; no name may come twice."""
        self._part = f"{name}."
        self._before_part = len(self._nodes)

    def layer(
        self, call: str, *args: Any, after: int | tuple[int, ...] | None = None, **keywords: Any
    ) -> int:
        """Append a layer fed by the places ``after``; its own place.

        Raises NetworkError for what torch refuses to construct.
        """
        made = written(call, *args, **keywords)
        if after is None:
            after = self.here
        sources = (after,) if isinstance(after, int) else after
        place = self.here = len(self._nodes) + 1
        name = f"{self._part}{place - self._before_part}"
        self._nodes.append(Node(name, made.text, made.layer, sources))
        return place

    def network(self) -> Network:
        """The network as far as it is built; the newest node leads out."""
        return Network({"input": self._shape}, tuple(self._nodes))
