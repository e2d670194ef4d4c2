"""Architectures go by name, are read when asked for, and hold together."""

import subprocess
import sys
from importlib import import_module

import pytest

from quizapp.calc import trace, zoo
from quizapp.errors import NetworkError


@pytest.mark.parametrize("name", zoo.names())
def test_every_name_leads_to_a_network_whose_nodes_have_names_of_their_own(name: str) -> None:
    network = zoo.network(name)
    names = [node.name for node in network.nodes]
    assert len(set(names)) == len(names)
    assert trace(network, fields=False).parameters > 0


def test_every_name_stands_once_and_in_the_file_of_its_family() -> None:
    names = zoo.names()
    assert len(set(names)) == len(names)
    for family, members in zoo._FAMILIES.items():
        assert tuple(import_module(f"quizapp.calc.zoo.{family}").NETWORKS) == members


def test_a_mistyped_name_is_answered_with_the_one_that_was_meant() -> None:
    with pytest.raises(NetworkError) as caught:
        zoo.network("ResNet-50")
    assert caught.value.code == "no-network-guess"
    assert str(caught.value) == "no architecture is named `ResNet-50`; did you mean `resnet50`?"


def test_a_name_like_none_is_refused() -> None:
    with pytest.raises(NetworkError, match="no architecture is named `xyzzy`") as caught:
        zoo.network("xyzzy")
    assert caught.value.code == "no-network"


def test_the_names_cost_no_architecture() -> None:
    code = "import sys, quizapp.calc.zoo as zoo; zoo.names(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    families = {f"quizapp.calc.zoo.{family}" for family in zoo._FAMILIES}
    assert families.isdisjoint(loaded.stdout.decode().split())
