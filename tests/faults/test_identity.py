"""Banks edited, moved, renamed, removed, copied and broken: what becomes of the history."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.bank import Library, load_banks
from quizapp.history import History, Keeper
from quizapp.plain.stats import stats_page
from quizapp.study import (
    Deriver,
    Desk,
    Learner,
    Sitting,
    Verb,
    Wanted,
    begin,
    comparable,
    needs_in,
    rebuild,
    selected,
    topics_in,
)
from quizapp.study.past import past_screen
from quizapp.study.progress import Progress, progress_of
from quizapp.words import render
from tests.faults.children import quizapp

Figure = Callable[[str], None]

BANK = """\
bank: shapes
title: {en: Shapes, ko: 모양}
questions:
- id: side
  vary: {k: [3, 5, 7], n: [19, 21, 23, 25]}
  network: {input: [3, n, n], layers: ["Conv2d(3, 8, k)"]}
  answer: height(network)
  prompt: {en: "Side?", ko: "한 변은?"}
- id: which
  prompt: Which halves the side?
  choices:
  - {text: stride 2, correct: true}
  - {text: stride 1}
  - {text: padding 1}
- id: weights
  vary: {c: [8, 16, 32]}
  network: {input: [3, 9, 9], layers: ["Conv2d(3, c, 3)"]}
  answer: parameters(network)
  prompt: {en: "Parameters?", ko: "파라미터는?"}
"""


class Days:
    """Nine in the evening in Seoul; seconds go by, and days when told."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-03-02T21:00:00+09:00")

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)


class Course:
    """A learner of the banks in a folder, which is read anew for every sitting."""

    def __init__(self, folder: Path, history: History) -> None:
        self.folder, self.history, self.clock = folder, history, Days()
        folder.mkdir()
        (folder / "shapes.yaml").write_text(BANK, encoding="utf-8")

    @property
    def library(self) -> Library:
        return load_banks([self.folder])

    def edit(self, old: str, new: str) -> None:
        file = self.folder / "shapes.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def begin(self, verb: Verb = "study") -> Sitting:
        library = self.library
        pool = tuple(selected(library, ()))
        keeper = Keeper(self.history, Deriver(topics_in(pool)))
        desk = Desk(Learner(self.history), keeper, self.clock, needs_in(library))
        return begin(desk, Wanted(verb, pool, 7))

    def study(self) -> list[str]:
        """Answer all that a study sitting asks, right; what it asked."""
        playing, asked = self.begin(), []
        while playing.item is not None:
            variant = playing.item.variant
            asked.append(variant.question.id)
            answer = variant.right_places[0] if variant.options else variant.answer
            playing.submit(render(answer))
            playing.advance()
        return sorted(asked)

    def stability(self, question: str) -> object:
        card = self.history.card("default", "shapes", question)
        return None if card is None else card.state["stability"]

    def progress(self) -> Progress:
        pool = selected(self.library, ())
        known = Learner(self.history).known(pool)
        return progress_of(self.history, "default", self.clock(), known)


@pytest.fixture
def course(tmp_path: Path, path: Path, now: Callable[[], datetime]) -> Iterator[Course]:
    with History.open(path, now) as history:
        yield Course(tmp_path / "banks", history)


ALL = ["side", "weights", "which"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Side?", "How long is the side?"),
        ("- {text: stride 1}\n  - {text: padding 1}", "- {text: padding 1}\n  - {text: stride 1}"),
        ("  - {text: stride 1}\n", ""),
        ("k: [3, 5, 7]", "k: [2, 4]"),
        ("- id: side\n", "- id: side\n  topic: sizes\n"),
        ("bank: shapes\n", "# a comment\nbank: shapes\n"),
    ],
    ids=["prompt", "order of choices", "a choice less", "numbers", "topic", "comment"],
)
def test_an_edited_question_keeps_its_card_and_its_past_screens(
    course: Course, figure: Figure, old: str, new: str
) -> None:
    assert course.study() == ALL
    before = {name: course.stability(name) for name in ALL}
    screens = [past_screen(course.history, review) for review in course.history.reviews()]
    revisions = {question.key: question.revision for question in course.library.banks[0].questions}
    course.edit(old, new)
    assert {name: course.stability(name) for name in ALL} == before
    assert course.study() == []
    course.clock.wait(2)
    assert course.study() == ALL
    changed = sum(
        review.revision != revisions[f"shapes/{review.question}"]
        for review in course.history.reviews()
    )
    assert changed == ("comment" not in new)
    for review, screen in zip(course.history.reviews(), screens, strict=False):
        again = past_screen(course.history, review)
        assert screen is not None
        assert again is not None
        assert (again.prompt, again.options) == (screen.prompt, screen.options)
        assert str(review.submission).strip() != ""
    figure(f"cards kept through an edit: 3 of 3, answers to a changed text: {changed}")


def test_a_renamed_question_keeps_its_card_under_its_alias(course: Course, figure: Figure) -> None:
    course.study()
    course.edit("- id: side\n", "- id: edge\n  aliases: [side]\n")
    assert course.study() == []
    course.clock.wait(2)
    assert course.study() == ["edge", "weights", "which"]
    assert len([*course.history.reviews(question="side")]) == 2
    assert [*course.history.reviews(question="edge")] == []
    assert all(past_screen(course.history, review) for review in course.history.reviews())
    figure("renamed with an alias: 1 card, 2 of 2 answers")


def test_a_removed_question_is_not_due_and_resumes_when_it_returns(
    course: Course, figure: Figure
) -> None:
    course.study()
    at = BANK.index("- id: weights")
    course.edit(BANK[at:], "")
    course.clock.wait(30)
    assert course.progress().due == 2
    assert course.progress().gone == 1
    assert sum(count for _, count in course.progress().forecast) == 0
    page = stats_page(course.progress(), (), {}, "en", desired=0.9)
    assert any("in no bank now: 1" in line for line in page)
    assert course.study() == ["side", "which"]
    kept = course.stability("weights")
    assert kept is not None
    assert len([*course.history.reviews(question="weights")]) == 1
    course.edit("- {text: padding 1}\n", "- {text: padding 1}\n" + BANK[at:])
    assert course.stability("weights") == kept
    assert course.progress().gone == 0
    assert course.progress().due == 1
    assert course.study() == ["weights"]
    topic_of = topics_in(selected(course.library, ()))
    assert comparable(course.history.derived()) == comparable(rebuild(course.history, topic_of))
    figure("removed: 0 due, 1 kept; returned: 1 resumed")


def test_a_new_question_with_the_id_of_a_removed_one_goes_on_with_its_card(course: Course) -> None:
    course.study()
    course.edit(
        BANK[BANK.index("- id: weights") :], "- {id: weights, answer: 2 + 2, prompt: Sum?}\n"
    )
    assert course.study() == []
    course.clock.wait(2)
    assert course.study() == ALL
    first, second = course.history.reviews(question="weights")
    assert first.revision != second.revision
    screen = past_screen(course.history, first)
    assert screen is not None
    assert screen.prompt.en == "Parameters?"


def test_moving_a_bank_changes_nothing(course: Course, figure: Figure) -> None:
    course.study()
    (course.folder / "shapes.yaml").rename(course.folder / "01 Formen.yml")
    assert course.study() == []
    moved = course.folder.with_name("elsewhere")
    shutil.move(course.folder, moved)
    course.folder = moved
    course.clock.wait(2)
    assert course.study() == ALL
    assert len(course.history.cards("default")) == 3
    figure("file renamed, folder moved: 3 of 3 cards")


def test_a_bank_in_two_places_is_one_error_that_names_both(
    course: Course, tmp_path: Path, figure: Figure
) -> None:
    course.study()
    copy = tmp_path / "copy" / "shapes.yaml"
    shutil.copytree(course.folder, copy.parent)
    first = course.folder / "shapes.yaml"
    library = load_banks([course.folder, copy.parent])
    assert [bank.file for bank in library.banks] == [first]
    (problem,) = library.problems
    said = problem.line_text("en")
    assert said.startswith(f"{copy}:1:7: error")
    assert str(first) in said
    # The very same file by another way is no copy.
    link = tmp_path / "link"
    link.symlink_to(course.folder, target_is_directory=True)
    assert load_banks([course.folder, link]).problems == ()
    done = quizapp("check", str(course.folder), str(copy.parent), QUIZAPP_HOME=str(tmp_path / "h"))
    assert done.returncode == 1
    assert done.stdout.count(" error[") == 1, done.stdout
    figure("the same bank twice: 1 error, both files named")


def test_an_id_may_be_used_in_two_banks_and_not_twice_in_one(
    course: Course, figure: Figure
) -> None:
    other = course.folder / "other.yaml"
    other.write_text(BANK.replace("bank: shapes", "bank: other"), encoding="utf-8")
    assert course.library.problems == ()
    assert course.study() == sorted(ALL * 2)
    cards = {(card.bank, card.question) for card in course.history.cards("default")}
    assert len(cards) == 6
    other.write_text(BANK.replace("id: which", "id: side"), encoding="utf-8")
    (problem,) = [p for p in load_banks([other]).problems if p.severity == "error"]
    assert "line 4" in problem.line_text("en")
    figure("one id in two banks: 2 cards; twice in one: 1 error")


@pytest.mark.parametrize("fate", ["broken", "deleted", "replaced", "a folder"])
def test_a_sitting_goes_on_when_its_bank_is_gone(course: Course, figure: Figure, fate: str) -> None:
    playing = course.begin("quiz")
    file = course.folder / "shapes.yaml"
    if fate == "broken":
        file.write_text("bank: [", encoding="utf-8")
    elif fate == "replaced":
        file.write_text("bank: other\nquestions: [{answer: 1 + 1, prompt: What?}]\n")
    else:
        file.unlink()
        if fate == "a folder":
            file.mkdir()
    answers = 0
    while playing.item is not None:
        variant = playing.item.variant
        answer = variant.right_places[0] if variant.options else variant.answer
        assert playing.submit(render(answer)).unsaved is None
        answers += 1
        playing.advance()
    assert answers == 10
    assert len([*course.history.reviews()]) == 10
    assert all(past_screen(course.history, review) for review in course.history.reviews())
    assert course.library.problems != ()
    assert [bank.id for bank in course.library.banks if bank.id == "shapes"] == []
    figure(f"bank {fate} during a sitting: {answers} of 10 answered and kept")


def test_nine_banks_load_beside_a_bad_one(course: Course, figure: Figure) -> None:
    for number in range(9):
        text = BANK.replace("bank: shapes", f"bank: shapes-{number}")
        (course.folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    bad = course.folder / "5.yaml"
    bad.write_text("bank: shapes-5\nquestions:\n- id: [\n", encoding="utf-8")
    assert len(course.library.banks) == 9
    errors = [problem for problem in course.library.problems if problem.severity == "error"]
    assert {problem.file for problem in errors} == {str(bad)}
    assert f"{bad}:" in errors[0].line_text("en")
    figure(f"banks beside a bad one: 9 of 9, errors told with file and line: {len(errors)}")
