"""Which mistakes change anything in a network."""

from quizapp.calc import read_network
from quizapp.mistakes import differing


def ids(layers: str) -> set[str]:
    network = read_network({"input": [3, 16, 16], "layers": layers})
    return {mistake.id for mistake in differing(network)}


def test_a_bias_that_is_not_there_cannot_be_forgotten() -> None:
    assert "forgot-bias" in ids("Conv2d(3, 8, 3)")
    assert "forgot-bias" not in ids("Conv2d(3, 8, 3, bias=False)")


def test_padding_and_strides_count_where_they_are() -> None:
    assert {"forgot-padding", "forgot-stride"}.isdisjoint(ids("Conv2d(3, 8, 3)"))
    assert {"forgot-padding", "forgot-stride"} <= ids("Conv2d(3, 8, 3, padding=1, stride=2)")


def test_where_nothing_is_reckoned_only_the_start_of_the_field_can_be_wrong() -> None:
    assert ids("ReLU()") == {"summed-kernels"}
