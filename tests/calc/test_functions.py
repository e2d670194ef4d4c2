"""torch's functions in our notation: what they leave, what they see, what they refuse."""

from typing import Any

import pytest

from quizapp.calc import Misaligned, ReceptiveField, Row, proof, read_network, trace
from quizapp.calc.derivation import quantity_steps
from quizapp.calc.vocabulary import FirstWay
from quizapp.errors import ExpressionError, NetworkError
from quizapp.words import sentence


def rows(*layers: Any, shape: Any = (4, 8, 6)) -> tuple[Row, ...]:
    """The rows of a network, whose last map the second way sees as well."""
    size = shape if isinstance(shape, dict) else list(shape)
    network = read_network({"input": size, "layers": list(layers)})
    walked = trace(network)
    assert proof.shapes(network) == tuple(row.output_shape for row in walked.rows)
    seen = walked.receptive_field
    plain = seen._replace(phases=None) if isinstance(seen, ReceptiveField) else seen
    assert proof.receptive_field(network) == plain
    return walked.rows


def last(*layers: Any, shape: Any = (4, 8, 6)) -> Row:
    return rows(*layers, shape=shape)[-1]


def refused(*layers: Any, shape: Any = (4, 8, 6)) -> str:
    size = shape if isinstance(shape, dict) else list(shape)
    with pytest.raises(NetworkError) as caught:
        trace(read_network({"input": size, "layers": list(layers)}))
    assert sentence(caught.value, "ko")
    return str(caught.value)


LEFT = [
    ("permute([0, 2, 3, 1])", (8, 6, 4)),
    ("permute(0, -1, 1, 2)", (6, 4, 8)),
    ("transpose(1, -1)", (6, 8, 4)),
    ("reshape([-1, 2, 2, 8, 6])", (2, 2, 8, 6)),
    ("reshape(-1, 4, 48)", (4, 48)),
    ("unsqueeze(-1)", (4, 8, 6, 1)),
    ("unsqueeze(1), squeeze(1)", (4, 8, 6)),
    ("squeeze((1, 2))", (4, 8, 6)),
    ("unsqueeze(2), expand(-1, -1, 5, 8, 6)", (4, 5, 8, 6)),
    ("narrow(1, 1, 2)", (2, 8, 6)),
    ("narrow(-1, -2, 2)", (4, 8, 2)),
    ("chunk(3, 1)", (2, 8, 6)),
    ("chunk(9, 1)", (1, 8, 6)),
    ("split(3, 2)", (4, 3, 6)),
    ("split(9, 2)", (4, 8, 6)),
    ("split([1, 3], 1)", (1, 8, 6)),
    ("mean([2, 3])", (4,)),
    ("mean(-1, keepdim=True)", (4, 8, 1)),
    ("flatten(2)", (4, 48)),
    ("interpolate(scale_factor=2)", (4, 16, 12)),
    ("interpolate((5, 5), mode='bilinear', align_corners=False)", (4, 5, 5)),
    ("pad([1, 2])", (4, 8, 9)),
    ("pad((1, 1, 0, -3), 'constant', 0.5)", (4, 5, 8)),
    ("pad((0, 0, 0, 0, 0, 4))", (8, 8, 6)),
    ("pad((2, 2, 1, 1), mode='reflect')", (4, 10, 10)),
]


@pytest.mark.parametrize(("call", "shape"), LEFT)
def test_a_function_leaves_the_shape_torch_leaves(call: str, shape: tuple[int, ...]) -> None:
    row = last(call)
    assert row.output_shape == shape
    assert row.parameters == row.macs == row.buffers == 0


REFUSED = [
    ("permute(0, 2, 1)", "needs all 4 axes, the batch counted, and gets 3"),
    ("permute(1, 0, 2, 3)", "would work on the batch; axis 1 is the channels"),
    ("permute(0, 2, 2, 3)", "names axis 2 twice"),
    ("permute(0, 1, 2, 4)", "has no axis 4: with the batch there are 4"),
    ("transpose(0, 1)", "would work on the batch; axis 1 is the channels"),
    ("transpose(1, 4)", "has no axis 4: with the batch there are 4"),
    ("reshape(3, 64)", "needs `shape` to begin with −1, which stands for the batch"),
    ("reshape([])", "needs `shape` to begin with −1, which stands for the batch"),
    ("reshape(-1, -1)", "needs `shape` of at least 1, not -1"),
    ("reshape(-1, 5, 7)",
     "cannot make 5×7 of 4×8×6: the 192 numbers of an example do not fill 35 places"),
    ("reshape('flat')", "needs a whole number for `shape`, not 'flat'"),
    ("squeeze()", "would drop the batch too where it holds one example; name the axes to drop"),
    ("squeeze(0)", "would work on the batch; axis 1 is the channels"),
    ("squeeze((2, 2))", "names axis 2 twice"),
    ("unsqueeze(0)", "would work on the batch; axis 1 is the channels"),
    ("unsqueeze(5)", "has no axis 5: with the batch there are 5"),
    ("expand(2, 4, 8, 6)", "needs `sizes` to begin with −1, which stands for the batch"),
    ("expand(-1, 4, 8)", "needs 4 numbers, the batch's −1 counted, and gets 3"),
    ("expand(-1, 4, 8, 9)", "cannot stretch a side of 6 to 9: only a side of 1 can be"),
    ("expand(-1, 0, 8, 6)", "needs `sizes` of at least 1, not 0"),
    ("narrow(0, 0, 1)", "would work on the batch; axis 1 is the channels"),
    ("narrow(1, 3, 2)", "cannot take 2 places from 3 on: there are 4"),
    ("narrow(1, -5, 1)", "cannot take 1 places from -5 on: there are 4"),
    ("narrow(1, 0, 0)", "needs `length` of at least 1, not 0"),
    ("chunk(2)", "would work on the batch; axis 1 is the channels"),
    ("chunk(0, 1)", "needs `chunks` of at least 1, not 0"),
    ("split(2)", "would work on the batch; axis 1 is the channels"),
    ("split(0, 1)", "needs `split_size` of at least 1, not 0"),
    ("split([2, 1], 1)", "needs parts that add up to 4, not to 3"),
    ("mean()", "would average over the batch too; name the axes, as in mean([2, 3])"),
    ("mean([])", "would average over the batch too; name the axes, as in mean([2, 3])"),
    ("mean([0, 1])", "would work on the batch; axis 1 is the channels"),
    ("mean([1, 1])", "names axis 1 twice"),
    ("mean(1, 2)", "needs True or False for `keepdim`, not 2"),
    ("stack()", "would work on the batch; axis 1 is the channels"),
    ("pad(1)", "needs two numbers for each axis, the last axis first, and gets 1"),
    ("pad([])", "needs two numbers for each axis, the last axis first, and gets 0"),
    ("pad((1, 1), 'mirror')",
     "knows constant, reflect, replicate, circular for `mode`, not 'mirror'"),
    ("pad((1, 1, 1, 1), 'reflect', 0)", "takes no value in mode reflect"),
    ("pad((0, 0, 0, 0, 0, 0, 1, 1))", "would work on the batch; axis 1 is the channels"),
    ("interpolate(2, antialias=True)",
     "is known here without antialias, which mixes more pixels"),
    ("interpolate()", "needs either `size` or `scale_factor`"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "reason"), REFUSED)
def test_what_torch_refuses_or_does_to_the_batch_is_refused(call: str, reason: str) -> None:
    assert refused(call).endswith(reason)


def test_stacked_inputs_lie_beside_each_other_and_are_alike() -> None:
    shapes = {"a": [4, 8], "b": [4, 8], "c": [4, 7]}
    assert last({"layer": "stack(-1)", "from": ["a", "b"]}, shape=shapes).output_shape == (4, 8, 2)
    said = refused({"layer": "stack(1)", "from": ["a", "c"]}, shape=shapes)
    assert said.endswith("cannot join 4×8, 4×7: their sides differ")


def test_one_number_an_example_may_be_left() -> None:
    regression = ["Flatten()", "Linear(192, 1)", "squeeze(1)", "Sigmoid()"]
    assert last(*regression).output_shape == ()
    assert last("mean([1, 2, 3])", "unsqueeze(1)").output_shape == (1,)
    said = refused(*regression, "Linear(1, 2)")
    assert said.endswith("expects 1 features, and one number an example is left")
    assert refused(*regression, "flatten(1)").endswith("has no axis 1: with the batch there are 1")


def test_one_number_an_example_has_neither_channels_nor_steps_to_them() -> None:
    network = read_network({"input": [1], "layers": ["squeeze(1)"]})
    with pytest.raises(ExpressionError, match="one number, without channels"):
        FirstWay().ask("channels", network)
    assert FirstWay().ask("elements", network) == 1
    assert quantity_steps("channels", trace(network)) == ()


CONV = "Conv2d(4, 4, 3, padding=1)"


def field(*layers: Any, shape: Any = (4, 8, 6)) -> Any:
    return last(*layers, shape=shape).receptive_field


def test_a_channel_shuffle_leaves_the_map_alone() -> None:
    shuffle = ["reshape(-1, 2, 2, 8, 6)", "transpose(1, 2)", "reshape(-1, 4, 8, 6)"]
    found = rows(CONV, *shuffle, "chunk(2, 1)", "Conv2d(2, 2, 3)")
    fields: list[Any] = [row.receptive_field for row in found]
    assert [seen.size for seen in fields] == [(3, 3)] * 5 + [(5, 5)]
    assert [seen.places for seen in fields[1:4]] == [(2, 3), (2, 3), None]


def test_a_dense_layer_on_channels_put_last_is_a_pointwise_convolution() -> None:
    block = ["permute(0, 2, 3, 1)", "Linear(4, 16), GELU(), Linear(16, 4)", "permute(0, 3, 1, 2)"]
    assert field({"add": [[CONV, *block], []]}) == field({"add": [[CONV], []]})
    assert field("Linear(6, 2)") is None
    assert field("permute(0, 2, 3, 1)", "transpose(1, 3)", "Linear(8, 2)") is None


def test_a_convolution_over_a_map_in_the_channels_place_mixes_it() -> None:
    assert field("permute(0, 2, 3, 1)", "Conv2d(8, 8, 1)") is None
    assert field("permute(0, 2, 3, 1)", "BatchNorm2d(8)").places == (0, 1)
    assert field("transpose(2, 3)", "Conv2d(4, 4, (1, 3))").size == (3, 1)


def test_an_axis_that_is_none_of_the_map_counts_for_nothing() -> None:
    volume = field("unsqueeze(1)", "Conv3d(1, 2, (2, 3, 5))")
    assert (volume.size, volume.places) == ((3, 5), (2, 3))
    assert field("unsqueeze(1)", "Conv3d(1, 2, (4, 3, 5))", "squeeze(2)").size == (3, 5)


@pytest.mark.parametrize(
    "call",
    [
        "mean([2, 3])", "mean(2, keepdim=True)", "flatten(2)", "reshape(-1, 8, 24)",
        "expand(-1, 4, 3, 6)", "squeeze(2)", "Linear(6, 2)",
    ],
)  # fmt: skip
def test_positions_are_gone_where_an_axis_of_the_map_is(call: str) -> None:
    shape = (4, 1, 6) if call.startswith(("expand", "squeeze")) else (4, 8, 6)
    assert field(call, shape=shape) is None


def test_a_reshape_keeps_an_axis_with_as_many_numbers_before_it() -> None:
    assert field("reshape(-1, 4, 8, 6)").places is None
    assert field("reshape(-1, 2, 2, 8, 6)").places == (2, 3)
    assert field("flatten(1, 1)").places is None
    assert field("reshape(-1, 8, 6)", shape=(1, 8, 6)).places == (0, 1)
    # An axis of one unit cannot be told from another beside it.
    assert field("reshape(-1, 2, 2, 1, 1)", shape=(4, 1, 1)) is None


def test_a_map_cut_out_of_another_begins_further_on() -> None:
    found = field("Conv2d(4, 4, 3, 2, padding=1)", "narrow(2, 1, 2)")
    assert (found.size, found.effective_stride, found.effective_padding) == (
        (3, 3), (2, 2), (-1, 1),
    )  # fmt: skip
    assert found.region((0, 0)) == ((1, 3), (-1, 1))
    assert field("narrow(1, 1, 2)") == field("Identity()")
    assert field("permute(0, 2, 3, 1)", "narrow(1, 2, 3)").effective_padding == (-2, 0)


def test_maps_one_behind_the_other_have_no_one_receptive_field() -> None:
    beside = {"cat": [CONV, []], "dim": 2}
    assert field(beside, "ReLU()") == Misaligned((("1.1.1",), ("input",)))
    assert field({"cat": ["input", "input"], "dim": 3}) == Misaligned((("input",), ("input",)))
    assert field({"cat": [CONV, []], "dim": -3}).size == (3, 3)
    assert field(beside, {"add": [CONV, []]}) == Misaligned((("1.1.1",), ("input",)))
    assert field({"layer": "cat(2)", "from": ["input"]}).size == (1, 1)
    pooled = {"cat": [["AdaptiveAvgPool2d((1, 6))"], []], "dim": 2}
    assert field(pooled) is None


def test_the_last_axis_may_hold_the_channels_that_are_joined() -> None:
    last_first = "permute(0, 2, 3, 1)"
    joined = field({"cat": [[CONV, last_first], [last_first]], "dim": 3})
    assert (joined.size, joined.places) == ((3, 3), (0, 1))
    # A gate of one channel is stretched over the others, and one of a single row over the map.
    gate = ["Conv2d(4, 1, 3, padding=1)", last_first]
    assert field({"mul": [gate, [last_first]]}).size == (3, 3)
    row = ["AdaptiveAvgPool2d((None, 1))", last_first]
    assert field({"mul": [row, [last_first]]}) is None


def test_axes_in_different_places_do_not_lie_over_each_other() -> None:
    turned = {"add": ["transpose(2, 3)", []]}
    assert field(turned, shape=(4, 6, 6)) == Misaligned((("1.1.1",), ("input",)))
    met = field(turned, "permute(0, 2, 3, 1)", "Linear(4, 3)", "ReLU()", shape=(4, 6, 6))
    assert met == Misaligned((("1.1.1",), ("input",)))
    lost = field(turned, "permute(0, 2, 3, 1)", "Conv2d(6, 6, 1)", shape=(4, 6, 6))
    assert lost is None
    inner = field(turned, "unsqueeze(1)", "Conv3d(1, 1, 1)", shape=(4, 6, 6))
    assert inner == Misaligned((("1.1.1",), ("input",)))


def test_after_upsampling_moved_axes_keep_their_phases() -> None:
    up = "ConvTranspose2d(4, 4, 2, 2)"
    back = [up, "permute(0, 2, 3, 1)", "permute(0, 3, 1, 2)"]
    assert field(*back) == field(up)
    moved = field({"add": [[up, "unsqueeze(1)"], [up, "unsqueeze(1)"]]})
    assert (moved.size, moved.places) == ((1, 1), (2, 3))


def test_a_map_cut_down_to_gaps_sees_nothing() -> None:
    gaps = ["ConvTranspose2d(4, 4, 1, 2)", "Conv2d(4, 4, 1, 2, padding=1)"]
    network = read_network({"input": [4, 8, 6], "layers": gaps})
    seen = trace(network).receptive_field
    assert isinstance(seen, ReceptiveField)
    assert seen.size == (0, 0)
    assert proof.receptive_field(network) is None


def test_steps_name_the_places_taken_and_skip_what_is_only_moved() -> None:
    walked = trace(read_network({"input": [5, 6], "layers": ["chunk(2, 1)", "transpose(1, 2)"]}))
    (step,) = quantity_steps("output_shape", walked)
    assert (step.term.formula(), step.term.numbers()) == ("⌈C/c⌉", "⌈5/2⌉")
    turned = ["unsqueeze(1)", "Conv3d(1, 2, (2, 3, 5))"]
    walked = trace(read_network({"input": [4, 8, 6], "layers": turned}))
    assert [step.term.numbers() for step in quantity_steps("receptive_field", walked)] == ["3", "5"]
