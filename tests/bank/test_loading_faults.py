"""Each fault of a bank's meaning: its place, its code and its words. ``▸`` marks the place."""

from pathlib import Path

import pytest

from quizapp.bank import TITLES, Fault, bank_faults, question_faults
from quizapp.words import Template
from tests.bank.written_banks import (
    NETWORK,
    OTHER_CHOICE,
    Case,
    asked,
    problems_of,
    two_questions,
    unmarked,
    with_answer,
    with_choices,
    with_fields,
    with_prompt,
    with_vary,
)

FAULTS = {
    name: fault
    for module in (bank_faults, question_faults)
    for name, fault in vars(module).items()
    if isinstance(fault, Fault)
}


CASES = {
    "UNKNOWN_KEY": Case(
        "unknown key 'promt'; did you mean 'prompt'?",
        asked("id: a\nanswer: 1 + 1\n▸promt: x"),
    ),
    "UNKNOWN_KEY_OF": Case(
        "unknown key 'xyz'; the keys here are bank, title, topics, questions",
        "▸xyz: 1\n" + asked("id: a\nanswer: 1 + 1\nprompt: x"),
    ),
    "MISSING": Case(
        "'prompt:' is missing; write it, as in 'prompt: How many parameters?'",
        asked("▸id: a\nanswer: 1 + 1"),
    ),
    "NO_VALUE": Case(
        "'hint:' has no value; write one, or delete the key",
        with_fields("▸hint:"),
    ),
    "EMPTY_TEXT": Case("the text is empty", with_prompt("▸''")),
    "NO_QUESTIONS": Case("the bank holds no question yet", "bank: test\nquestions: ▸[]\n"),
    "NOT_OF_KIND": Case(
        "'digits:' has no place in a question of the kind 'choice'",
        with_choices("▸digits: 3", "choices:", "  - text: x", OTHER_CHOICE),
    ),
    "NO_BANK": Case(
        "a bank is written with the keys 'bank:' and 'questions:', and here are none",
        "▸- bank: test\n",
    ),
    "TEXT_NOT_LIST": Case(
        "this is a list where text belongs; if it is meant as text, put it in quotes: "
        'answer: "[3, k]"',
        asked("id: a\nvary: {k: [1, 3]}\nanswer: ▸[3, k]\nprompt: x"),
    ),
    "TEXT_NOT_MAPPING": Case(
        "this is a mapping where text belongs; if it is meant as text, put it in quotes",
        asked("id: a\nanswer:\n  ▸en: 1 + 1\nprompt: x"),
    ),
    "WORDING_NOT_LIST": Case(
        "this is a list where text belongs, one string or one under 'en:' and one under 'ko:'; "
        "text that starts with '[' needs quotes: prompt: \"[64, 8, 8]\"",
        with_prompt("▸[64, 8, 8]"),
    ),
    "WORDING_NOT_MAPPING": Case(
        "this mapping has neither 'en:' nor 'ko:'; text that starts with '{' needs quotes: "
        'prompt: "{k: 3}"',
        with_prompt("▸{k: 3}"),
    ),
    "LIST_WANTED": Case(
        "a list belongs here; begin each item on a line of its own with '- '",
        "bank: test\nquestions:\n  ▸a: {answer: 1 + 1}\n",
    ),
    "MAPPING_WANTED": Case(
        "keys and values belong here, as in 'vary: {k: [1, 3, 5]}'",
        asked("id: a\nvary:\n  ▸- k: [1, 3]\nanswer: 1 + 1\nprompt: x"),
    ),
    "BAD_ID": Case(
        "'Conv Params' is no id: small letters, digits and hyphens make one, at most 64 of them; "
        "write 'conv-params'",
        asked("id: ▸Conv Params\nanswer: 1 + 1\nprompt: x"),
    ),
    "DUPLICATE_ID": Case(
        "the id 'a' is taken; the first is on line 3", two_questions("id: a", "id: ▸a")
    ),
    "ALIAS_IS_ID": Case(
        "the alias 'b' is the id on line 4; delete the alias or change the id",
        two_questions("id: a, aliases: [▸b]", "id: b"),
    ),
    "DUPLICATE_ALIAS": Case(
        "the alias 'c' is taken; the first is on line 3",
        two_questions("id: a, aliases: c", "id: b, aliases: [d, ▸c]"),
    ),
    "MISTAKE_OF_CATALOGUE": Case(
        "'forgot-bias' is a mistake that the program knows already; give this one another id",
        with_fields("mistakes:", "  - {id: ▸forgot-bias, answer: k, because: x}"),
    ),
    "UNKNOWN_WORD": Case(
        "'show:' cannot be 'tabel'; did you mean 'table'?", with_fields("show: ▸tabel")
    ),
    "UNKNOWN_WORD_OF": Case(
        "'bias:' cannot be 'yes'; write one of: counted, not",
        with_fields("convention: {bias: ▸yes}"),
    ),
    "NEITHER_TRUE_NOR_FALSE": Case(
        "'correct:' is true or false, and not 'yes'",
        with_choices("choices:", "  - {text: x, correct: ▸yes}", OTHER_CHOICE),
    ),
    "NO_WHOLE_NUMBER": Case(
        "'level:' is a whole number from 1 to 4, and not '5'", with_fields("level: ▸5")
    ),
    "UNKNOWN_TOPIC": Case(
        "unknown topic 'poling'; did you mean 'pooling'?",
        asked("id: a\ntopic: ▸poling\nanswer: 1 + 1\nprompt: x", "topics: {pooling: }\n"),
    ),
    "UNDECLARED_TOPIC": Case(
        "unknown topic 'zzz'; write it under the bank's 'topics:', or leave 'topic:' out",
        asked("id: a\ntopic: ▸zzz\nanswer: 1 + 1\nprompt: x", "topics: {pooling: }\n"),
    ),
    "NO_KIND": Case(
        "nothing says what is asked: write 'answer:' for what is calculated, "
        "'choices:' for what is chosen, or the kind: 'kind: trace'",
        asked("▸id: a\nprompt: x"),
    ),
    "PROMPT_AND_FRONT": Case(
        "'prompt:' and 'front:' stand side by side; a card's front is its prompt, keep one of them",
        asked("id: a\nfront: x\nback: y\n▸prompt: z"),
    ),
    "ANSWER_AND_CHOICES": Case(
        "'answer:' and 'choices:' are of two kinds; mark the right choices with 'correct: true', "
        "or calculate the answer and write 'as: choice'",
        with_fields("▸choices: [{text: x}]"),
    ),
    "TWO_NETWORKS": Case(
        "'network:' and 'networks:' stand side by side; put it among the others, under a name",
        with_fields(f"▸network: {NETWORK}", f"networks: {{other: {NETWORK}}}"),
    ),
    "TOLERANCE_AND_DIGITS": Case(
        "'tolerance:' and 'digits:' stand side by side; keep one of them",
        with_fields("tolerance: 1%", "▸digits: 3"),
    ),
    "TOLERANCE": Case(
        "a tolerance is a share such as 1% or a distance such as 0.05, above zero; "
        "'about 1%' is neither",
        with_fields("tolerance: ▸about 1%"),
    ),
    "NAME_FORM": Case(
        "`c-in` is no name: a letter, then letters, digits and _, at most 32 in all; "
        "call it `c_in`",
        with_vary("▸c-in: [3]"),
    ),
    "NAME_OF_FUNCTION": Case(
        "`channels` is a function; call it `ch`", with_vary("c: [3], ▸channels: [3]")
    ),
    "NAME_OF_LAYER": Case("`Linear` is a layer; call it `l`", with_vary("▸Linear: [3]")),
    "NAME_OF_NETWORK": Case(
        "`network` is a network of this question; call it `n`",
        asked(
            f"id: a\nvary: {{▸network: [3]}}\nnetwork: {NETWORK}\n"
            "answer: parameters(network)\nprompt: x"
        ),
    ),
    "NAME_OF_LANGUAGE": Case(
        "`lambda` is a word of the expressions themselves; call it `l`",
        with_vary("▸lambda: [3]"),
    ),
    "NAME_TWICE": Case(
        "`k` is a variable of 'vary:' already, on line 4; give this another name",
        with_fields("let: {▸k: 1 + 1}"),
    ),
    "VALUES_FORM": Case(
        "the values of a variable are a list or a range: 'k: [3]', 'k: 1..11'",
        with_vary("k: ▸3"),
    ),
    "VALUE_FORM": Case(
        "a value is a number, true, false or a word; here stands a list or a mapping",
        with_vary("k: [1, ▸[3, 3]]"),
    ),
    "RANGE_IN_LIST": Case("a range stands without brackets: 'k: 1..11'", with_vary("k: [▸1..11]")),
    "EMPTY_RANGE": Case(
        "the range 11..1 holds nothing; its first number is the smaller one, its step above zero",
        with_vary("k: ▸11..1"),
    ),
    "EMPTY_LIST": Case("the list is empty; write one value or more", with_vary("k: ▸[]")),
    "LARGE_VALUE": Case("1e19 is beyond 10¹⁸", with_vary("k: [1, ▸1e19]")),
    "TOO_MANY_NAMES": Case(
        "a question has 64 names at most, of variables and of what derives from them; here are 66",
        with_vary(", ".join(f"{'▸' if n == 64 else ''}a{n}: [1]" for n in range(66))),
    ),
    "TOO_MANY_VALUES": Case(
        "`k` has 10,001 values, and 10,000 are the most; a step makes it fewer: 1..100000..50",
        with_vary("k: ▸0..10000"),
    ),
    "UNKNOWN_VARIABLE": Case(
        "`kk` is no variable of this question; did you mean `k`?",
        with_fields("levels: {2: {▸kk: [1]}}"),
    ),
    "UNDECLARED_VARIABLE": Case(
        "`zzz` is no variable of this question; write it under 'vary:'",
        with_fields("red_herring: [k, ▸zzz]"),
    ),
    "NO_NETWORK_HERE": Case(
        "`parameters` has to do with networks, and only 'answer:' may ask them; "
        "here stand variables and arithmetic",
        with_prompt('"Not {▸parameters(network)}?"'),
    ),
    "PYTHON_SPELLING": Case(
        "true is not defined; in expressions it is written True",
        with_fields("where: k > 1 or ▸true"),
    ),
    "BARE_ANSWER": Case(
        "the answer is only a number, and there is a network to compute it from: "
        "'answer: parameters(network)'",
        with_answer("▸73728"),
    ),
    "BARE_MISTAKE": Case(
        "the answer of a mistake is only a number; write how it comes about, "
        "an expression over the variables",
        with_fields("mistakes:", "  - {id: own, answer: ▸9, because: x}"),
    ),
    "COMMAS": Case(
        "73,728 is read as a shape of 2 numbers; a number is written 73728",
        with_answer("▸73,728"),
    ),
    "SHAPE_AS_SHOWN": Case("a shape is written (64, 56, 56)", with_answer("▸64x56x56")),
    "CHOICE_FORM": Case(
        "a choice is a mapping with 'text:': - text: \"Yes, it is\"",
        with_choices("choices:", "  - ▸Yes, it is", OTHER_CHOICE),
    ),
    "TOO_FEW_CHOICES": Case(
        "a choice has two options or more; add '- text: …'",
        with_choices("▸choices:", OTHER_CHOICE),
    ),
    "NO_RIGHT_CHOICE": Case(
        "none of the choices is right; add to the right one: 'correct: true'",
        with_choices("▸choices:", "  - text: x", "  - {text: y, correct: false}"),
    ),
}
WITHOUT_CASE = {
    "TOO_MUCH_TO_READ",
    "NO_BANKS",
    "DUPLICATE_BANK",
    "FOLDER_UNREADABLE",
    "TOPIC_CONFLICT",
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_named_at_its_place(tmp_path: Path, name: str) -> None:
    text, line, column = unmarked(CASES[name].text)
    expected = (line, column, FAULTS[name].code, CASES[name].message)
    assert problems_of(tmp_path, text) == [expected]


def test_every_fault_has_a_case() -> None:
    assert FAULTS.keys() == CASES.keys() | WITHOUT_CASE


def test_every_code_has_a_title() -> None:
    assert {fault.code for fault in FAULTS.values()} <= TITLES.keys()


@pytest.mark.parametrize("name", FAULTS)
def test_both_languages_carry_the_same_figures(name: str) -> None:
    sentence = FAULTS[name].sentence
    english, korean = (Template.parse(text) for text in (sentence.en, sentence.ko))
    assert sentence.ko
    assert {hole.source for hole in english.holes} == {hole.source for hole in korean.holes}
