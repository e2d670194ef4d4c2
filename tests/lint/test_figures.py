"""``check --report``: what templates do with mistakes, measured."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.bank import load_banks
from quizapp.lint.figures import Figures, Share, figures_of, never_revealed, topics_by_mistake
from quizapp.lint.figures_pages import figures_json, figures_lines

Banked = Callable[[str], Path]

BANK = """
- id: weights
  topic: counting
  vary: {k: [3, 5], c: [3, 16, 32]}
  network: {input: [c, 32, 32], layers: ["Conv2d(c, 64, k)"]}
  answer: parameters(network)
  prompt: How many?
- id: padded
  topic: sizes
  vary: {p: [0, 1, 2], side: [20, 24]}
  network: {input: [3, side, side], layers: ["Conv2d(3, 8, 3, padding=p)"]}
  answer: height(network)
  prompt: How high?
- id: known
  topic: sizes
  prompt: Which?
  choices: [{text: a, correct: true}, {text: b}]
"""


@pytest.fixture
def figures(bank_file: Banked) -> list[Figures]:
    return figures_of(load_banks([bank_file(BANK)]).banks)


def test_only_calculated_templates_are_measured(figures: list[Figures]) -> None:
    assert [each.question.id for each in figures] == ["weights", "padded"]


def test_choosing_variants_leaves_fewer_masked(figures: list[Figures]) -> None:
    for each in figures:
        assert each.masked.count <= each.masked_before.count
        assert each.tying.count <= each.tying_before.count
    assert figures[0].masked == Share(0, 60)


def test_what_a_template_reveals_stands_under_its_topic(figures: list[Figures]) -> None:
    grid = topics_by_mistake(figures)
    assert set(grid) == {"counting", "sizes"}
    assert grid["counting"]["forgot-bias"] == 1
    assert "forgot-bias" not in never_revealed(grid)
    assert "ignored-groups" in never_revealed(grid)


def test_single_mistakes_are_named_and_random_numbers_are_not(figures: list[Figures]) -> None:
    weights = figures[0]
    assert weights.alone.count + weights.in_a_tie.count == weights.alone.of > 20
    assert weights.random_named.of > 20
    assert weights.random_named.count <= 0.05 * weights.random_named.of


def test_lines_and_objects_say_the_same(figures: list[Figures]) -> None:
    lines = "\n".join(figures_lines(figures, "en"))
    assert "test/weights" in lines
    assert "no template reveals: " in lines
    template, _, grid, total = figures_json(figures)
    assert template["template"] == "test/weights"
    assert "forgot-bias" in template["reveals"]
    assert grid["topics"]["counting"]["forgot-bias"] == 1
    assert total["all"]["masked"]["of"] == 120


def test_without_templates_there_is_one_line() -> None:
    assert list(figures_lines([], "en")) == ["no calculated template"]
