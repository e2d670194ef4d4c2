"""Receptive fields of the zoo, against gradients of torch and the table of the Distill article."""

from typing import Any

import pytest

from quizapp.calc import ReceptiveField, Row
from tests.calc.torch_truth import operations, read
from tests.calc.zoo.architectures import kind, seen

MEASURED = {
    network["model"]: network["rows"]
    for network in read("receptive_fields")["torchvision"]["networks"]
}
TABLE = [
    row for row in read("receptive_fields")["distill_2019"]["rows"] if row["resolution"] == 321
]
KINDS = ("Conv2d", "MaxPool2d", "AvgPool2d", "add", "cat")


def figures(row: dict[str, Any], axis: str) -> list[int | None]:
    return [row[f"{figure}_{axis}"] for figure in ("rf", "stride", "padding")]


def maps(name: str) -> list[Row]:
    """The rows that have a row in what was measured."""
    return [
        row
        for row in seen(name).rows
        if kind(row) in KINDS and isinstance(row.receptive_field, ReceptiveField)
    ]


@pytest.mark.parametrize("name", MEASURED)
def test_every_map_sees_what_gradients_of_torch_show(name: str) -> None:
    measured = [row for row in MEASURED[name] if not single_cat(name, row["node"])]
    assert len(measured) == len(maps(name))
    for ours, theirs in zip(maps(name), measured, strict=True):
        field = ours.receptive_field
        assert isinstance(field, ReceptiveField)
        assert kind(ours) == theirs["op"]
        for axis, place in (("h", 0), ("w", 1)):
            known = figures(theirs, axis)
            found = [numbers[place] for numbers in field[:3]]
            assert [n for n, k in zip(found, known, strict=True) if k is not None] == [
                k for k in known if k is not None
            ], theirs["node"]


def single_cat(name: str, node: str) -> bool:
    """A ``cat`` of one map, which torchvision's DenseNet begins its blocks with."""
    listed = next(n for n in operations(name) if n["name"] == node)
    return listed["op"] == "cat" and len(listed["inputs"]) == 1


def last(name: str, *, gates: bool = True) -> tuple[Any, ...]:
    field = seen(name, gates=gates).receptive_field
    assert isinstance(field, ReceptiveField)
    return tuple(numbers[0] for numbers in field[:3])


@pytest.mark.parametrize(
    ("cnn", "ours"),
    [("vgg_16", "vgg16"), ("mobilenet_v1", "mobilenet_v1"), ("resnet_v1_50", "resnet50_v1")],
)
def test_the_last_map_is_that_of_the_table(cnn: str, ours: str) -> None:
    row = [row for row in TABLE if row["cnn"] == cnn][-1]
    assert last(ours) == (row["rf"], row["stride"], row["padding"])


def test_alexnet_sees_what_the_table_says_but_pads_its_first_layer() -> None:
    row = [row for row in TABLE if row["cnn"] == "alexnet_v2"][-1]
    assert last("alexnet") == (row["rf"], row["stride"], row["padding"] + 2)


# From the article's table: sizes that do not depend on how TensorFlow pads.
@pytest.mark.parametrize(
    ("name", "size"),
    [("resnet101_v1", 1027), ("resnet152_v1", 1507), ("inception_v3", 1311)],
)
def test_larger_networks_see_what_the_article_says(name: str, size: int) -> None:
    assert last(name)[0] == size


@pytest.mark.parametrize("name", ["mobilenet_v3_large", "mobilenet_v3_small", "efficientnet_b0"])
def test_a_gate_shows_the_whole_map_unless_it_is_left_out(name: str) -> None:
    first_gate = next(row for row in seen(name).rows if kind(row) == "mul")
    assert first_gate.receptive_field is None
    assert last(name, gates=False)[1] == 32


def test_image_pooling_shows_the_whole_map_unless_it_is_left_out() -> None:
    joined = next(row for row in seen("deeplabv3_head").rows if kind(row) == "cat")
    assert joined.receptive_field is None
    field = next(
        row for row in seen("deeplabv3_head", gates=False).rows if kind(row) == "cat"
    ).receptive_field
    assert isinstance(field, ReceptiveField)
    assert field.size == (73, 73)


def test_learned_scales_leave_what_a_network_sees_alone() -> None:
    size, stride, padding = last("convnext_tiny")
    assert stride == 32
    assert size == 4 + 3 * 6 * 4 + 4 + 3 * 6 * 8 + 8 + 9 * 6 * 16 + 16 + 3 * 6 * 32
    assert padding == 3 * 3 * (4 + 8 + 32) + 9 * 3 * 16
