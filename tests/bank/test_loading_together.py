"""Several faults at once, and several banks."""

from pathlib import Path

import pytest

from quizapp.bank import load_banks
from tests.bank.written_banks import asked, problems_of, unmarked, with_fields, with_vary

TEN = """\
bank: ten
topics: {pooling: {title: Pooling}}
questions:
  - id: one
    answer: 1 + 1
    ▸promt: misspelt
  - id: ▸One Two
    answer: 1 + 1
    prompt: no id
  - id: three
    vary: {▸channels: [3, 5]}
    answer: channels * 2
    prompt: a function
  - id: four
    vary: {k: [1, 3]}
    answer: k * ▸kk
    prompt: not defined
  - id: five
    vary: {k: [1, 3]}
    answer: k * k
    prompt: {en: "How many of ▸{k", ko: "{k:은/는} 몇 개인가요?"}
  - id: six
    topic: ▸poolign
    answer: 1 + 1
    prompt: no such topic
  - id: seven
    network:
      input: [3, 32, 32]
      layers:
        - Conv2d(3, 8, 3), ▸BatchNorm2d(16)
    answer: parameters(network)
    prompt: other channels
  - id: eight
    ▸choices:
      - text: this
      - text: that
    prompt: none is right
  - id: good
    answer: 2 + 2
    prompt: good
  - id: ▸good
    answer: 2 + 3
    prompt: an id twice
  - id: ten
    answer: 1 + 1
    level: ▸hard
    prompt: no number
"""


TEN_CODES = ("B012", "B043", "B051", "B062", "B063", "B056", "B072", "B082", "B044", "B050")


def test_ten_faults_of_ten_kinds_are_ten_problems_and_the_rest_loads(tmp_path: Path) -> None:
    text, *pieces = TEN.split("▸")
    expected = []
    for code, piece in zip(TEN_CODES, pieces, strict=True):
        *above, line = text.split("\n")
        expected.append((len(above) + 1, len(line) + 1, code))
        text += piece
    (tmp_path / "ten.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "zen.yaml").write_text(with_fields().replace("bank: test", "bank: zen"))
    library = load_banks([tmp_path])
    assert [(each.line, each.column, each.code) for each in library.problems] == expected
    assert [(bank.id, len(bank.questions)) for bank in library.banks] == [("ten", 1), ("zen", 1)]


def test_what_an_author_wrote_is_shown_in_short(tmp_path: Path) -> None:
    for fields in ("show: " + "x" * 9999, "where: " + "y" * 450):
        ((_, _, _, message),) = problems_of(tmp_path, with_fields(fields))
        assert len(message) < 400


def test_one_slip_is_one_problem(tmp_path: Path) -> None:
    text, line, column = unmarked(
        asked(
            "id: a\n▸vray: {k: [1, 3], c: [3, 5]}\nwhere: k != c\nanswer: k * c\nprompt: '{k}, {c}'"
        )
    )
    assert problems_of(tmp_path, text) == [
        (line, column, "B012", "unknown key 'vray'; did you mean 'vary'?")
    ]


def test_every_fault_of_one_question_is_named(tmp_path: Path) -> None:
    text = asked("id: A\nvary: {k: [1..3]}\nanswer: kk\nshow: tabel\nlevel: 9\nprompt: '{'")
    codes = [code for _, _, code, _ in problems_of(tmp_path, text)]
    assert codes == ["B043", "B053", "B062", "B046", "B050", "B063"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("bank: test\nquestions: [x]\n", "B042"),
        ("bank: test\n", "B041"),
        (with_fields("mistakes: [{id: a, answer: k, because: x}, x]"), "B042"),
        (with_fields("mistakes:", *["  - {id: own, answer: k, because: x}"] * 2), "B044"),
        (with_fields("let: {j: [1]}"), "B042"),
        (with_fields("levels: {9: {k: [1]}}"), "B050"),
        (with_fields("tolerance: 0"), "B050"),
        (with_fields("digits: 2.5"), "B050"),
        (with_fields("source: {where: here}"), "B041"),
        (with_fields("networks: {max: {input: [3, 8, 8]}}"), "B051"),
        (with_fields("kind: chioce"), "B046"),
        (with_fields("show: kears"), "B046"),
        (with_vary("k: 0..9..0"), "B053"),
        (with_vary("k: 0..9000000000000000000"), "B050"),
        (with_vary("k: [0" + ", 0" * 10_000 + "]"), "B054"),
        (with_vary("k: ['']"), "B041"),
        (with_vary("채널: [3]"), "B051"),
    ],
)
def test_a_fault_has_its_code_in_whatever_shape_it_comes(
    tmp_path: Path, text: str, code: str
) -> None:
    assert code in [code for _, _, code, _ in problems_of(tmp_path, text)]


def test_every_fault_of_one_network_is_named(tmp_path: Path) -> None:
    network = "{input: [3, kk, 8], layers: [ReLu(), 'Conv2d(3, 8,', {repeat: nn, layers: [x()]}]}"
    problems = problems_of(tmp_path, with_fields(f"network: {network}"))
    codes = [code for _, _, code, _ in problems]
    assert codes == ["B062", "B062", "B061", "B062", "B062"]


def test_what_the_reader_refused_is_not_refused_again(tmp_path: Path) -> None:
    text = asked("id: a\nvary: {k: *values}\nanswer: 1 + 1\nprompt: x")
    assert [code for _, _, code, _ in problems_of(tmp_path, text)] == ["B007"]


def test_korean_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text(with_fields("show: tabel", "lvel: 2"))
    assert [each.message.ko for each in load_banks([tmp_path]).problems] == [
        "'show:'에 'tabel' 값은 쓸 수 없습니다. 'table' 값이 아닌지 확인하십시오",
        "'lvel' 키는 없습니다. 'level' 키가 아닌지 확인하십시오",
    ]


@pytest.mark.parametrize(
    ("bank", "message"),
    [
        ("topics: {a: {title: {ko: 둘}}, b: {needs: c}}", None),
        (
            "topics: {▸a: {title: Two}}",
            "the topic 'a' has another title or other needs in {}, line 2",
        ),
        (
            "topics: {▸b: {needs: [d]}}",
            "the topic 'b' has another title or other needs in {}, line 2",
        ),
    ],
)
def test_banks_that_describe_a_topic_in_two_ways_are_told(
    tmp_path: Path, bank: str, message: str | None
) -> None:
    text = asked(
        "id: a\nanswer: 1 + 1\nprompt: x", "topics: {a: {title: {en: One}}, b: {needs: [c]}}\n"
    )
    (tmp_path / "0.yaml").write_text(text)
    other = text.replace("bank: test", "bank: other").split("\n")
    other[1] = bank
    expected = []
    if message is not None:
        other[1], _, column = unmarked(bank)
        expected = [
            (2, column, "B057", message.format(tmp_path / "0.yaml") + "; make the two agree")
        ]
    (tmp_path / "1.yaml").write_text("\n".join(other))
    library = load_banks([tmp_path])
    found = [(each.line, each.column, each.code, each.message.en) for each in library.problems]
    assert found == expected
    assert len(library.banks) == 2


def test_a_need_that_is_misspelt_is_a_warning(tmp_path: Path) -> None:
    text, line, column = unmarked(
        asked(
            "id: a\nanswer: 1 + 1\nprompt: x", "topics: {pooling: , b: {needs: [▸poolign, else]}}\n"
        )
    )
    message = "unknown topic 'poolign'; did you mean 'pooling'?"
    assert problems_of(tmp_path, text) == [(line, column, "B056", message)]


def test_a_need_of_a_bank_not_read_along_is_no_misspelling(tmp_path: Path) -> None:
    topics = "topics: {one-stage-detection: , b: {needs: [two-stage-detection]}}\n"
    text = asked("id: a\nanswer: 1 + 1\nprompt: x", topics)
    assert problems_of(tmp_path, text) == []
