"""Every layer of this calculator against torch, one row of ``layers.json.gz`` at a time.

A row is taken where our notation can say it: one batch in front of every input, or none. Left out:

- ``backend_limit``: limits of one CPU kernel, not of the arithmetic;
- ``note``: a refusal of the numbers in the tensor (an index too high), which shapes do not show;
- inputs of different ranks, or with different batches where those do not stretch: not both have
  the same batch in front.

Where torch works on the batch (``cat`` along 0, ``Flatten`` from 0, ``Softmax`` of three axes
without ``dim``, ``squeeze`` of all axes), ours must refuse. Where a row of ``reshape`` or
``expand`` writes the number of its batch, ours has the −1 that stands for any.
"""

from typing import Any, NamedTuple

import pytest

from quizapp.calc import Network, proof, read_network, trace
from quizapp.calc.layers import KINDS
from quizapp.errors import NetworkError
from tests.calc.torch_sequences import MAKERS, name_of
from tests.calc.torch_truth import call, read

AXES = {"1d": 1, "2d": 2, "3d": 3}


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
    if "normalized_shape" in row["args"]:
        return len(row["input_shape"]) > len(row["args"]["normalized_shape"])
    axes = AXES.get(row["layer"][-2:])
    if axes is None or row["layer"].startswith("BatchNorm"):
        return len(row["input_shape"]) > 1
    return len(row["input_shape"]) == axes + 2


def single(row: dict[str, Any]) -> Case:
    shape, start = row["input_shape"], int(batched(row))
    expected = tuple(row["out_shape"][start:]) if row["valid"] else None
    if row["args"].get("dim") in (0, -len(shape)):
        expected = None
    network = {"input": shape[start:], "layers": [call(row["layer"], row["args"])]}
    return Case(row, network, shape[0] if start else 1, expected)


def written(row: dict[str, Any]) -> Case | None:
    """The row as a case, by the maker of its layer."""
    make = MAKERS.get(row["layer"])
    if make is not None:
        found = make(row)
        return None if found is None else Case(row, *found)
    return single(row)


ROWS = [
    row
    for row in read("layers")["rows"]
    if name_of(row) in KINDS and not row.keys() & {"backend_limit", "note"}
]
CASES = [case for row in ROWS if (case := written(row)) is not None]
ACCEPTED = [case for case in CASES if case.expected is not None]
REFUSED = [case for case in CASES if case.expected is None]


def described(case: Case) -> str:
    return f"{case.row['id']}-{case.row['layer']}"


def test_only_inputs_without_one_batch_in_common_are_left_out() -> None:
    taken = {case.row["id"] for case in CASES}
    for row in ROWS:
        shapes = row["input_shape"]
        several = shapes if isinstance(shapes[0], list) else [shapes]
        differ = len(set(map(len, several))) > 1 or len({shape[0] for shape in several}) > 1
        assert row["id"] in taken or differ, row


def test_nearly_every_row_can_be_written_in_our_notation() -> None:
    assert len(ROWS) == 2382
    assert len(ROWS) - len(CASES) == 18


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
    layer = case.read().nodes[-1].layer
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
