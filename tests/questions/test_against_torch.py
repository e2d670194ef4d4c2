"""The shipped banks beside a real torch: it builds each network of a variant and answers itself.

Runs where torch is installed: ``pytest -m torch``. Receptive fields have their own file, and
detection has no network.
"""

import math
from functools import cache, cached_property
from typing import Any

import pytest

from quizapp.bank import Calculated, Solve, Table
from quizapp.calc import Network, read_network, trace
from quizapp.calc.detection import CALCULATIONS
from quizapp.calc.vocabulary import FIELD_QUANTITIES, QUANTITIES, Answering, quantity
from quizapp.drawing import torch_code
from quizapp.generate import SolveAsked, Variant, generate
from quizapp.generate.drawn import fulfils
from quizapp.generate.json_form import variant_json
from tests.questions.shipped import task_of
from tests.shipped import QUESTIONS

torch = pytest.importorskip("torch")
flop_counter = pytest.importorskip("torch.utils.flop_counter")
# Torch has much to say of lazy layers and of even kernels.
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore")]

SEEDS = range(4)
NETWORKS = frozenset(QUANTITIES) - FIELD_QUANTITIES

ANSWERED = [
    key
    for key, question in QUESTIONS.items()
    if isinstance(question.task, Calculated)
    and question.task.answer.calls & {*NETWORKS, "weighted_layers"}
    and not question.task.answer.calls & {*FIELD_QUANTITIES, *CALCULATIONS}
]
SOLVED = [
    key
    for key, question in QUESTIONS.items()
    if isinstance(question.task, Solve)
    and question.task.accept.calls & NETWORKS
    and not question.task.accept.calls & {*FIELD_QUANTITIES, *CALCULATIONS}
]
FILLED_IN = [key for key, question in QUESTIONS.items() if isinstance(question.task, Table)]


class Built:
    """A network as a module of torch, on its device without memory, measured when asked."""

    def __init__(self, network: Network) -> None:
        names: dict[str, Any] = {}
        with torch.device("meta"):
            exec("\n".join(torch_code(network)), names)  # noqa: S102 # our own code, made here
            self._module = names["model"].eval()
            self._inputs = [torch.zeros(1, *shape) for shape in network.inputs.values()]
            self._module(*self._inputs)  # lazy layers take what arrives

    @cached_property
    def output_shape(self) -> tuple[int, ...]:
        return tuple(self._module(*self._inputs).shape[1:])

    @property
    def parameters(self) -> int:
        return sum(tensor.numel() for tensor in self._module.parameters())

    @property
    def buffers(self) -> int:
        return sum(tensor.numel() for tensor in self._module.buffers())

    @property
    def macs(self) -> int:
        """Half of what torch counts as operations."""
        with flop_counter.FlopCounterMode(display=False) as counter:
            self._module(*self._inputs)
        return int(counter.get_total_flops()) // 2

    @property
    def activations(self) -> int:
        """What leaves the modules, which stand alone for the nodes."""
        leaving: list[int] = []
        hooks = [
            module.register_forward_hook(lambda _m, _i, output: leaving.append(output.numel()))
            for module in self._module.modules()
            if not list(module.children())
        ]
        self._module(*self._inputs)
        for hook in hooks:
            hook.remove()
        return sum(leaving)

    @property
    def weight_shapes(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(module.weight.shape) for module in self._weighted)

    @property
    def receptive_field(self) -> Any:
        raise NotImplementedError

    @property
    def weighted_layers(self) -> int:
        return len(self._weighted)

    @property
    def _weighted(self) -> list[Any]:
        kinds = (torch.nn.modules.conv._ConvNd, torch.nn.Linear)
        return [module for module in self._module.modules() if isinstance(module, kinds)]


@cache
def built(key: str, seed: int, name: str) -> Built:
    """A network of a variant, from the form in which other programs get it."""
    written = variant_json(generate(QUESTIONS[key], seed, QUESTIONS[key].level))
    networks = written["networks"] or {"network": written["network"]}
    return Built(read_network(networks[name]))


class ByTorch(dict[str, Any]):
    """What expressions may ask, answered by torch."""

    def __init__(self, find: Any) -> None:
        answering = Answering(lambda name, network: quantity(name, find(network)), _no_network)
        super().__init__(answering)
        count = answering["weighted_layers"]
        self["weighted_layers"] = type(count)(lambda network: find(network).weighted_layers)


def _no_network(name: str, _arguments: tuple[Any, ...]) -> Any:
    raise NotImplementedError(name)


def answered(variant: Variant) -> Any:
    names = {id(network): name for name, network in variant.drawn.networks.items()}

    def find(network: Network) -> Built:
        return built(variant.question.key, variant.seed, names[id(network)])

    return task_of(variant.question.key).answer.evaluate(variant.drawn.names, ByTorch(find))


@pytest.mark.parametrize("key", ANSWERED)
def test_torch_gives_the_answer(key: str) -> None:
    for seed in SEEDS:
        variant = generate(QUESTIONS[key], seed, QUESTIONS[key].level)
        assert answered(variant) == variant.answer


@pytest.mark.parametrize("key", SOLVED)
def test_torch_accepts_the_solutions(key: str) -> None:
    question = QUESTIONS[key]
    assert isinstance(question.task, Solve)
    by_torch = ByTorch(Built)
    for seed in SEEDS:
        variant = generate(question, seed, question.level)
        assert isinstance(variant.asked, SolveAsked)
        for found in (variant.asked.solutions[0], variant.asked.solutions[-1]):
            assert fulfils(question, question.task, {**variant.drawn.variables, **found}, by_torch)


@pytest.mark.parametrize("key", FILLED_IN)
def test_torch_fills_in_the_last_row_and_the_sums(key: str) -> None:
    for seed in SEEDS:
        variant = generate(QUESTIONS[key], seed, QUESTIONS[key].level)
        ours, theirs = trace(variant.drawn.networks["network"]), built(key, seed, "network")
        for name in ("output_shape", "parameters", "macs"):
            assert getattr(ours, name) == getattr(theirs, name), name


def test_most_templates_that_ask_of_networks_are_answered_by_torch() -> None:
    assert len(ANSWERED) + len(SOLVED) + len(FILLED_IN) > 150
    assert math.prod(built(ANSWERED[0], 0, "network").output_shape) > 0
