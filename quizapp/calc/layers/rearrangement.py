"""What all layers that only rearrange a tensor share."""

from abc import abstractmethod
from collections.abc import Sequence

from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.receptive_field import Seen, landed
from quizapp.calc.rules import Rules


class Rearrangement(Layer):
    """A function after which an axis may stand elsewhere, or be gone."""

    heeds_places = True

    @abstractmethod
    def landing(self, shape: Shape, output: Shape) -> Sequence[int | None]:
        """For each axis of the shape that arrives its place in the one that leaves; None: gone."""

    def field(self, seen: Seen, shape: Shape, output: Shape, _rules: Rules) -> Seen:
        """As before, wherever the axes now stand; None where one of the map is gone."""
        return landed(seen, self.landing(shape, output), len(output))
