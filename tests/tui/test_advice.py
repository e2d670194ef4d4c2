"""What a field says of how its answer is written is true of that answer."""

from pathlib import Path

import pytest

from quizapp.bank import load_banks
from quizapp.generate import Variant, generate
from quizapp.tui.echo import asked_for, echo
from quizapp.words import LANGUAGES, Language, say

BANK = """bank: tuples
questions:
  - {id: weights, network: {input: [3, 9, 9], layers: ["Conv2d(3, 8, 5)"]},
     answer: weight_shape(network), prompt: {en: "Its weight?", ko: "가중치는 어떤 모양인가요?"}}
  - {id: one-weight, network: {input: [3, 9, 9], layers: ["Conv2d(3, 8, 5)"]},
     answer: "weight_shape(network)[0]", prompt: {en: "Its kernels?", ko: "커널은 몇 개인가요?"}}
  - {id: map, network: {input: [3, 9, 9], layers: ["Conv2d(3, 8, 5)"]},
     answer: output_shape(network), prompt: {en: "Its output?", ko: "출력은 어떤 모양인가요?"}}
  - {id: field, network: {input: [3, 9, 9], layers: ["Conv2d(3, 8, (5, 3))"]},
     answer: receptive_field(network), prompt: {en: "It sees?", ko: "얼마나 보나요?"}}
"""


def variant(name: str, folder: Path) -> Variant:
    file = folder / "tuples.yaml"
    file.write_text(BANK, encoding="utf-8")
    question = load_banks([file]).question(f"tuples/{name}")
    assert question is not None
    return generate(question, 1)


@pytest.mark.parametrize(
    ("name", "asked"),
    [("weights", "weights"), ("one-weight", "number"), ("map", "shape"), ("field", "axes")],
)
def test_advice_is_for_what_is_asked(name: str, asked: str, tmp_path: Path) -> None:
    assert asked_for(variant(name, tmp_path)) == asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_a_weight_is_not_told(language: Language) -> None:
    """Which comes first is what such a question asks."""
    advice = say("tui.advice-weights", language)
    assert not [word for word in ("channels", "out,", "first", "채널", "출력") if word in advice]
    assert "10x6x3x3" in advice


@pytest.mark.parametrize("asked", ["weights", "axes", "shape"])
def test_several_numbers_are_read_as_such(asked: str) -> None:
    assert "8×3×5×5" in echo(asked, "8x3x5x5", "en")  # type: ignore[arg-type] # one of them
