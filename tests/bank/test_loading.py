from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.bank import (
    Calculated,
    Choice,
    Place,
    Source,
    Tolerance,
    Topic,
    load_banks,
)
from quizapp.calc.vocabulary import FirstWay
from quizapp.expressions import ARITHMETIC, Expression
from quizapp.words import Text
from tests.bank.written_banks import described, loaded, only_question

GOOD = """\
bank: convolution
title: {en: Convolution arithmetic, ko: 합성곱 계산}
topics:
  parameters: {title: {en: Counting parameters, ko: 파라미터 세기}, needs: [output-size]}
  fields:
questions:
  - id: conv-parameters
    aliases: [conv-params, params]
    kind: calculated
    topic: parameters
    level: 2
    vary: {k: [1, 3, 0.5], c: 3..9..3, bias: [true, false], mode: [same, "7"]}
    let: {area: k * k, twice: 2 * area}
    levels: {1: {k: [1]}, 3: {k: [5, 7], c: 1..2}}
    where: k != c and area > 0
    networks:
      small: {input: [c, 32, 32], layers: ["Conv2d(c, 8, 3, bias=bias)"]}
      large:
        input: [c, 32, 32]
        layers:
          - Conv2d(c, 8, 3), ReLU()
    answer: parameters(large) - parameters(small)
    as: choice
    tolerance: 1%
    show: table
    prompt:
      en: How much more with {c} channels?
      ko: 채널이 {c:이/가} 아니라 {twice}개라면?
    hint: "{{not a hole}}"
    because: It is so.
    source: {id: "arXiv:1512.03385", where: §1}
    convention: {bias: not, rounding: ceil}
    red_herring: [mode]
    mistakes:
      - id: forgot-one
        answer: parameters(large)
        because: {en: "One of {area}.", ko: "{area} 가운데 하나예요."}
  - id: equivariance
    choices:
      - {text: yes, correct: true}
      - {text: "No, {{}}", because: Shift the input and look.}
    prompt: Does the map move with its input?
    source: Goodfellow et al.
"""


ASTRAY = (
    "", "x", "''", "-1", "1..3", "3..1", "true", "[]", "{}", "[x]", "{x: y}", "[[]]", "{en: []}",
    "{en: ''}", "'{'", "'}'", "'{k'", "'{}'", "'{9**9**9}'", "'{1/0}'", "9**9**9", "1e99", "1/0",
    "nan", "lambda", "k.k", "한글", "parameters(network)", "Conv2d(3, 8, 3)", "'Conv2d(3, 8, 3'",
    "[Conv2d(3, 8, 3)]", "{repeat: 9, layers: [ReLU()]}", "1" * 5000, "a" * 600, "(" * 200,
)  # fmt: skip


def written(vary: str = "{k: [1, 3]}", **fields: str) -> str:
    """A bank of one question that asks for k², with these fields."""
    lines = {"id": "a", "vary": vary, "answer": "k * k", "prompt": "'{k}?'", **fields}
    return "bank: b\nquestions:\n  - " + "\n    ".join(f"{k}: {v}" for k, v in lines.items())


def test_a_good_file_gives_its_bank(tmp_path: Path) -> None:
    library = loaded(tmp_path, GOOD)
    assert library.problems == ()
    (bank,) = library.banks
    assert (bank.id, bank.title) == (
        "convolution",
        Text("Convolution arithmetic", "합성곱 계산"),
    )
    assert bank.file == tmp_path / "0.yaml"
    assert [question.key for question in bank.questions] == [
        "convolution/conv-parameters",
        "convolution/equivariance",
    ]
    assert bank.topics == {
        "parameters": Topic(Text("Counting parameters", "파라미터 세기"), ("output-size",)),
        "fields": Topic(Text("fields", "fields")),
        "convolution": Topic(bank.title),
    }


def test_a_calculated_question_is_as_written(tmp_path: Path) -> None:
    question = loaded(tmp_path, GOOD).banks[0].questions[0]
    assert question.kind == "calculated"
    assert question.aliases == ("conv-params", "params")
    assert (question.topic, question.level, question.show) == ("parameters", 2, "table")
    assert question.vary == {
        "k": (1, 3, Fraction(1, 2)),
        "c": (3, 6, 9),
        "bias": (True, False),
        "mode": ("same", "7"),
    }
    assert question.levels == {1: {"k": (1,)}, 3: {"k": (5, 7), "c": (1, 2)}}
    assert list(question.let) == ["area", "twice"]
    assert described(question.where) == "k != c and area > 0"
    assert question.source == Source("arXiv:1512.03385", "§1")
    assert question.convention == {"bias": "not", "rounding": "ceil"}
    assert question.red_herring == {"mode"}
    assert question.place == Place(str(tmp_path / "0.yaml"), 7, 5)
    task = question.task
    assert isinstance(task, Calculated)
    assert described(task.answer) == "parameters(large) - parameters(small)"
    assert (task.as_choice, task.tolerance) == (True, Tolerance("relative", Fraction(1, 100)))
    assert [(own.id, described(own.answer)) for own in task.mistakes] == [
        ("forgot-one", "parameters(large)")
    ]


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    question = loaded(tmp_path, GOOD).banks[0].questions[1]
    assert question.kind == "choice"
    assert (question.topic, question.level, question.show) == ("convolution", 1, "torch")
    assert question.source == Source("Goodfellow et al.")
    empty = (question.aliases, question.vary, question.let, question.levels, question.networks)
    assert not any(empty)
    assert (question.where, question.hint, question.because) == (None, None, None)


def test_the_texts_of_a_question_are_filled_in_both_languages(tmp_path: Path) -> None:
    question = loaded(tmp_path, GOOD).banks[0].questions[0]
    variables = {"c": 3, "area": 4, "twice": 8}

    def value_of(expression: Expression) -> object:
        return expression.evaluate(variables, ARITHMETIC)

    assert question.prompt.fill(value_of) == Text(
        "How much more with 3 channels?", "채널이 3이 아니라 8개라면?"
    )
    assert question.hint is not None
    assert question.hint.fill(value_of) == Text("{not a hole}", "{not a hole}")
    assert isinstance(question.task, Calculated)
    assert question.task.mistakes[0].because.fill(value_of).ko == "4 가운데 하나예요."


def test_networks_and_answers_run_on_values(tmp_path: Path) -> None:
    question = loaded(tmp_path, GOOD).banks[0].questions[0]
    variables = {"k": 3, "c": 3, "bias": False, "mode": "same"}
    networks = {name: each.fill(variables) for name, each in question.networks.items()}
    assert isinstance(question.task, Calculated)
    answer = question.task.answer.evaluate({**variables, **networks}, FirstWay().functions)
    assert answer == 8


def test_the_options_of_a_choice_are_texts(tmp_path: Path) -> None:
    task = loaded(tmp_path, GOOD).banks[0].questions[1].task
    assert isinstance(task, Choice)
    texts = [option.text.fill(lambda _: "") for option in task.options]
    assert texts == [Text("yes", "yes"), Text("No, {}", "No, {}")]
    assert [option.correct for option in task.options] == [True, False]
    assert task.options[0].because is None
    assert task.options[1].because is not None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("1..4", (1, 2, 3, 4)),
        ("-2..2..2", (-2, 0, 2)),
        ("5..5", (5,)),
        ("[1, -2, +3, 1_000, 2.0]", (1, -2, 3, 1000, 2)),
        ("[0.1, 1e-2, 25e-1]", (Fraction(1, 10), Fraction(1, 100), Fraction(5, 2))),
        ("[true, False, TRUE]", (True, False, True)),
        ("[no, on, null, 1:30, same]", ("no", "on", "null", "1:30", "same")),
        ("['3', \"true\", 'same padding']", ("3", "true", "same padding")),
        ("[0" + ", 0" * 9_999 + "]", (0,) * 10_000),
    ],
)
def test_values_are_read_as_numbers_truths_or_words(
    tmp_path: Path, values: str, expected: tuple[Any, ...]
) -> None:
    library = loaded(tmp_path, written(f"{{k: {values}}}"))
    found = only_question(library).vary["k"]
    assert found == expected
    assert [type(each) for each in found] == [type(each) for each in expected]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"tolerance": "1%"}, Tolerance("relative", Fraction(1, 100))),
        ({"tolerance": '"0.5 %"'}, Tolerance("relative", Fraction(1, 200))),
        ({"tolerance": "0.05"}, Tolerance("absolute", Fraction(1, 20))),
        ({"tolerance": "2"}, Tolerance("absolute", Fraction(2))),
        ({"digits": "3"}, Tolerance("digits", Fraction(3))),
        ({}, None),
    ],
)
def test_tolerances_are_shares_distances_or_digits(
    tmp_path: Path, given: dict[str, str], expected: Tolerance | None
) -> None:
    task = only_question(loaded(tmp_path, written(**given))).task
    assert isinstance(task, Calculated)
    assert task.tolerance == expected


def test_a_title_left_out_is_the_id(tmp_path: Path) -> None:
    assert loaded(tmp_path, written()).banks[0].title == Text("b", "b")


def test_without_topics_a_question_may_stand_under_any(tmp_path: Path) -> None:
    library = loaded(tmp_path, written(topic="pooling"))
    assert only_question(library).topic == "pooling"
    assert library.banks[0].topics == {"pooling": Topic(Text("pooling", "pooling"))}


def test_text_is_composed(tmp_path: Path) -> None:
    library = loaded(tmp_path, written(prompt="\u1112\u1161\u11b8 {k}"))
    prompt = only_question(library).prompt
    assert prompt.fill(lambda _: 1).ko == "\ud569 1"


def test_a_folder_gives_its_yaml_files_by_name(tmp_path: Path) -> None:
    for name in ("c.yaml", "a.yml", "b.yaml", ".hidden.yaml", "notes.txt"):
        (tmp_path / name).write_text(f"bank: {name[0]}\n" + written().partition("\n")[2])
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "d.yaml").write_text(written())
    library = load_banks([tmp_path])
    assert [bank.id for bank in library.banks] == ["a", "b", "c"]
    assert library.problems == ()


def test_a_file_named_twice_is_one_bank(tmp_path: Path) -> None:
    file = tmp_path / "0.yaml"
    file.write_text(written())
    library = load_banks([file, tmp_path, str(file)])
    assert [bank.id for bank in library.banks] == ["b"]
    assert library.problems == ()


@pytest.mark.parametrize("name", ["nothing.yaml", "nul\0.yaml"])
def test_a_missing_file_is_a_problem_and_the_others_load(tmp_path: Path, name: str) -> None:
    (tmp_path / "0.yaml").write_text(written())
    library = load_banks([str(tmp_path / name), tmp_path / "0.yaml"])
    assert [bank.id for bank in library.banks] == ["b"]
    (problem,) = library.problems
    assert (problem.file, problem.code) == (str(tmp_path / name), "B001")


def test_a_folder_without_banks_is_a_warning(tmp_path: Path) -> None:
    (problem,) = load_banks([tmp_path]).problems
    assert problem.line_text("en") == (
        f"{tmp_path}:1:1: warning[B058]: there is no *.yaml file in this folder"
    )


def test_of_two_banks_with_one_id_the_second_is_left_out(tmp_path: Path) -> None:
    library = loaded(tmp_path, written(), "# another\n" + written(level="2"))
    assert [bank.file.name for bank in library.banks] == ["0.yaml"]
    (problem,) = library.problems
    first, second = tmp_path / "0.yaml", tmp_path / "1.yaml"
    assert problem.line_text("en") == (
        f"{second}:2:7: error[B045]: the bank 'b' is also in {first}, and this one is left out; "
        "give one of them another id"
    )


def test_a_bad_question_leaves_the_rest_of_its_bank(tmp_path: Path) -> None:
    bad = "  - {id: bad, answer: 1 +, prompt: x}\n"
    good = "  - {id: good, answer: 1 + 1, prompt: x}\n"
    library = loaded(tmp_path, f"bank: b\nquestions:\n{bad}{good}{bad.replace('bad', 'worse')}")
    assert [question.id for question in library.banks[0].questions] == ["good"]
    assert [(problem.line, problem.code) for problem in library.problems] == [
        (3, "B061"),
        (5, "B061"),
    ]


def test_a_question_that_the_reader_refuses_in_part_is_left_out(tmp_path: Path) -> None:
    text = (
        "bank: b\nquestions:\n"
        "  - {id: a, answer: 1 + 1, prompt: x}\n"
        "  - id: cut\n    answer: parameters(network)\n    prompt: x\n"
        "    network: {input: [3, 8, 8], layers: [Conv2d(3, 8, 3), ReLU()]}\n"
        "  - {id: c, answer: 1 + 1, prompt: x}\n"
    )
    library = loaded(tmp_path, text)
    assert [question.id for question in library.banks[0].questions] == ["a", "c"]
    assert [(problem.line, problem.code) for problem in library.problems] == [(7, "B024")]


@pytest.mark.parametrize(
    "text",
    [
        "bank: b\ntitel: B\n" + written().partition("\n")[2],
        written().replace("bank: b", "bank: [b]"),
        written().replace("bank: b", "Bank: b"),
        written() + "\ntitle: [x]\n",
        "title: &a x\n" + written(),
        written() + "\n---\nbank: c\n",
        written() + "\ntitle: *b\n",
        "- " + written().replace("\n", "\n  "),
    ],
)
def test_an_error_outside_the_questions_leaves_out_the_bank(tmp_path: Path, text: str) -> None:
    library = loaded(tmp_path, text, written().replace("bank: b", "bank: other"))
    assert [bank.id for bank in library.banks] == ["other"]
    assert len(library.problems) == 1


def test_a_yaml_error_ends_its_own_file_only(tmp_path: Path) -> None:
    library = loaded(tmp_path, 'bank: "b', written())
    assert [bank.id for bank in library.banks] == ["b"]
    assert [problem.file for problem in library.problems] == [str(tmp_path / "0.yaml")]


def test_questions_are_found_by_id_and_former_id(tmp_path: Path) -> None:
    library = loaded(tmp_path, GOOD)
    question = library.question("convolution/conv-parameters")
    assert question is not None
    assert library.question("convolution/params") is question
    assert library.question("convolution/nothing") is None


def test_the_revision_is_of_what_is_written_and_not_of_how(tmp_path: Path) -> None:
    one, other = (
        loaded(tmp_path, text).banks[0].questions[0]
        for text in (
            written(prompt="합 {k}?"),
            "# comment\r\n\r\n"
            + written(prompt="'\u1112\u1161\u11b8 {k}?'   # why").replace("\n", "\r\n"),
        )
    )
    assert one.revision == other.revision
    assert len(one.revision) == 12
    assert int(one.revision, 16) >= 0


@pytest.mark.parametrize(
    "fields", [{"prompt": "'{k}!'"}, {"level": "2"}, {"vary": "{k: [1, 3, 5]}"}, {"id": "c"}]
)
def test_the_revision_changes_with_what_is_written(tmp_path: Path, fields: dict[str, str]) -> None:
    before = only_question(loaded(tmp_path, written()))
    assert only_question(loaded(tmp_path, written(**fields))).revision != before.revision


HEAD, QUESTION = GOOD.split("questions:\n")
QUESTION = QUESTION.partition("  - id: equivariance")[0].replace("  - ", "    ", 1)


def blocks(text: str, indent: int) -> list[str]:
    """The keys of a mapping indented so, each with what stands under it."""
    found: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[indent] == " ":
            found[-1] += line
        else:
            found.append(line)
    return found


def only_question_of(folder: Path, head: str, question: str) -> dict[str, Any]:
    """All of it but what tells where and how it was written."""
    question = question.replace("    ", "  - ", 1)
    found = only_question(loaded(folder, f"{head}questions:\n{question}"))
    parts: dict[str, Any] = described(found)
    return {**parts, "written": "", "revision": "", "place": None}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.permutations(blocks(HEAD, 0)),
    question=st.permutations(blocks(QUESTION, 4)),
)
def test_the_order_of_keys_changes_nothing_but_the_revision(
    tmp_path: Path, head: list[str], question: list[str]
) -> None:
    found = only_question_of(tmp_path, "".join(head), "".join(question))
    assert found == only_question_of(tmp_path, HEAD, QUESTION)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_nothing_is_raised_whatever_stands_where(tmp_path: Path, data: st.DataObject) -> None:
    lines = GOOD.splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    key, colon, _ = lines[number].partition(":")
    lines[number] = key + colon + " " + data.draw(st.sampled_from(ASTRAY))
    for problem in loaded(tmp_path, "\n".join(lines)).problems:
        assert problem.message.en
        assert problem.message.ko
        assert 1 <= problem.line <= len(lines)
