"""The second way agrees with the walk on every architecture."""

import pytest

from quizapp.calc import ReceptiveField, proof, zoo
from tests.calc.zoo.architectures import network, seen, traced


@pytest.mark.parametrize("name", zoo.names())
def test_shapes_and_counts_agree(name: str) -> None:
    walked = traced(name)
    assert proof.shapes(network(name)) == tuple(row.output_shape for row in walked.rows)
    assert proof.parameters(network(name)) == walked.parameters
    assert proof.buffers(network(name)) == walked.buffers
    assert proof.macs(network(name)) == walked.macs


@pytest.mark.parametrize("gates", [True, False])
@pytest.mark.parametrize("name", zoo.names())
def test_receptive_fields_agree(name: str, gates: bool) -> None:
    found = seen(name, gates=gates).receptive_field
    plain = found[:3] if isinstance(found, ReceptiveField) else found
    second = proof.receptive_field(network(name), gates=gates)
    assert (second[:3] if isinstance(second, ReceptiveField) else second) == plain
