"""Receptive fields of the shipped banks beside a real torch: which inputs move one output?

Runs where torch is installed: ``pytest -m torch``.
"""

from typing import Any

import pytest

from quizapp.calc import Network, ReceptiveField, trace
from quizapp.calc.detection import CALCULATIONS
from quizapp.calc.vocabulary import FIELD_QUANTITIES, Answering, quantity
from quizapp.drawing import torch_code
from quizapp.generate import generate
from tests.questions.shipped import CALCULATED, task_of
from tests.shipped import QUESTIONS

torch = pytest.importorskip("torch")
pytestmark = pytest.mark.torch

SEEDS = range(4)
ROOM = 5
"""Strides that the image is larger than the field, so that two units lie inside it."""

ASKED = [
    key
    for key in CALCULATED
    if task_of(key).answer.calls & FIELD_QUANTITIES
    and task_of(key).answer.calls.isdisjoint(CALCULATIONS)
]


class Watched:
    """A network whose every weight counts, so that gradients show what a unit sees."""

    def __init__(self, network: Network) -> None:
        self._ours: Any = trace(network).receptive_field
        # Of a maximum only one place has a gradient, of an average all.
        code = "\n".join(torch_code(network)).replace("nn.MaxPool", "nn.AvgPool")
        names: dict[str, Any] = {}
        exec(code, names)  # noqa: S102 # our own code, made here
        self._module = names["model"].double().eval()
        for tensor in self._module.parameters():
            torch.nn.init.constant_(tensor, 1 / tensor[0].numel() if tensor.dim() > 1 else 0)
        (shape,) = network.inputs.values()
        self._image = (1, shape[0], *map(self._enough, range(len(shape) - 1)))

    def _enough(self, axis: int) -> int:
        ours = self._ours
        return int(ours.size[axis] + ours.effective_padding[axis] + ROOM * self._step(axis))

    def _step(self, axis: int) -> int:
        return int(self._ours.effective_stride[axis])

    @property
    def receptive_field(self) -> ReceptiveField:
        """Size, stride and padding, each axis measured on two units that lie side by side."""
        units = [self._ours.effective_padding[a] // self._step(a) + 1 for a in self._axes]
        here, there = self._seen(units), self._seen([unit + 1 for unit in units])
        size = tuple(last - first + 1 for first, last in here)
        steps = tuple(there[axis][0] - here[axis][0] for axis in self._axes)
        padding = tuple(units[axis] * steps[axis] - here[axis][0] for axis in self._axes)
        return ReceptiveField(size, steps, padding)

    @property
    def _axes(self) -> range:
        return range(len(self._image) - 2)

    def _seen(self, units: list[int]) -> list[tuple[int, int]]:
        """The first and the last place along each axis that moves the unit."""
        image = torch.ones(self._image, dtype=torch.double, requires_grad=True)
        self._module(image)[(0, 0, *units)].backward()
        places = image.grad[0].abs().sum(0).nonzero()
        return [(int(column.min()), int(column.max())) for column in places.T]


def _no_network(name: str, _arguments: tuple[Any, ...]) -> Any:
    raise NotImplementedError(name)


@pytest.mark.parametrize("key", ASKED)
def test_torch_sees_the_same_field(key: str) -> None:
    def ask(name: str, network: Network) -> Any:
        watched: Any = Watched(network)
        return quantity(name, watched)

    for seed in SEEDS:
        variant = generate(QUESTIONS[key], seed, QUESTIONS[key].level)
        by_torch = Answering(ask, _no_network)
        assert task_of(key).answer.evaluate(variant.drawn.names, by_torch) == variant.answer


def test_there_are_templates_about_fields() -> None:
    assert len(ASKED) >= 15
