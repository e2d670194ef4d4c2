from pathlib import Path

import pytest

from quizapp.bank import Question
from quizapp.calc import trace
from quizapp.generate import generate
from tests.bank.written_banks import loaded

ASKED = """\
bank: b
questions:
  - id: a
    vary: {{net: [vgg11, vgg16], part: [conv2, conv4]}}
    network: {network}
    answer: parameters(network)
    show: none
    prompt: "{{net}} {{part}}?"
"""


def question_with(folder: Path, network: str) -> Question:
    library = loaded(folder, ASKED.format(network=network))
    assert library.problems == ()
    (question,) = library.banks[0].questions
    return question


def said_of(folder: Path, network: str) -> str:
    (problem,) = loaded(folder, ASKED.format(network=network)).problems
    return f"{problem.line}:{problem.column} {problem.code} {problem.message.en}"


def test_an_architecture_goes_by_its_name(tmp_path: Path) -> None:
    question = question_with(tmp_path, "{zoo: vgg16}")
    assert trace(question.networks["network"].fill({})).parameters == 138_357_544


def test_a_variable_may_hold_the_name_and_the_part(tmp_path: Path) -> None:
    question = question_with(tmp_path, "{zoo: net, until: part}")
    network = question.networks["network"].fill({"net": "vgg16", "part": "conv4"})
    assert trace(network).output_shape == (512, 14, 14)


def test_a_part_is_whole_and_nothing_follows_it(tmp_path: Path) -> None:
    question = question_with(tmp_path, "{zoo: googlenet, until: inception3a}")
    network = question.networks["network"].fill({})
    assert network.nodes[-1].text == "cat()"
    assert trace(network).output_shape == (256, 28, 28)


def test_both_ways_answer_for_every_name_and_part(tmp_path: Path) -> None:
    question = question_with(tmp_path, "{zoo: net, until: part}")
    answers = {generate(question, seed).answer for seed in range(1, 20)}
    assert len(answers) == 4


@pytest.mark.parametrize(
    ("network", "said"),
    [
        (
            "{zoo: vgg17}",
            "5:20 B071 no architecture is named `vgg17`; did you mean `vgg19`?",
        ),
        ("{zoo: letnet}", "5:20 B071 no architecture is named `letnet`; did you mean `lenet5`?"),
        ("{zoo: qqq}", "5:20 B071 no architecture is named `qqq`"),
        (
            "{zoo: resnet18, until: layer5}",
            "5:37 B071 `resnet18` has no part named `layer5`; did you mean `layer4`?",
        ),
        ("{zoo: resnet18, until: qqq}", "5:37 B071 `resnet18` has no part named `qqq`"),
        (
            "{zoo: resnet18, layers: []}",
            "5:30 B012 unknown key 'layers'; the keys here are zoo, until",
        ),
        ("{zoo: [vgg16]}", "B042"),
    ],
)
def test_what_the_zoo_does_not_have_is_said_where_it_stands(
    tmp_path: Path, network: str, said: str
) -> None:
    assert said in said_of(tmp_path, network)
