"""What a unit sees of every map is, at the input, its receptive field."""

from typing import Any

from hypothesis import assume, given, settings

from quizapp.calc import ReceptiveField, read_network, trace
from quizapp.calc.graph.sight import sight, widths
from tests.calc.random_networks import networks


def seen_in(layers: Any, shape: tuple[int, ...] = (4, 28, 28)) -> dict[str, tuple[int, ...]]:
    walked = trace(read_network({"input": list(shape), "layers": layers}))
    return {name: widths(stretches) for name, stretches in sight(walked).items()}


def test_a_unit_sees_itself_and_more_of_every_map_before() -> None:
    layers = "Conv2d(4, 4, 5), MaxPool2d(2), Conv2d(4, 4, 3), Conv2d(4, 4, 3, stride=2), Flatten()"
    seen = seen_in(layers)
    assert seen == {"input": (14, 14), "1": (10, 10), "2": (5, 5), "3": (3, 3), "4": (1, 1)}
    assert list(seen) == ["input", "1", "2", "3", "4"]


def test_branches_are_seen_side_by_side_and_their_source_through_all_of_them() -> None:
    layers = ["ReLU()", {"add": [["Conv2d(4, 4, 3, padding=1)"], ["Conv2d(4, 4, 7, padding=3)"]]},
              "Conv2d(4, 4, 3)"]  # fmt: skip
    assert seen_in(layers) == {
        "input": (9, 9), "1": (9, 9), "2.1.1": (3, 3), "2.2.1": (3, 3), "2": (3, 3), "3": (1, 1),
    }  # fmt: skip


def test_places_in_the_padding_are_seen_below_zero() -> None:
    walked = trace(read_network({"input": [4, 9], "layers": "Conv1d(4, 4, 5, padding=2)"}))
    assert sight(walked)["input"] == ((-2, 2),)


def test_gates_are_no_way_to_see() -> None:
    gate = ["AdaptiveAvgPool2d(1)", "Conv2d(4, 4, 1)"]
    layers = ["Conv2d(4, 4, 3)", {"mul": [gate, []]}]
    walked = trace(read_network({"input": [4, 9, 9], "layers": layers}), gates=False)
    assert set(sight(walked)) == {"input", "1", "2"}


def test_axes_that_moved_end_what_is_seen() -> None:
    assert set(seen_in("Conv2d(4, 4, 3), permute([0, 2, 1, 3]), permute([0, 2, 1, 3])")) == {"3"}


def test_gaps_of_an_upsampling_are_not_chosen_and_not_looked_through() -> None:
    seen = seen_in("ConvTranspose2d(4, 4, 3, stride=4)")
    assert seen == {"input": (1, 1), "1": (1, 1)}
    assert set(seen_in("ConvTranspose2d(4, 4, 1, stride=2), Conv2d(4, 4, 1, padding=1, stride=2)"))


def test_without_a_map_nothing_is_seen() -> None:
    assert seen_in("Linear(28, 3), Flatten()", (28,)) == {}


@given(written=networks())
@settings(max_examples=120, deadline=None)
def test_at_the_input_it_is_the_receptive_field(written: Any) -> None:
    walked = trace(read_network(written))
    seen = sight(walked)
    fields = [row.receptive_field for row in walked.rows]
    last = [
        field for field in fields if isinstance(field, ReceptiveField) and field.places is None
    ][-1:]
    assert bool(seen) == bool(last)
    assume(last and 0 not in last[0].size and "input" in seen)
    blind = any(
        None in phases.edges
        for field in fields
        if isinstance(field, ReceptiveField)
        for phases in field.phases or ()
    )
    if blind:
        pairs = zip(widths(seen["input"]), last[0].size, strict=True)
        assert all(stretch >= size for stretch, size in pairs)
    else:
        assert widths(seen["input"]) == last[0].size
