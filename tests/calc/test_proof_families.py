"""Second ways in files of their own are registered before they are asked for."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.calc.proof import families

PROOF = Path(families.__file__).parent
PROJECT = PROOF.parents[2]
WAYS = sorted(set(families._WAYS.values()))

NETWORKS: dict[str, tuple[list[int], list[object]]] = {
    "norms": ([3, 8, 8], ["BatchNorm2d(3)"]),
    "moving": ([4, 8, 8], ["PixelShuffle(2)"]),
    "orders": ([8, 4], [{"layer": "ReLU()", "name": "a"},
                        {"layer": "stack(-1)", "from": ["input", "a"]}]),
    "resizing": ([3, 8, 8], ["ZeroPad2d(1)"]),
    "sequences": ([5, 16], ["LSTM(16, 8)"]),
}  # fmt: skip


def families_in(file: str) -> set[str]:
    tree = ast.parse((PROOF / f"{file}.py").read_text(encoding="utf-8"))
    imported = [node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)]
    prefix = "quizapp.calc.layers."
    return {name.removeprefix(prefix) for name in imported if name.startswith(prefix)}


@pytest.mark.parametrize("way", WAYS)
def test_a_file_is_read_for_each_family_whose_ways_stand_in_no_other(way: str) -> None:
    always = ("positions", "products", "weights", "windows", "looks", "crossings", "totals")
    common = {"layer", *(family for file in always for family in families_in(file))}
    assert {families._WAYS.get(family) for family in families_in(way) - common} <= {way}


@pytest.mark.parametrize("way", WAYS)
def test_a_network_alone_in_its_process_has_its_ways(way: str) -> None:
    shape, layers = NETWORKS[way]
    program = f"""
from quizapp.calc import proof, read_network, trace
network = read_network({{"input": {shape}, "layers": {layers}}})
walked = trace(network)
assert proof.output_shape(network) == walked.output_shape
assert proof.parameters(network) == walked.parameters
assert proof.buffers(network) == walked.buffers
assert proof.macs(network) == walked.macs
seen, proved = walked.receptive_field, proof.receptive_field(network)
assert getattr(proved, "size", None) == getattr(seen, "size", None)
"""
    subprocess.run([sys.executable, "-c", program], cwd=PROJECT, check=True)
