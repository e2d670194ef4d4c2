"""Slips that tie are told apart by a variant on which they do not."""

from collections.abc import Callable

from quizapp.bank import Question
from quizapp.generate import generate, probe_seed, tells_apart
from quizapp.grade import grade
from quizapp.grade.json_form import verdict_json

Ask = Callable[[str], Question]

# On an even input (i + 2p − k) is odd and halves up to what one window less gives: both give i/2.
SIZES = """
- id: side
  vary: {i: [32, 33, 40, 41, 57], k: [3, 5, 7], s: [2, 3], p: [1, 2]}
  network: {input: [3, i, i], layers: ["Conv2d(3, 8, k, stride=s, padding=p)"]}
  answer: height(network)
  prompt: {en: "Side?", ko: "한 변은?"}
"""


def test_a_probe_separates_what_ties(ask: Ask) -> None:
    question = ask(SIZES)
    found = 0
    for seed in range(1, 6):
        variant = generate(question, seed)
        for known in variant.known_wrong:
            if len(known.mistakes) < 2:
                continue
            found += 1
            probe = probe_seed(variant, known.mistakes)
            if probe is None:
                continue
            other = generate(question, probe)
            assert tells_apart(other, known.mistakes)
            assert not tells_apart(variant, known.mistakes)
    assert found


def test_the_json_form_names_the_probe_of_a_tie_and_of_nothing_else(ask: Ask) -> None:
    question = ask(SIZES)
    ties = [
        (variant, known)
        for variant in (generate(question, seed) for seed in range(1, 16))
        for known in variant.known_wrong
        if len(known.mistakes) > 1
    ]
    variant, known = next(tie for tie in ties if probe_seed(tie[0], tie[1].mistakes) is not None)
    form = verdict_json(variant, grade(variant, str(known.answer)))
    assert form["probe"] == {"seed": probe_seed(variant, known.mistakes)}
    alone = next(k for k in variant.known_wrong if len(k.mistakes) == 1)
    assert form["probe"] is not None
    assert verdict_json(variant, grade(variant, str(alone.answer)))["probe"] is None
