"""Past screens, made again from what the history holds; tables that go on where one went wrong."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from quizapp.bank import Question, load_banks, question_written
from quizapp.bank.pinned import pin_hash
from quizapp.bank.question_reader import revision_of
from quizapp.calc import read_network
from quizapp.generate import TableAsked, Variant, generate
from quizapp.generate.asked_lines import asked_lines
from quizapp.generate.past import shown_of, variant_shown
from quizapp.grade import grade
from quizapp.history import History, Keeper, Note, Review, bring_in, exported
from quizapp.plain import play
from quizapp.plain.pages import question_page
from quizapp.study import Deriver, Item, Learner, Sitting, topics_in
from quizapp.study.own_network import questions_about
from quizapp.study.past import past_screen, rerender
from quizapp.study.variants import numbers_of
from quizapp.words import LANGUAGES, Language, render

Banked = Callable[[str], Path]
Clock = Callable[[], datetime]

PIN = pin_hash("print(6)", "6")
KINDS = f"""
- id: weights
  vary: {{c: [8, 16, 32], half: [0.5, 1.5], bias: [true, false]}}
  let: {{wide: c * 2, side: half * 2 + 8}}
  network: {{input: [3, 19, 19], layers: ["Conv2d(3, wide, 3, bias=bias)"]}}
  show: any
  answer: parameters(network)
  prompt: {{en: "Parameters, with {{half}} and {{side}}?", ko: "{{half}}일 때 파라미터는?"}}
- id: offered
  as: choice
  vary: {{c: [8, 16, 32]}}
  network: {{input: [3, 19, 19], layers: ["Conv2d(3, c, 3, stride=2, padding=1)"]}}
  answer: parameters(network)
  prompt: {{en: "Parameters?", ko: "파라미터는?"}}
- id: picked
  vary: {{n: [2, 3]}}
  prompt: {{en: "Which?", ko: "어느 것?"}}
  choices:
  - {{text: {{en: "{{n}} apples", ko: "사과 {{n}}개"}}, correct: true}}
  - {{text: {{en: pears, ko: 배}}, because: {{en: No., ko: 아니요.}}}}
  - {{text: plums}}
- id: sought
  unknowns: {{p: 0..3, s: 1..3}}
  network: {{input: [3, 28, 28], layers: ["Conv2d(3, 8, 3, stride=s, padding=p)"]}}
  accept: height(network) == 14
  prompt: Which padding and stride give 14?
- id: table
  kind: trace
  columns: [shape, parameters]
  vary: {{n: [30, 32]}}
  network: {{input: [3, n, n], layers: ["Conv2d(3, 8, 5)", "MaxPool2d(2)", "Conv2d(8, 9, 3)"]}}
- id: typed
  accept: [shortcut]
  prompt: What?
- id: ordered
  items: [one, {{en: two, ko: 둘}}, three, four]
  prompt: Order
- id: paired
  pairs:
  - {{left: a, right: {{en: one, ko: 하나}}}}
  - {{left: b, right: two}}
  - {{left: c, right: two}}
  prompt: Match
- id: card
  front: Front
  back: Back
- id: printed
  code: print(6)
  pinned:
  - {{output: "6", sha256: {PIN}, versions: {{python: "3.11"}}}}
  - {{output: "6", sha256: {PIN}, versions: {{python: "3.12"}}}}
"""


@pytest.fixture
def questions(bank_file: Banked) -> tuple[Question, ...]:
    library = load_banks([bank_file(KINDS)])
    assert [p.line_text("en") for p in library.problems if p.severity == "error"] == []
    return library.banks[0].questions


@pytest.fixture
def history(tmp_path: Path, clock: Clock) -> Iterator[History]:
    with History.open(tmp_path / "data" / "history.db", clock) as made:
        yield made


def sitting(questions: list[Question], history: History, clock: Clock, seed: int = 5) -> Sitting:
    topic_of = topics_in(questions)
    return Sitting(
        questions, seed, keeper=Keeper(history, Deriver(topic_of)), clock=clock,
        learner=Learner(history),
    )  # fmt: skip


def screen(variant: Variant, language: Language = "ko") -> list[str]:
    return question_page(Item(1, 1, variant), language)


def test_the_source_is_what_the_revision_is_the_hash_of(questions: tuple[Question, ...]) -> None:
    for question in questions:
        assert revision_of(question.written) == question.revision
        again = question_written("test", question.written)
        assert again is not None
        assert (again.written, again.revision) == (question.written, question.revision)
        assert again.key == question.key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(6))
def test_every_kind_is_shown_again_as_it_was(
    questions: tuple[Question, ...], language: Language, seed: int
) -> None:
    for question in questions:
        shown = generate(question, seed, 1)
        source = question_written("test", question.written)
        assert source is not None
        kept = shown_of(shown, language)
        # Another seed: were anything drawn, it would be drawn otherwise.
        again = variant_shown(source, seed + 1, 1, shown.drawn.variables, kept)
        for spoken in LANGUAGES:
            assert screen(again, spoken) == screen(shown, spoken)
        assert (again.answer, again.shown_answer) == (shown.answer, shown.shown_answer)
        assert again.known_wrong == shown.known_wrong


def answered(
    questions: tuple[Question, ...], history: History, clock: Clock
) -> list[tuple[Review, list[str]]]:
    """Reviews, each with its screen."""
    playing = sitting([q for q in questions if q.kind != "card"], history, clock)
    playing.language = "ko"
    seen = []
    while playing.item is not None:
        page = screen(playing.item.variant)
        outcome = playing.submit(_wrong_for(playing.item))
        assert outcome.review is not None, outcome.verdict
        seen.append((outcome.review, page))
        playing.advance()
    return seen


def _wrong_for(item: Item) -> str:
    answer = item.variant.answer
    match item.variant.question.kind:
        case "calculated" | "choice":
            return "1"
        case "solve":
            return "p=0 s=1"
        case "trace":
            return "; ".join("1x1x1 1" for _ in answer)
        case "order":
            return " ".join(map(str, range(1, len(answer) + 1)))
        case "match":
            return " ".join(f"{place}a" for place in range(1, len(answer) + 1))
    return "something else"


def test_past_screens_outlive_edits_and_removal(
    questions: tuple[Question, ...], history: History, clock: Clock, tmp_path: Path
) -> None:
    seen = answered(questions, history, clock)
    # From here on no bank is at hand.
    for review, page in seen:
        again = past_screen(history, review)
        assert again is not None, review.question
        assert screen(again) == page
        assert grade(again, review.submission).kind == review.verdict
    lines = tmp_path / "out.jsonl"
    lines.write_text("".join(f"{line}\n" for line in exported(history)), encoding="utf-8")
    with History.open(tmp_path / "other" / "history.db", clock) as other:
        bring_in(other, [lines])
        for review, page in seen:
            moved = past_screen(other, review)
            assert moved is not None
            assert screen(moved) == page


def test_a_source_is_kept_once_for_each_revision(
    bank_file: Banked, questions: tuple[Question, ...], history: History, clock: Clock
) -> None:
    def sources() -> list[Note]:
        return [*history.notes(of="test/weights", type="question")]

    weights = [questions[0]]
    for seed in range(3):
        sitting(weights, history, clock, seed).submit("1")
    (note,) = sources()
    assert note.body == {"revision": weights[0].revision, "source": weights[0].written}
    edited = load_banks([bank_file(KINDS.replace("Parameters, with", "How many, with"))])
    sitting([edited.banks[0].questions[0]], history, clock).submit("1")
    assert len(sources()) == 2
    for review in history.reviews():
        assert past_screen(history, review) is not None


def test_an_answer_that_waits_brings_its_source_when_it_is_saved(
    questions: tuple[Question, ...], history: History, clock: Clock
) -> None:
    keeper = Keeper(None)
    playing = Sitting([*questions[:2]], 5, keeper=keeper, clock=clock, learner=Learner(history))
    playing.submit("1")
    assert keeper.pending == 1
    playing.advance()
    keeper._history = history
    assert playing.submit("1").unsaved is None
    assert {note.of for note in history.notes(type="question")} == {"test/weights", "test/offered"}


def test_options_are_kept_as_they_were_read(
    questions: tuple[Question, ...], history: History, clock: Clock
) -> None:
    ordered = [question for question in questions if question.id == "ordered"]
    for language in LANGUAGES:
        out = StringIO()
        play(sitting(ordered, history, clock), iter(["1 2 3 4", ":quit"]), out, language)
        *_, last = history.reviews()
        options = last.shown["options"]
        assert isinstance(options, list)
        assert ("둘" in options) == (language == "ko")
        listed = [line.split(". ", 1)[1] for line in out.getvalue().splitlines() if ". " in line]
        assert [text for text in listed if text in options][: len(options)] == options


def test_a_source_that_is_no_question_gives_no_screen(
    questions: tuple[Question, ...], history: History, clock: Clock
) -> None:
    sitting([questions[0]], history, clock).submit("1")
    (review,) = history.reviews()
    for source in ("", "[]", "{}", '{"id": 3}', '{"id": "q", "answer": "1 +"}', "[" * 99_999):
        assert rerender(review, source) is None
    odd = replace(review, variables={"c": "many"}, shown={"show": 7, "options": 7})
    assert rerender(odd, questions[0].written) is None
    bare = rerender(replace(review, shown={}), questions[0].written)
    assert bare is not None
    assert bare.show == "torch"


def test_a_question_about_a_network_of_ones_own_is_kept_like_any_other(
    history: History, clock: Clock
) -> None:
    layers = ["Conv2d(3, 8, 3)", "flatten(1)", "LazyLinear(10)"]
    asked = questions_about(read_network({"input": [3, 32, 32], "layers": layers}))
    playing = sitting(asked, history, clock)
    while playing.item is not None:
        page = screen(playing.item.variant)
        review = playing.submit(render(playing.item.variant.answer)).review
        assert review is not None
        again = past_screen(history, review)
        assert again is not None
        assert screen(again) == page
        playing.advance()


TRACE = """
- id: table
  kind: trace
  columns: [shape, parameters]
  vary: {n: [28, 30, 32, 34]}
  network:
    input: [3, n, n]
    layers: ["Conv2d(3, 8, 5)", "MaxPool2d(2)", "Conv2d(8, 16, 3)", "flatten(1)"]
"""


def rows_of(playing: Sitting) -> list[str]:
    assert playing.item is not None
    asked = playing.item.variant.asked
    assert isinstance(asked, TableAsked)
    return ["x".join(map(str, shape)) + f" {count}" for shape, count in asked.answer]


def given(playing: Sitting) -> int:
    assert playing.item is not None
    assert isinstance(playing.item.variant.asked, TableAsked)
    return playing.item.variant.asked.given


def test_the_next_table_starts_where_the_fault_was(
    bank_file: Banked, history: History, clock: Clock
) -> None:
    (table,) = load_banks([bank_file(TRACE)]).banks[0].questions
    first = sitting([table], history, clock, 1)
    assert given(first) == 0
    rows = rows_of(first)
    rows[2] = rows[2].split()[0] + " 1"
    first.submit("; ".join(rows))

    second = sitting([table], history, clock, 2)
    assert given(second) == 2
    assert second.item is not None
    assert numbers_of(second.item.variant) != numbers_of(first.outcomes[0].item.variant)
    lines = asked_lines(second.item.variant, "en")
    filled = [row.split()[0].replace("x", "×") for row in rows_of(second)[:2]]
    assert [text in line for text, line in zip(filled, lines, strict=False)] == [True, True]
    assert "up to 2" in lines[2]
    rest = rows_of(second)[2:]
    rest[1] = "7 0"
    second.submit("; ".join(rest))

    third = sitting([table], history, clock, 3)
    assert given(third) == 3
    outcome = third.submit("; ".join(rows_of(third)[3:]))
    assert outcome.verdict.kind == "correct"
    assert given(sitting([table], history, clock, 4)) == 0
    (_, review, _) = history.reviews()
    again = past_screen(history, review)
    assert again is not None
    assert screen(again) == screen(second.outcomes[0].item.variant)


def test_rows_that_are_given_may_be_typed_too_and_prove_nothing(
    bank_file: Banked, history: History, clock: Clock
) -> None:
    (table,) = load_banks([bank_file(TRACE)]).banks[0].questions
    first = sitting([table], history, clock, 1)
    rows = rows_of(first)
    first.submit("; ".join([*rows[:2], "1x1x1 1", rows[3]]))
    for typed in (["- -", "- -"], ["9x9x9 9", "9x9x9 9"]):
        second = sitting([table], history, clock, 2)
        outcome = second.submit("; ".join([*typed, *rows_of(second)[2:]]))
        assert outcome.verdict.kind == "correct"
        second.undo()


def test_rows_are_typed_from_where_the_table_starts(
    bank_file: Banked, history: History, clock: Clock
) -> None:
    (table,) = load_banks([bank_file(TRACE)]).banks[0].questions
    first = sitting([table], history, clock, 1)
    rows = rows_of(first)
    first.submit("; ".join([*rows[:3], "1 1"]))
    second = sitting([table], history, clock, 2)
    out = StringIO()
    play(second, iter([rows_of(second)[3]]), out, "en")
    assert "Row 4 of 4: flatten(1)" in out.getvalue()
    assert "✓ Right" in out.getvalue()


def test_a_table_that_was_edited_since_starts_anew(
    bank_file: Banked, history: History, clock: Clock
) -> None:
    (table,) = load_banks([bank_file(TRACE)]).banks[0].questions
    first = sitting([table], history, clock, 1)
    first.submit("; ".join([*rows_of(first)[:3], "1 1"]))
    padded = bank_file(TRACE.replace("16, 3", "16, 3, padding=1"))
    (edited,) = load_banks([padded]).banks[0].questions
    assert given(sitting([edited], history, clock, 2)) == 0
