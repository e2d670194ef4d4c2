"""What is refused, in which words, and where the fault is said to be."""

from typing import Any

import pytest

from quizapp.calc import read_network, trace
from quizapp.errors import NetworkError
from quizapp.words import sentence


def refused(data: Any, **variables: Any) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        trace(read_network(data, variables))
    # Every sentence can be made, in both languages.
    assert str(caught.value)
    assert sentence(caught.value, "ko")
    return caught.value


def with_layers(*layers: Any, shape: Any = (8, 16, 16)) -> dict[str, Any]:
    return {"input": shape if isinstance(shape, dict) else list(shape), "layers": list(layers)}


# A layer that torch refuses to make: path, column of the call, and the sentence.
AT_CONSTRUCTION = [
    ("Conv2d(8, 4)", "`Conv2d(8, 4)` needs `kernel_size`"),
    ("Conv2d(8, 4, 3, stirde=2)", "has no argument `stirde`; did you mean `stride`?"),
    ("Conv2d(8, 4, 3, zzzzzzzz=2)", "has no argument `zzzzzzzz`"),
    ("Conv2d(8, 4, 3, kernel_size=3)", "gets `kernel_size` twice"),
    ("ReLU(True, 1)", "takes at most 1 argument(s) and gets 2"),
    ("Conv2d(8, 4, 1.5)", "needs a whole number for `kernel_size`, not 1.5"),
    ("Conv2d(8, 4, True)", "needs a whole number for `kernel_size`, not True"),
    ("Conv2d(8, 4, 'three')", "needs a whole number for `kernel_size`, not 'three'"),
    ("Conv2d(8, 4, None)", "needs a whole number for `kernel_size`, not None"),
    ("Conv2d(8, 4, 0)", "needs `kernel_size` of at least 1, not 0"),
    ("Conv2d(8, 4, 3, padding=-1)", "needs `padding` of at least 0, not -1"),
    ("Conv2d(8, 4, (3, 3, 3))", "needs 2 numbers for `kernel_size`, not 3"),
    ("Conv2d(8, 4, 3, groups=3)", "needs `in_channels` divisible by groups=3, not 8"),
    ("Conv2d(8, 6, 3, groups=4)", "needs `out_channels` divisible by groups=4, not 6"),
    ("Conv2d(8, 4, 3, bias=1)", "needs True or False for `bias`, not 1"),
    ("Conv2d(8, 4, 3, padding='full')", "knows padding 'same' and 'valid', not full"),
    ("Conv2d(8, 4, 3, 2, padding='same')", "cannot keep the size with padding='same' and a stride"),
    ("Conv2d(8, 4, 3, padding_mode='mirror')",
     "knows the padding modes zeros, reflect, replicate, circular, not mirror"),
    ("ConvTranspose2d(8, 4, 3, padding_mode='reflect')", "pads with zeros only"),
    ("MaxPool2d(3, padding=2)", "needs a padding of at most half the kernel: 1 of 3, not 2"),
    ("AdaptiveAvgPool2d((1, 2, 3))", "needs 2 numbers for `output_size`, not 3"),
    ("Dropout(1.5)", "needs a probability between 0 and 1, not 1.5"),
    ("Dropout('half')", "needs a probability between 0 and 1, not 'half'"),
    ("LazyConv2d(4, 3, groups=0)", "needs `groups` of at least 1, not 0"),
    ("Flatten('all')", "needs a whole number for `start_dim`, not 'all'"),
    ("cat('channels')", "needs a whole number for `dim`, not 'channels'"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "said"), AT_CONSTRUCTION)
def test_a_layer_torch_would_not_make_is_refused_with_its_call(call: str, said: str) -> None:
    error = refused(with_layers(f"ReLU(), {call}"))
    assert str(error).endswith(said)
    assert str(error).startswith(f"`{call}`")
    assert (error.path, error.column) == (("layers", 0), 8)


# A layer that torch refuses to run on what arrives.
AT_WORK = [
    ("Conv2d(128, 10, 1)", (64, 8, 8), "expects 128 channels and gets 64"),
    ("ConvTranspose2d(4, 10, 1)", (8, 8, 8), "expects 4 channels and gets 8"),
    ("BatchNorm2d(4)", (8, 8, 8), "expects 4 channels and gets 8"),
    ("Linear(100, 10)", (128,), "expects 100 features and gets 128"),
    ("Conv2d(8, 4, 9)", (8, 6, 8), "leaves nothing of 8×6×8: the result would be 4×-2×0"),
    ("MaxPool2d(4)", (8, 3, 8), "leaves nothing of 8×3×8: the result would be 8×0×2"),
    ("AvgPool3d(4, ceil_mode=True)", (8, 3, 8, 8), "is larger than the map: kernel 4 on 3"),
    ("ConvTranspose2d(8, 4, 1, padding=2)", (8, 3, 3),
     "leaves nothing of 8×3×3: the result would be 4×-1×-1"),
    ("ConvTranspose2d(8, 4, 3, 2, output_padding=2)", (8, 3, 3),
     "needs output_padding below the larger of stride and dilation, not 2"),
    ("Conv2d(8, 4, 3, padding=3, padding_mode='reflect')", (8, 3, 9),
     "cannot pad 3 pixels by 3 in mode reflect"),
    ("Conv2d(3, 4, 3)", (3, 8), "expects a shape of 3 numbers and gets 3×8"),
    ("Conv2d(3, 4, 3)", (1, 3, 8, 8),
     "expects a shape of 3 numbers and gets 1×3×8×8; shapes are written without the batch"),
    ("MaxPool1d(2)", (3,), "expects a shape of 2 numbers and gets 3"),
    ("BatchNorm1d(3)", (3, 8, 8),
     "expects a shape of 2 numbers and gets 3×8×8; shapes are written without the batch"),
    ("Flatten(0)", (3, 8), "would work on the batch; axis 1 is the channels"),
    ("Flatten(1, 4)", (3, 8), "has no axis 4: with the batch there are 3"),
    ("Flatten(2, 1)", (3, 8), "cannot flatten from axis 2 back to 1"),
    ("add()", (3, 8), "joins two inputs or more and gets one"),
    ("cat(3)", (3, 8), "has no axis 3: with the batch there are 3"),
    ("cat(0)", (3, 8), "would work on the batch; axis 1 is the channels"),
    ("LazyConv2d(4, 3, groups=2)", (3, 8, 8), "needs `in_channels` divisible by groups=2, not 3"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "shape", "reason"), AT_WORK)
def test_a_layer_torch_would_not_run_is_refused_with_number_and_figures(
    call: str, shape: tuple[int, ...], reason: str
) -> None:
    error = refused(with_layers("ReLU()", f"Identity(),\n  {call}", shape=shape))
    assert str(error) == f"layer 3: `{call}` {reason}"
    assert (error.path, error.column) == (("layers", 1), 14)


def test_a_named_layer_is_refused_by_its_name() -> None:
    error = refused(with_layers({"name": "head", "layer": "Conv2d(128, 10, 1)"}))
    assert str(error) == "layer head: `Conv2d(128, 10, 1)` expects 128 channels and gets 8"
    assert error.path == ("layers", 0, "layer")


def test_a_layer_in_a_branch_of_a_repeat_is_refused_by_its_place() -> None:
    error = refused(with_layers({"repeat": 2, "layers": [{"add": ["Conv2d(8, 9, 1)", []]}]}))
    assert str(error) == "layer 1.1.1: `add()` cannot join 9×16×16, 8×16×16: their sides differ"
    assert error.path == ("layers", 0, "layers", 0)


def test_inputs_of_different_ranks_or_sides_are_not_joined() -> None:
    shapes = {"a": [2, 4, 4], "b": [2, 4]}
    for kind in ("add", "cat"):
        assert "cannot join 2×4×4, 2×4" in str(
            refused(with_layers({kind: ["a", "b"]}, shape=shapes))
        )
    shapes["b"] = [2, 3, 4]
    for kind in ("mul", "cat"):
        assert "their sides differ" in str(refused(with_layers({kind: ["a", "b"]}, shape=shapes)))


def test_a_map_that_padding_took_away_is_not_worked_on() -> None:
    emptied = "ConvTranspose2d(4, 4, 1, padding=1)"
    assert trace(read_network(with_layers(emptied, shape=(4, 2, 8)))).output_shape == (4, 0, 6)
    for after in ("Conv2d(4, 4, 3, padding=2)", "MaxPool2d(1)", "AdaptiveAvgPool2d(1)"):
        error = refused(with_layers(emptied, after, shape=(4, 2, 8)))
        assert str(error).endswith("cannot work on an empty map: 4×0×6")


RELU = "ReLU()"
NOT_UNDERSTOOD = (
    "only numbers, names, + - * / // % **, comparisons, and, or, not, if else, tuples, indexing "
    "and the named functions are understood"
)
KNOWN_KEYS = "unknown key `block`; known are layer, add, mul, cat, repeat, layers, name, from, dim"

# The written form, the sentence it is refused with, and where the fault is.
FORMS: list[tuple[Any, str, tuple[Any, ...], int]] = [
    ([], "a network is written with `input:` and `layers:`", (), 0),
    ({"layers": []}, "a network needs `input:`, such as [3, 224, 224]", (), 0),
    ({"input": {}, "layers": []}, "a network needs `input:`, such as [3, 224, 224]", (), 0),
    ({"input": [3], "layer": []}, "unknown key `layer`; did you mean `layers`?", ("layer",), 0),
    ({"input": [3], "shape": []}, "unknown key `shape`; known are input, layers", ("shape",), 0),
    ({"input": "3, 8", "layers": []}, "a shape is a list of numbers, such as [3, 224, 224]",
     ("input",), 0),
    ({"input": {"a": []}, "layers": []}, "a shape is a list of numbers, such as [3, 224, 224]",
     ("input", "a"), 0),
    ({"input": {"1a": [3]}, "layers": []},
     "a name starts with a letter and is made of letters, digits, dots and _: 1a",
     ("input", "1a"), 0),
    ({"input": [3, True]}, "a number or an expression belongs here", ("input", 1), 0),
    ({"input": [3, "n + m"]}, "m is not defined", ("input", 1), 4),
    ({"input": [3, "n - 8"]}, "a number above zero belongs here, not 0", ("input", 1), 0),
    ({"input": {"a": [3, "n / 3"]}}, "a whole number belongs here, not 8/3", ("input", "a", 1), 0),
    ({"input": [3], "layers": 5}, "layers are a list of calls", ("layers",), 0),
    ({"input": [3], "layers": [5]}, "layers are a list of calls", ("layers", 0), 0),
    (with_layers(""), "an expression is missing", ("layers", 0), 0),
    (with_layers("ReLU"), "a layer is written as a call, such as Conv2d(3, 64, 3)",
     ("layers", 0), 0),
    (with_layers("ReLU(), 5 + 5"), "a layer is written as a call, such as Conv2d(3, 64, 3)",
     ("layers", 0), 8),
    (with_layers("ReLU()\nx = Tanh()"), "a layer is written as a call, such as Conv2d(3, 64, 3)",
     ("layers", 0), 7),
    (with_layers("  min(1, 2)"), "min() is no layer", ("layers", 0), 2),
    (with_layers("ReLU(),\n    Relo()"), "Relo is not defined; did you mean ReLU?",
     ("layers", 0), 12),
    (with_layers("ReLU(), Qqqqq()"), "Qqqqq is not defined", ("layers", 0), 8),
    (with_layers("Conv2d(3, k, 3)"), "k is not defined", ("layers", 0), 10),
    (with_layers("Conv2d(3, 4 4)"), "this cannot be read as an expression: Conv2d(3, 4 4)",
     ("layers", 0), 10),
    (with_layers("Conv2d(3, 4, 3"), "this cannot be read as an expression: Conv2d(3, 4, 3",
     ("layers", 0), 6),
    (with_layers("Conv2d(ReLU(), 4, 3)"), "an argument is a number, a text, True, False or None",
     ("layers", 0), 0),
    (with_layers("Conv2d(8, 4, 3, bias=True, bias=False)"), "Conv2d() gets bias twice",
     ("layers", 0), 27),
    (with_layers("Conv2d(*x)"), NOT_UNDERSTOOD, ("layers", 0), 7),
    (with_layers("Conv2d(**x)"), "** has no place in a layer", ("layers", 0), 7),
    (with_layers("Sequential(ReLU(), name=Tanh())"), "Sequential is not defined", ("layers", 0), 0),
    (with_layers(RELU, "Conv2d(3", "64", "3)", RELU),
     'inside [...] YAML cuts a call at its commas; write ["Conv2d(3, 64, 3)", "ReLU()"]',
     ("layers", 1), 0),
    (with_layers("Conv2d(3", 64, 3.5, "bias=False)"),
     'inside [...] YAML cuts a call at its commas; write ["Conv2d(3, 64, 3.5, bias=False)"]',
     ("layers", 0), 0),
    (with_layers({"laier": RELU}), "unknown key `laier`; did you mean `layer`?",
     ("layers", 0, "laier"), 0),
    (with_layers({"block": RELU}), KNOWN_KEYS, ("layers", 0, "block"), 0),
    (with_layers({"name": "x"}), "one of `layer`, `add`, `mul`, `cat` or `repeat` belongs here",
     ("layers", 0), 0),
    (with_layers({"layer": RELU, "add": [[], []]}),
     "one of `layer`, `add`, `mul`, `cat` or `repeat` belongs here", ("layers", 0), 0),
    (with_layers({"add": [[], []], "dim": 2}), "`dim` has no place beside `add`",
     ("layers", 0, "dim"), 0),
    (with_layers({"repeat": 2, "layers": RELU, "name": "x"}), "`name` has no place beside `repeat`",
     ("layers", 0, "name"), 0),
    (with_layers({"layer": [RELU]}), "`layer:` takes one call, such as Conv2d(3, 64, 3)",
     ("layers", 0, "layer"), 0),
    (with_layers({"name": "x", "layer": "ReLU(), Tanh()"}), "`name` and `from` belong to one layer",
     ("layers", 0, "layer"), 0),
    (with_layers({"from": "input", "layer": "ReLU(), Tanh()"}),
     "`name` and `from` belong to one layer", ("layers", 0, "layer"), 0),
    (with_layers({"name": "a b", "layer": RELU}),
     "a name starts with a letter and is made of letters, digits, dots and _: a b",
     ("layers", 0, "name"), 0),
    (with_layers({"name": "input", "layer": RELU}), "there is a `input` already",
     ("layers", 0, "layer"), 0),
    (with_layers({"name": "2", "layer": RELU}, RELU), "there is a `2` already", ("layers", 1), 0),
    (with_layers({"from": "stem", "layer": RELU}), "nothing before is named `stem`",
     ("layers", 0, "from"), 0),
    (with_layers({"from": "imput", "layer": RELU}),
     "nothing before is named `imput`; did you mean `input`?", ("layers", 0, "from"), 0),
    (with_layers({"name": "later", "layer": RELU, "from": "later"}),
     "nothing before is named `later`", ("layers", 0, "from"), 0),
    (with_layers({"from": [], "layer": RELU}), "`from` takes a name or a list of names",
     ("layers", 0, "from"), 0),
    (with_layers({"from": ["input", "input"], "layer": RELU}),
     "`ReLU()` takes one input and gets 2", ("layers", 0, "layer"), 0),
    (with_layers({"from": ["input", "input"], "add": [[], []]}),
     "`add` takes one input and gets 2", ("layers", 0), 0),
    (with_layers({"add": [[]]}), "a join needs a list of two branches or more",
     ("layers", 0, "add"), 0),
    (with_layers({"add": "input"}), "a join needs a list of two branches or more",
     ("layers", 0, "add"), 0),
    (with_layers({"add": ["input", "missing"]}), "nothing before is named `missing`",
     ("layers", 0, "add", 1), 0),
    (with_layers({"add": [[], None]}), "layers are a list of calls", ("layers", 0, "add", 1), 0),
    (with_layers({"cat": [[], []], "dim": "n / 5"}), "a whole number belongs here, not 8/5",
     ("layers", 0, "dim"), 0),
    (with_layers({"repeat": 0, "layers": RELU}), "a number above zero belongs here, not 0",
     ("layers", 0, "repeat"), 0),
    (with_layers({"repeat": 2}), "`repeat:` needs `layers:` to repeat", ("layers", 0), 0),
    (with_layers({"repeat": 2, "layers": []}), "`repeat:` needs `layers:` to repeat",
     ("layers", 0), 0),
    (with_layers("Conv2d(3, 8 // 0, 3)"), "this divides by zero", ("layers", 0), 10),
]  # fmt: skip


@pytest.mark.parametrize(("data", "said", "path", "column"), FORMS)
def test_a_form_that_cannot_be_read_is_refused_where_the_fault_is(
    data: Any, said: str, path: tuple[Any, ...], column: int
) -> None:
    error = refused(data, n=8)
    assert (str(error), error.path, error.column) == (said, path, column)


def test_names_outside_the_variables_allowed_are_refused_before_filling() -> None:
    from quizapp.calc import compile_network

    with pytest.raises(NetworkError, match=r"c_inn is not defined; did you mean c_in\?"):
        compile_network(with_layers("Conv2d(c_inn, 4, 3)"), names=["c_in", "k"])
