"""Variants: drawn the same everywhere, proved, worth asking."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from hashlib import sha256

import pytest

from quizapp.bank import Question
from quizapp.calc.vocabulary import FirstWay
from quizapp.errors import DrawError, ProofError
from quizapp.expressions import ARITHMETIC, compile_expression
from quizapp.generate import Chance, compare, generate, hints_of, lines_of, wrong_lines
from quizapp.generate import variant as variants
from quizapp.generate.json_form import variant_json

Ask = Callable[[str], Question]

PARAMETERS = """
- id: conv
  vary: {k: [1, 3, 5], c_in: [3, 16, 32], c_out: [8, 16, 64], bias: [true, false]}
  where: c_in != c_out
  network:
    input: [c_in, 32, 32]
    layers: ["Conv2d(c_in, c_out, k, bias=bias)"]
  answer: parameters(network)
  prompt: {en: "Parameters?", ko: "파라미터는 몇 개인가요?"}
"""

SIZES = """
- id: side
  vary: {i: 20..40, k: [3, 5], s: [2, 3], p: [1, 2]}
  network:
    input: [3, i, i]
    layers: ["Conv2d(3, 8, k, stride=s, padding=p)"]
  answer: height(network)
  as: choice
  prompt: {en: "Side?", ko: "한 변은?"}
"""

CHOICE = """
- id: pick
  prompt: {en: "Which?", ko: "어느 것인가요?"}
  choices:
    - {text: {en: one, ko: 하나}, correct: true}
    - {text: {en: two, ko: 둘}, because: {en: too many, ko: 너무 많아요}}
    - {text: {en: three, ko: 셋}}
"""


def test_a_seed_gives_the_same_variant_every_time(ask: Ask) -> None:
    question = ask(PARAMETERS)
    assert variant_json(generate(question, 7)) == variant_json(generate(question, 7))


def test_draws_are_those_of_every_machine() -> None:
    """The bytes are the contract: another sequence would change every variant ever shown."""
    chance = Chance("bank/question", 1, 42)
    expected = [
        int.from_bytes(sha256(b"bank/question\x1f1\x1f42\x1e%d" % turn).digest()) % 1000
        for turn in (1, 2, 3)
    ]
    assert [chance.below(1000) for _ in range(3)] == expected == [272, 768, 370]


def test_where_holds_and_every_listed_value_is_shown(ask: Ask) -> None:
    question = ask(PARAMETERS)
    drawn = [generate(question, seed).drawn.variables for seed in range(200)]
    assert all(v["c_in"] != v["c_out"] for v in drawn)
    for name, values in question.vary.items():
        assert {v[name] for v in drawn} == set(values)


def test_no_known_wrong_answer_is_right_and_none_comes_twice(ask: Ask) -> None:
    for text in (PARAMETERS, SIZES):
        question = ask(text)
        for seed in range(100):
            variant = generate(question, seed)
            wrong = [known.answer for known in variant.known_wrong]
            assert variant.answer not in wrong
            assert len(set(wrong)) == len(wrong)


def test_masked_variants_are_avoided_where_numbers_allow(ask: Ask) -> None:
    """Stride 2 hides a padding counted once on every other size: those are passed over."""
    question = ask(SIZES)
    hidden = 0
    for seed in range(100):
        variant = generate(question, seed)
        named = {id_ for known in variant.known_wrong for id_ in known.mistakes}
        hidden += "padding-once" not in named
    assert hidden <= 15


def test_options_hold_the_answer_once_at_an_even_place(ask: Ask) -> None:
    question = ask(SIZES)
    places: Counter[int] = Counter()
    for seed in range(300):
        variant = generate(question, seed)
        assert 3 <= len(variant.options) <= 5
        assert len({option.value for option in variant.options}) == len(variant.options)
        (place,) = variant.right_places
        assert variant.options[place - 1].value == variant.answer
        if len(variant.options) == 5:
            places[place] += 1
    expected = sum(places.values()) / 5
    chi_square = sum((count - expected) ** 2 / expected for count in places.values())
    assert chi_square < 18.5  # 0.1 % of fair dice with 4 degrees of freedom are further off


def test_authored_options_keep_their_reasons_when_shuffled(ask: Ask) -> None:
    question = ask(CHOICE)
    orders = set()
    for seed in range(30):
        variant = generate(question, seed)
        orders.add(tuple(option.text.en for option in variant.options))
        (place,) = variant.right_places
        assert variant.options[place - 1].text.en == "one"
        reasons = {o.text.en: o.because.en for o in variant.options if o.because}
        assert reasons == {"two": "too many"}
    assert len(orders) == 6


def test_every_line_of_a_solution_evaluates_to_its_value(ask: Ask) -> None:
    for text in (PARAMETERS, SIZES):
        question = ask(text)
        for seed in range(50):
            lines = lines_of(generate(question, seed))
            assert lines
            for line in lines:
                value = compile_expression(line.expression, functions=ARITHMETIC).evaluate({}, {})
                assert value == line.value


def test_the_last_line_of_a_solution_is_the_answer(ask: Ask) -> None:
    question = ask(PARAMETERS)
    for seed in range(50):
        variant = generate(question, seed)
        assert lines_of(variant)[-1].value == variant.answer


def test_wrong_lines_come_to_the_known_wrong_answer(ask: Ask) -> None:
    question = ask(PARAMETERS)
    for seed in range(30):
        variant = generate(question, seed)
        for known in variant.known_wrong:
            for id_ in known.mistakes:
                assert wrong_lines(variant, [id_])[-1].value == known.answer


def test_two_solutions_part_on_one_line(ask: Ask) -> None:
    variant = generate(ask(SIZES), 3)
    known = variant.known_wrong[0]
    rows = compare(wrong_lines(variant, known.mistakes[:1]), lines_of(variant))
    assert sum(row.parts for row in rows) == 1


def test_the_first_hint_names_the_formula_and_no_later_one_repeats_it(ask: Ask) -> None:
    hints = hints_of(generate(ask(PARAMETERS), 1))
    assert "k·k·C_in·C_out" in hints[0].en
    assert len(set(hints)) == len(hints) >= 2


def test_steps_combine_several_networks(ask: Ask) -> None:
    question = ask("""
    - id: saving
      networks:
        single: {input: [64, 32, 32], layers: ["Conv2d(64, 64, 5, padding=2, bias=False)"]}
        stacked:
          input: [64, 32, 32]
          layers:
            - {repeat: 2, layers: ["Conv2d(64, 64, 3, padding=1, bias=False)"]}
      answer: parameters(single) - parameters(stacked)
      prompt: {en: "Fewer by?", ko: "몇 개 적은가요?"}
    """)
    variant = generate(question, 1)
    assert variant.answer == 25 * 64 * 64 - 2 * 9 * 64 * 64
    assert lines_of(variant)[-1].numbers == "102,400 − 73,728"


def test_an_answer_may_be_a_fraction(ask: Ask) -> None:
    question = ask("""
    - id: share
      network: {input: [8, 9, 9], layers: ["Conv2d(8, 4, 3, bias=False)"]}
      answer: parameters(network) / macs(network)
      prompt: {en: "Share?", ko: "몫은?"}
    """)
    assert generate(question, 1).answer == Fraction(1, 49)


def test_a_condition_nothing_fulfils_is_said(ask: Ask) -> None:
    question = ask(PARAMETERS.replace("c_in != c_out", "c_in > 99"))
    with pytest.raises(DrawError, match=r"test/conv.*where"):
        generate(question, 1)


def test_a_choice_without_two_slips_is_said(ask: Ask) -> None:
    question = ask("""
    - id: lonely
      network: {input: [8], layers: ["ReLU()"]}
      answer: elements(network)
      as: choice
      prompt: {en: "Length?", ko: "길이는?"}
    """)
    with pytest.raises(DrawError, match="fewer than two mistakes"):
        generate(question, 1)


def test_two_ways_that_disagree_are_never_shown(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    question = ask(PARAMETERS)

    def broken() -> object:
        return {**FirstWay().functions, "parameters": FirstWay().functions["macs"]}

    monkeypatch.setattr("quizapp.calc.vocabulary.second_way", broken)
    with pytest.raises(ProofError, match="test/conv with seed 5"):
        generate(question, 5)


def test_levels_widen_the_space(ask: Ask) -> None:
    question = ask(PARAMETERS + "  levels: {2: {k: [7]}}\n")
    assert generate(question, 1, 1).drawn.variables["k"] in (1, 3, 5)
    assert generate(question, 1, 2).drawn.variables["k"] == 7
    assert generate(question, 1, 3).drawn.variables["k"] == 7


def test_the_signature_names_all_that_makes_a_variant(ask: Ask) -> None:
    variant = generate(ask(PARAMETERS), 9, 1)
    revision = variant.question.revision
    assert variant.signature == f"test/conv@{revision}:1:9/{variants.GENERATOR}"


def test_json_keeps_its_keys(ask: Ask) -> None:
    record = variant_json(generate(ask(SIZES), 1))
    assert list(record) == [
        "id", "seed", "level", "kind", "variables", "prompt", "network", "networks", "answer",
        "choices", "solution", "mistakes", "signature",
    ]  # fmt: skip
    assert record["network"]["layers"][0].startswith("Conv2d(3, 8, ")
    assert record["networks"] is None
    assert any(choice["correct"] for choice in record["choices"])
