"""Keras code: how it reads, and that it runs and gives the traced shape, channels last."""

import math
from typing import Any

import pytest
from hypothesis import given, settings

from quizapp.calc import Network, read_network, trace, zoo
from quizapp.drawing import keras_code, keras_lines
from quizapp.drawing.keras import axes_left
from tests.calc.random_networks import networks

ZEROS = "  # torch pads with -inf, which zeros stand for behind a ReLU"
ONE_BIAS = "  # Keras has one bias where torch has two"


def code_of(written: Any) -> list[str]:
    return keras_code(read_network(written))[3:]


def steps_of(layers: Any, shape: tuple[int, ...] = (4, 12, 12)) -> list[str]:
    return keras_lines(read_network({"input": list(shape), "layers": layers}))[1:]


def test_a_chain_is_a_sequential_with_channels_last() -> None:
    layers = (
        "Conv2d(3, 8, 7, stride=2, padding=3, bias=False), BatchNorm2d(8), ReLU(), MaxPool2d(2)"
    )
    assert keras_code(read_network({"input": [3, 32, 40], "layers": layers})) == [
        "import keras",
        "from keras import layers",
        "",
        "model = keras.Sequential([",
        "    keras.Input((32, 40, 3)),",
        "    layers.ZeroPadding2D(3),",
        "    layers.Conv2D(8, 7, strides=2, use_bias=False),",
        "    layers.BatchNormalization(momentum=0.9, epsilon=1e-05),",
        "    layers.ReLU(),",
        "    layers.MaxPooling2D(2),",
        "])",
    ]


def test_a_graph_is_a_functional_model() -> None:
    layers = [{"name": "a", "layer": "Conv2d(3, 4, 1)"}, {"cat": [["ReLU()"], []]}, "Flatten()"]
    assert code_of({"input": [3, 8, 8], "layers": layers}) == [
        "x_input = keras.Input((8, 8, 3))",
        "x_a = layers.Conv2D(4, 1)(x_input)",
        "x = layers.ReLU()(x_a)",
        "x = layers.Concatenate()([x, x_a])",
        "x = layers.Flatten()(x)",
        "model = keras.Model(x_input, x)",
    ]


def test_heads_are_outputs_too_and_the_last_layer_is_the_last() -> None:
    layers = [
        {"name": "a", "layer": "ReLU()"},
        {"name": "head", "layer": "Sigmoid()"},
        {"layer": "Tanh()", "from": "a"},
    ]
    assert (
        code_of({"input": [4], "layers": layers})[-1] == "model = keras.Model(x_input, [x_head, x])"
    )


def test_several_inputs_are_a_list() -> None:
    layers = [{"layer": "add()", "from": ["left", "right"]}]
    code = code_of({"input": {"left": [3, 8, 8], "right": [3, 8, 8]}, "layers": layers})
    assert code[-2:] == [
        "x = layers.Add()([x_left, x_right])",
        "model = keras.Model([x_left, x_right], x)",
    ]


@pytest.mark.parametrize(
    ("layers", "steps"),
    [
        ("Conv2d(4, 8, 3, padding=1)", ["Conv2D(8, 3, padding='same')"]),
        ("Conv2d(4, 8, 3, padding='same')", ["Conv2D(8, 3, padding='same')"]),
        ("Conv2d(4, 8, 3, padding='valid')", ["Conv2D(8, 3)"]),
        ("Conv2d(4, 8, (1, 5), padding=(0, 2))", ["Conv2D(8, (1, 5), padding='same')"]),
        ("Conv2d(4, 8, 3, padding=2, dilation=2)",
         ["Conv2D(8, 3, padding='same', dilation_rate=2)"]),
        ("Conv2d(4, 8, 3, 2, 1)", ["ZeroPadding2D(1)", "Conv2D(8, 3, strides=2)"]),
        ("Conv2d(4, 8, 3, padding=(2, 0))", ["ZeroPadding2D((2, 0))", "Conv2D(8, 3)"]),
        ("Conv2d(4, 4, 3, groups=4, bias=False)", ["Conv2D(4, 3, groups=4, use_bias=False)"]),
        ("ConvTranspose2d(4, 2, 2, 2)", ["Conv2DTranspose(2, 2, strides=2)"]),
        ("ConvTranspose2d(4, 2, 4, 2, 1)", ["Conv2DTranspose(2, 4, strides=2, padding='same')"]),
        ("ConvTranspose2d(4, 2, 3, 2, 1, 1)",
         ["Conv2DTranspose(2, 3, strides=2, output_padding=1)", "Cropping2D(1)"]),
        ("ConvTranspose2d(4, 2, 2, 3, 1)",
         ["Conv2DTranspose(2, 2, strides=3)", "Cropping2D(((1, 2), (1, 2)))"]),
        ("MaxPool2d(3, 1, 1)", ["MaxPooling2D(3, strides=1, padding='same')"]),
        ("MaxPool2d(3, 2, 1)",
         ["ZeroPadding2D(1)",
          f"MaxPooling2D(3, strides=2){ZEROS}"]),
        ("MaxPool2d(3, 2, ceil_mode=True)",
         ["ZeroPadding2D(((0, 1), (0, 1)))",
          f"MaxPooling2D(3, strides=2){ZEROS}"]),
        ("AvgPool2d(2)", ["AveragePooling2D(2)"]),
        ("AvgPool2d(3, 1, 1)", ["ZeroPadding2D(1)", "AveragePooling2D(3, strides=1)"]),
        ("AvgPool2d(3, 1, 1, count_include_pad=False)",
         ["AveragePooling2D(3, strides=1, padding='same')"]),
        ("AvgPool2d(3, 2, 1, count_include_pad=False)",
         ["ZeroPadding2D(1)",
          "AveragePooling2D(3, strides=2)  # torch leaves the padding out of the mean"]),
        ("AdaptiveAvgPool2d(1)", ["GlobalAveragePooling2D(keepdims=True)"]),
        ("AdaptiveMaxPool2d((3, 4))", ["AdaptiveMaxPooling2D((3, 4))"]),
        ("AdaptiveAvgPool2d(12)", ["# AdaptiveAvgPool2d(12): nothing to do"]),
        ("BatchNorm2d(4, affine=False)",
         ["BatchNormalization(momentum=0.9, epsilon=1e-05, center=False, scale=False)"]),
        ("InstanceNorm2d(4)",
         ["GroupNormalization(4, epsilon=1e-05, center=False, scale=False)"]),
        ("GroupNorm(2, 4)", ["GroupNormalization(2, epsilon=1e-05)"]),
        ("LayerNorm([12, 12])", ["LayerNormalization(axis=[1, 2], epsilon=1e-05)"]),
        ("ZeroPad2d((1, 2, 0, 0))", ["ZeroPadding2D(((0, 0), (1, 2)))"]),
        ("ZeroPad2d(-1)", ["Cropping2D(1)"]),
        ("Upsample(scale_factor=2)", ["UpSampling2D(2)"]),
        ("Upsample(scale_factor=2, mode='bilinear')",
         ["UpSampling2D(2, interpolation='bilinear')"]),
        ("ReLU6()", ["ReLU(max_value=6)"]),
        ("LeakyReLU(0.2)", ["LeakyReLU(negative_slope=0.2)"]),
        ("Hardswish(), GELU()", ["Activation('hard_silu')", "Activation('gelu')"]),
        ("PReLU(), PReLU(4)", ["PReLU(shared_axes=[1, 2, 3])", "PReLU(shared_axes=[1, 2])"]),
        ("Softmax(1), Softmax(2)", ["Softmax()", "Softmax(axis=1)"]),
        ("Dropout(0.3), Dropout2d()", ["Dropout(0.3)", "SpatialDropout2D(0.5)"]),
        ("Linear(12, 5)", ["Permute((1, 3, 2))", "Dense(5)"]),
        ("Flatten(), Linear(576, 5, bias=False)", ["Flatten()", "Dense(5, use_bias=False)"]),
        ("flatten(2)", ["Reshape((144, 4))"]),
        ("flatten(1, 2)", ["Permute((3, 1, 2))", "Reshape((48, 12))"]),
        ("reshape([-1, 2, 2, 12, 12])", ["Permute((3, 1, 2))", "Reshape((2, 2, 12, 12))"]),
        ("reshape([-1, 4, 12, 12])", ["# reshape((-1, 4, 12, 12)): nothing to do"]),
        ("permute([0, 2, 3, 1]), Linear(4, 5)",
         ["# permute((0, 2, 3, 1)): nothing to do", "Dense(5)"]),
        ("unsqueeze(1), squeeze(1)", ["Reshape((12, 12, 4, 1))", "Reshape((12, 12, 4))"]),
        ("squeeze(2)", ["# squeeze(2): nothing to do"]),
        ("narrow(1, 1, 2), chunk(2, 2)", ["x[:, :, :, 1:3]", "x[:, 0:6]"]),
        ("chunk(1, 2)", ["# chunk(1, 2): nothing to do"]),
        ("mean([2, 3])", ["GlobalAveragePooling2D()"]),
        ("mean([2, 3], True)", ["GlobalAveragePooling2D(keepdims=True)"]),
        ("mean(1)", ["keras.ops.mean(x, axis=[3])"]),
        ("mean(1, True)", ["keras.ops.mean(x, axis=[3], keepdims=True)"]),
    ],
)  # fmt: skip
def test_a_layer_has_its_twin(layers: str, steps: list[str]) -> None:
    assert steps_of(layers) == steps


@pytest.mark.parametrize(
    "layer",
    [
        "LocalResponseNorm(5)", "Conv2d(4, 4, 3, padding=1, padding_mode='reflect')",
        "Conv2d(4, 4, 3, 2, dilation=2)", "ConvTranspose2d(4, 4, 2, groups=2)",
        "ConvTranspose2d(4, 4, 3, 2, dilation=3, output_padding=2)", "MaxPool2d(2, dilation=2)",
        "AvgPool2d(2, divisor_override=3)", "BatchNorm2d(4, track_running_stats=False)",
        "BatchNorm2d(4, momentum=None)", "InstanceNorm2d(4, track_running_stats=True)",
        "ConstantPad2d(1, 3)", "ZeroPad2d((1, -1, 0, 0))", "ZeroPad1d(1)",
        "Upsample(scale_factor=1.5)", "Upsample(scale_factor=2, mode='bicubic')",
        "UpsamplingBilinear2d(scale_factor=2)", "GELU('tanh')", "Hardtanh(-2, 2)",
        "PixelShuffle(2)", "Threshold(1, 2)",
    ],
)  # fmt: skip
def test_what_has_no_twin_says_so(layer: str) -> None:
    assert steps_of(layer)[0].startswith("# ")
    assert steps_of(layer)[0].endswith(": Keras has no such layer")


def test_sequences_stay_as_they_lie() -> None:
    layers = "LSTM(6, 8, 2, bidirectional=True), GRU(16, 4, bias=False), RNN(4, 3)"
    assert steps_of(layers, (5, 6)) == [
        "Bidirectional(layers.LSTM(8, return_sequences=True))",
        f"Bidirectional(layers.LSTM(8, return_sequences=True)){ONE_BIAS}",
        "GRU(4, use_bias=False, return_sequences=True)",
        f"SimpleRNN(3, return_sequences=True){ONE_BIAS}",
    ]
    assert steps_of("LSTM(6, 8, proj_size=2)", (5, 6))[0].endswith("no such layer")
    assert steps_of("Embedding(9, 6), Linear(6, 2)", (5,)) == ["Embedding(9, 6)", "Dense(2)"]
    assert steps_of("MultiheadAttention(6, 2)", (5, 6)) == ["MultiHeadAttention(2, 3)"]
    assert steps_of("LayerNorm(6, bias=False)", (5, 6)) == [
        "LayerNormalization(epsilon=1e-05, center=False)"
    ]


def test_a_sequence_that_a_convolution_takes_has_its_channels_last() -> None:
    lines = keras_lines(read_network({"input": [4, 20], "layers": "Conv1d(4, 8, 3), MaxPool1d(2)"}))
    assert lines == ["input: 20×4", "Conv1D(8, 3)", "MaxPooling1D(2)"]


def test_attention_takes_its_values_before_its_keys() -> None:
    layers = [{"layer": "MultiheadAttention(8, 2)", "from": ["q", "k", "v"]}]
    inputs = {"q": [4, 8], "k": [6, 8], "v": [6, 8]}
    code = code_of({"input": inputs, "layers": layers})
    assert "x = layers.MultiHeadAttention(2, 4)(x_q, x_v, x_k)" in code


def test_branches_whose_axes_lie_otherwise_are_turned_at_the_join() -> None:
    layers = [{"add": [["permute([0, 2, 1, 3])"], []]}]
    code = code_of({"input": [4, 4, 4], "layers": layers})
    assert code[-2] == "x = layers.Add()([x, layers.Permute((3, 2, 1))(x_input)])"


def test_joins_go_on_with_one_branch_where_the_other_is_missing() -> None:
    layers = [
        "ReLU()",
        {"mul": [[], "Parameter((4, 1, 1))"]},
        {"layer": "stack(1)", "from": ["2", "1"]},
    ]
    code = code_of({"input": [4, 6, 6], "layers": layers})
    assert code[2:] == [
        "# Parameter((4, 1, 1)): Keras has no such layer",
        "# mul(): something is missing above",
        "x = x_1",
        "# stack(1): Keras has no such layer",
        "model = keras.Model(x_input, x)",
    ]


def test_lines_name_nodes_and_say_what_feeds_them() -> None:
    layers = [{"name": "s", "layer": "Conv2d(3, 3, 3, 2, 1)"}, {"cat": [["ReLU()"], []], "dim": 2}]
    assert keras_lines(read_network({"input": [3, 8, 8], "layers": layers})) == [
        "input: 8×8×3",
        "s: ZeroPadding2D(1)",
        "Conv2D(3, 3, strides=2)",
        "2.1.1: ReLU()",
        "Concatenate(axis=1) ← 2.1.1, s",
    ]


def ran(network: Network) -> tuple[tuple[int, ...], int]:
    """What the code's model leaves, and what it learns."""
    pytest.importorskip("torch")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KERAS_BACKEND", "torch")
        keras: Any = pytest.importorskip("keras")
    defined: dict[str, Any] = {}
    with keras.device("meta"):
        exec("\n".join(keras_code(network)), defined)  # noqa: S102 # our own code, made here
    model = defined["model"]
    left = model.outputs[-1].shape
    learned = sum(math.prod(number.shape) for number in model.trainable_variables)
    keras.backend.clear_session()
    return tuple(left[1:]), learned


def traced(network: Network) -> tuple[tuple[int, ...], int]:
    walked = trace(network, fields=False)
    return tuple(walked.output_shape[axis] for axis in axes_left(network)), walked.parameters


def has_twins(network: Network) -> bool:
    code = "\n".join(keras_code(network))
    return "no such layer" not in code and "one bias" not in code and "layers." in code


WHOLE = [name for name in zoo.names() if has_twins(zoo.network(name))]


def test_most_architectures_are_keras_from_end_to_end() -> None:
    assert {"vgg16", "resnet50", "densenet121", "mobilenet_v2", "unet"} <= set(WHOLE)


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", WHOLE)
def test_code_of_architectures_runs_and_gives_the_traced_shape(name: str) -> None:
    network = zoo.network(name)
    assert ran(network) == traced(network)


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")
@given(written=networks())
@settings(max_examples=50, deadline=None)
def test_code_of_random_networks_runs_and_gives_the_traced_shape(written: Any) -> None:
    network = read_network(written)
    if has_twins(network):
        assert ran(network) == traced(network)
