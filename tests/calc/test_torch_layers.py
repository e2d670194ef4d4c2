"""Every layer of this calculator against torch, one row of ``layers.json.gz`` at a time.

A row is taken where our notation can say it: one batch in front of every input, or none. Left out:

- ``backend_limit``: limits of one CPU kernel, not of the arithmetic;
- a join whose inputs have different ranks, or that needs inputs with different batches, and
  vectors of one number an example without a batch: there is no shape without a batch to write.

Where torch works on the batch (``cat`` along 0, ``Flatten`` from 0), ours must refuse.
"""

from typing import Any, NamedTuple

import pytest

from quizapp.calc import Network, proof, read_network, trace
from quizapp.calc.layers import KINDS
from quizapp.errors import NetworkError
from tests.calc.torch_truth import call, read

AXES = {"1d": 1, "2d": 2, "3d": 3}
JOINS = ("fn:add", "fn:mul", "fn:cat")


class Case(NamedTuple):
    """A row in our words."""

    row: dict[str, Any]
    network: dict[str, Any]
    batch: int
    expected: tuple[int, ...] | None
    """The shape without the batch; None where torch refuses, or works on the batch."""

    def read(self) -> Network:
        return read_network(self.network)


def batched(row: dict[str, Any]) -> bool:
    """Whether the input has a batch in front: convolutions and pools also take it without."""
    axes = AXES.get(row["layer"][-2:])
    if axes is None or row["layer"].startswith("BatchNorm"):
        return len(row["input_shape"]) > 1
    return len(row["input_shape"]) == axes + 2


def single(row: dict[str, Any]) -> Case | None:
    shape, start = row["input_shape"], int(batched(row))
    if row["layer"] == "Flatten" and not start:
        return None
    expected = tuple(row["out_shape"][start:]) if row["valid"] else None
    if row["layer"] == "Flatten" and row["args"]["start_dim"] in (0, -len(shape)):
        expected = None
    network = {"input": shape[start:], "layers": [call(row["layer"], row["args"])]}
    return Case(row, network, shape[0] if start else 1, expected)


def join(row: dict[str, Any]) -> Case | None:
    shapes = row["input_shape"]
    kind, ranks = row["layer"].removeprefix("fn:"), {len(shape) for shape in shapes}
    batches = {shape[0] for shape in shapes}
    on_batch = kind == "cat" and row["args"]["dim"] in (0, -len(shapes[0]))
    if len(ranks) > 1 or ranks == {1} or (kind == "cat" and len(batches) > 1 and not on_batch):
        return None
    inputs = {f"x{number}": shape[1:] for number, shape in enumerate(shapes)}
    layer = {"layer": call(kind, row["args"]), "from": list(inputs)}
    expected = tuple(row["out_shape"][1:]) if row["valid"] and not on_batch else None
    return Case(row, {"input": inputs, "layers": [layer]}, max(batches), expected)


ROWS = [
    row
    for row in read("layers")["rows"]
    if row["layer"].removeprefix("fn:") in KINDS and "backend_limit" not in row
]
CASES = [
    case for row in ROWS if (case := (join if row["layer"] in JOINS else single)(row)) is not None
]
ACCEPTED = [case for case in CASES if case.expected is not None]
REFUSED = [case for case in CASES if case.expected is None]


def described(case: Case) -> str:
    return f"{case.row['id']}-{case.row['layer']}"


def test_nearly_every_row_can_be_written_in_our_notation() -> None:
    assert len(ROWS) == 1474
    assert len(ROWS) - len(CASES) == 30


@pytest.mark.parametrize("case", ACCEPTED, ids=described)
def test_a_layer_leaves_and_counts_what_torch_does(case: Case) -> None:
    traced = trace(case.read())
    assert traced.output_shape == case.expected
    assert traced.parameters == case.row.get("params", 0)
    assert traced.buffers == case.row.get("buffers", 0)
    if "macs" in case.row:
        assert traced.macs * case.batch == case.row["macs"]


@pytest.mark.parametrize("case", ACCEPTED, ids=described)
def test_the_second_way_gives_torchs_figures_too(case: Case) -> None:
    network = case.read()
    assert proof.output_shape(network) == case.expected
    assert proof.parameters(network) == case.row.get("params", 0)
    assert proof.buffers(network) == case.row.get("buffers", 0)
    if "macs" in case.row:
        assert proof.macs(network) * case.batch == case.row["macs"]


@pytest.mark.parametrize("case", ACCEPTED, ids=described)
def test_the_second_way_allocates_the_tensors_torch_does(case: Case) -> None:
    layer = case.read().nodes[0].layer
    ours = {name: list(shape) for name, shape in proof.tensors(layer).items()}
    assert ours == case.row.get("param_shapes", {})


@pytest.mark.parametrize("case", REFUSED, ids=described)
def test_a_layer_torch_refuses_or_runs_over_the_batch_is_refused(case: Case) -> None:
    if case.row.get("stage") == "construct":
        with pytest.raises(NetworkError):
            case.read()
    else:
        with pytest.raises(NetworkError):
            trace(case.read())
