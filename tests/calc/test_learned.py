"""Numbers that are learned and fed by nothing: counted, and not looked through."""

from typing import Any

import pytest

from quizapp.calc import Network, ReceptiveField, proof, read_network, trace
from quizapp.calc.derivation import quantity_steps
from quizapp.errors import NetworkError


def scaled(join: str = "mul", size: str = "(8, 1, 1)", *after: Any) -> Network:
    branches = ["Conv2d(3, 8, 5, stride=2, padding=2)", f"Parameter({size})"]
    return read_network({"input": [3, 32, 32], "layers": [{join: branches}, *after]})


@pytest.mark.parametrize("join", ["add", "mul"])
def test_they_are_counted_and_cost_no_product(join: str) -> None:
    walked = trace(scaled(join))
    assert [row.parameters for row in walked.rows] == [608, 8, 0]
    assert walked.macs == 600 * 256
    assert proof.parameters(walked.network) == walked.parameters
    assert proof.macs(walked.network) == walked.macs
    assert proof.shapes(walked.network) == tuple(row.output_shape for row in walked.rows)


@pytest.mark.parametrize("join", ["add", "mul"])
@pytest.mark.parametrize("gates", [True, False])
def test_a_join_with_them_sees_what_its_other_branches_see(join: str, gates: bool) -> None:
    network = scaled(join)
    seen = trace(network, gates=gates).receptive_field
    assert seen == ReceptiveField((5, 5), (2, 2), (2, 2))
    assert proof.receptive_field(network, gates=gates) == seen


def test_a_join_of_nothing_else_sees_no_map() -> None:
    branches = ["Parameter((8, 4, 4))", "Parameter((8, 1, 1))"]
    network = read_network({"input": [3, 9, 9], "layers": [{"add": branches}]})
    assert trace(network).receptive_field is None is proof.receptive_field(network)


def test_put_behind_a_map_they_leave_it_without_one_field() -> None:
    network = scaled("cat", "(2, 16, 16)")
    assert trace(network).rows[-1].receptive_field is None


def test_the_count_is_written_as_a_product() -> None:
    network = read_network({"input": [3, 8, 8], "layers": ["Parameter((197, 768))"]})
    (step,) = quantity_steps("parameters", trace(network))
    assert step.term.numbers() == "197·768"
    assert step.value == 151_296


@pytest.mark.parametrize("size", ["7", "()", "None"])
def test_a_size_is_a_list_of_numbers(size: str) -> None:
    with pytest.raises(NetworkError, match=r"needs a size such as \(64, 1, 1\), not "):
        read_network({"input": [3], "layers": [f"Parameter({size})"]})


def test_a_side_is_above_zero() -> None:
    with pytest.raises(NetworkError, match="needs `size` of at least 1, not 0"):
        read_network({"input": [3], "layers": ["Parameter((3, 0))"]})
