"""What the walk leaves out when it is not asked for."""

import pytest

from quizapp.calc import Network, Rules, read_network, trace, zoo
from quizapp.calc.rules import TRUE
from quizapp.calc.vocabulary import FirstWay

NETWORK = read_network(
    {
        "input": [3, 16, 16],
        "layers": [
            "Conv2d(3, 8, 3, padding=1)",
            {"add": ["Conv2d(8, 8, 3, padding=1)", []]},
            "MaxPool2d(2)",
        ],
    }
)


def without_fields() -> Rules:
    def followed(*_numbers: object) -> int:
        raise AssertionError("receptive fields were followed")

    return TRUE.with_(field_size=followed)


@pytest.mark.parametrize("network", [NETWORK, zoo.network("resnet18")])
def test_all_but_the_fields_is_the_same_without_them(network: Network) -> None:
    full, bare = trace(network), trace(network, fields=False)
    assert [row._replace(receptive_field=None) for row in full.rows] == list(bare.rows)
    assert (full.fields, bare.fields) == (True, False)
    assert bare.receptive_field is None


@pytest.mark.parametrize("name", ["parameters", "buffers", "macs", "output_shape", "height"])
def test_a_question_about_something_else_follows_no_field(name: str) -> None:
    assert FirstWay(without_fields()).ask(name, NETWORK) == FirstWay().ask(name, NETWORK)


def test_a_field_asked_for_after_something_else_is_followed() -> None:
    way = FirstWay()
    assert way.ask("parameters", NETWORK) == 808
    assert way.ask("receptive_field", NETWORK) == 6
    assert way.ask("macs", NETWORK) == 16 * 16 * 792
    walks = [walked for _, walked in way.asked]
    assert walks[0] is walks[2]


def test_a_network_is_walked_once_for_all_that_fields_go_along_with() -> None:
    way = FirstWay()
    for name in ("receptive_field", "effective_stride", "parameters"):
        way.ask(name, NETWORK)
    assert len({id(walked) for _, walked in way.asked}) == 1


def test_a_layer_met_again_on_another_shape_is_measured_again() -> None:
    pools = read_network({"input": [3, 16, 16], "layers": ["MaxPool2d(2), MaxPool2d(2)"]})
    assert [row.output_shape for row in trace(pools).rows] == [(3, 8, 8), (3, 4, 4)]
