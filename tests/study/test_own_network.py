"""Questions about a network that is nobody's question yet."""

import pytest

from quizapp.calc import read_network, trace, zoo
from quizapp.generate import generate, hints_of, lines_of
from quizapp.grade import grade
from quizapp.study.own_network import questions_about
from quizapp.words import render

SMALL = {
    "input": [3, 32, 32],
    "layers": ["Conv2d(3, 8, 3)", "ReLU()", "MaxPool2d(2)", "flatten(1)", "Linear(1800, 10)"],
}


def test_each_layer_is_asked_about_in_its_order() -> None:
    questions = questions_about(read_network(SMALL))
    asked = [question.id.split("-", 1)[1] for question in questions]
    assert asked == [
        "1-shape", "1-parameters", "1-macs", "1-what-if", "1-field", "3-shape", "3-field",
        "4-shape", "5-shape", "5-parameters", "5-macs", "total",
    ]  # fmt: skip
    assert len({question.key for question in questions}) == len(questions)


def test_the_answers_are_those_of_the_walk() -> None:
    network = read_network(SMALL)
    rows = trace(network).rows
    answers = {q.id.split("-", 1)[1]: generate(q, 1).answer for q in questions_about(network)}
    assert answers["1-shape"] == rows[0].output_shape
    assert answers["5-parameters"] == rows[4].parameters
    assert answers["1-macs"] == rows[0].macs
    assert answers["3-field"] == 4
    assert answers["total"] == trace(network).parameters


def test_what_if_asks_about_another_kernel() -> None:
    (question,) = [q for q in questions_about(read_network(SMALL)) if q.topic == "what-if"]
    for seed in range(12):
        variant = generate(question, seed)
        k = variant.drawn.variables["k"]
        assert k != 3
        assert f"kernel_size were {k}" in variant.prompt.en
        assert f"kernel_size가 {k}" in variant.prompt.ko
        assert variant.answer == k * k * 3 * 8 + 8


def test_they_are_diagnosed_hinted_and_explained_as_any_question() -> None:
    question = questions_about(read_network(SMALL))[1]
    variant = generate(question, 1)
    assert grade(variant, render(variant.answer)).kind == "correct"
    assert grade(variant, "216").mistakes == ("forgot-bias",)
    assert hints_of(variant)
    assert lines_of(variant)


def test_layers_written_alike_are_asked_about_once() -> None:
    layers = ["Conv2d(8, 8, 3, padding=1)"] * 3
    questions = questions_about(read_network({"input": [8, 16, 16], "layers": layers}))
    assert sum(question.topic == "parameters" for question in questions) == 2  # one, and the total


def test_answers_about_one_network_are_not_those_about_another() -> None:
    one, other = (
        questions_about(read_network({"input": [3, n, n], "layers": ["Conv2d(3, 8, 3)"]}))
        for n in (16, 18)
    )
    assert {q.key for q in one}.isdisjoint(q.key for q in other)


@pytest.mark.parametrize("name", ["lenet5", "googlenet", "mobilenet_v3_small", "resnet18"])
def test_whole_architectures_can_be_asked_about(name: str) -> None:
    questions = questions_about(zoo.network(name))
    assert len(questions) > 8
    for question in questions:
        generate(question, 3)
