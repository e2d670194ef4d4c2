"""The kinds of sitting, over a history that is really there."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.bank import Library, load_banks
from quizapp.history import History, Keeper
from quizapp.study import (
    BookmarkFile,
    Deriver,
    Desk,
    Learner,
    Plan,
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
from quizapp.study.variants import exposed, numbers_of
from quizapp.words import render

Banked = Callable[[str], Path]

BANK = """
- id: weights
  topic: parameters
  vary: {c: [8, 16, 32, 64], k: [3, 5]}
  levels: {2: {c: [128, 256], k: [3, 5, 7]}}
  network: {input: [3, 19, 19], layers: ["Conv2d(3, c, k)"]}
  answer: parameters(network)
  prompt: {en: "Parameters?", ko: "파라미터는?"}
- id: side
  topic: sizes
  vary: {k: [3, 5, 7], n: [19, 21, 23, 25]}
  network: {input: [3, n, n], layers: ["Conv2d(3, 8, k)"]}
  answer: height(network)
  prompt: {en: "Side?", ko: "한 변은?"}
- id: halved
  topic: sizes
  vary: {n: [20, 24, 28]}
  network: {input: [3, n, n], layers: ["Conv2d(3, 8, 3, stride=2, padding=1)"]}
  answer: height(network)
  prompt: {en: "Side?", ko: "한 변은?"}
- id: fact
  topic: facts
  front: {en: "What is a kernel?", ko: "커널은?"}
  back: {en: "Weights.", ko: "가중치."}
- id: old
  aliases: [older]
  topic: sizes
  vary: {n: [4, 6, 8]}
  answer: n * n
  prompt: {en: "{n} squared?", ko: "{n}의 제곱은?"}
"""


class Clock:
    """Nine in the evening in Seoul; seconds go by, and days when told."""

    def __init__(self) -> None:
        self.now = datetime.fromisoformat("2026-03-02T21:00:00+09:00")

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def wait(self, days: float) -> None:
        self.now += timedelta(days=days)


class Place:
    """A learner, their history and the bank."""

    def __init__(self, library: Library, history: History, clock: Clock) -> None:
        self.library, self.history, self.clock = library, history, clock
        self.pool = tuple(selected(library, []))
        self.topic_of = topics_in(self.pool)
        self.desk = Desk(
            Learner(history), Keeper(history, Deriver(self.topic_of)), clock, needs_in(library)
        )

    def begin(
        self, verb: Verb, *names: str, bookmark: BookmarkFile | None = None, seed: int = 7,
        count: int | None = None, exact: bool = False, plan: Plan | None = None,
    ) -> Sitting:  # fmt: skip
        pool = tuple(selected(self.library, names)) if names else self.pool
        desk = self.desk
        if plan is not None:
            desk = Desk(desk.learner, desk.keeper, desk.clock, desk.needs, plan)
        return begin(desk, Wanted(verb, pool, seed, count, exact, names), bookmark)


@pytest.fixture
def place(bank_file: Banked, tmp_path: Path) -> Iterator[Place]:
    clock = Clock()
    with History.open(tmp_path / "history.db", clock) as history:
        yield Place(load_banks([bank_file(BANK)]), history, clock)


def truth(sitting: Sitting) -> str:
    assert sitting.item is not None
    variant = sitting.item.variant
    return "3" if variant.question.kind == "card" else render(variant.answer).replace(",", "")


def slip(sitting: Sitting, mistake: str) -> str:
    """The wrong answer of a slip."""
    assert sitting.item is not None
    known = {id_: k.answer for k in sitting.item.variant.known_wrong for id_ in k.mistakes}
    return str(known[mistake])


def play(sitting: Sitting, *typed: str) -> list[str]:
    """Answer what is asked, right where nothing is given; the ids of what was asked."""
    asked: list[str] = []
    given = iter(typed)
    while sitting.item is not None and len(asked) < 60:
        asked.append(sitting.item.variant.question.id)
        sitting.submit(next(given, truth(sitting)))
        sitting.advance()
    return asked


def ratings(place: Place) -> list[int | None]:
    return [review.rating for review in place.history.reviews()]


def test_new_ones_are_studied_and_come_back_when_due(place: Place) -> None:
    assert sorted(play(place.begin("study"))) == ["fact", "halved", "old", "side", "weights"]
    assert place.begin("study").item is None
    place.clock.wait(1)
    assert place.begin("study").item is None
    place.clock.wait(1)
    assert len(play(place.begin("study"))) == 5
    assert ratings(place) == [3] * 10


def test_a_first_meeting_is_announced_and_an_example_shown(place: Place) -> None:
    sitting = place.begin("study", "test/weights")
    assert sitting.item is not None
    assert sitting.item.is_new
    example = sitting.show_one()
    assert example is not None
    assert numbers_of(example) != numbers_of(sitting.item.variant)
    assert list(place.history.reviews()) == []
    play(sitting)
    place.clock.wait(2)
    later = place.begin("study", "test/weights")
    assert later.item is not None
    assert not later.item.is_new


def test_the_surplus_of_new_ones_is_logged_and_enters_on_later_days(place: Place) -> None:
    play(place.begin("quiz", count=5, plan=Plan(new_a_day=4)))
    assert sorted(ratings(place), key=str) == [3, 3, 3, 3, None]
    assert place.begin("study", plan=Plan(new_a_day=4)).item is None
    place.clock.wait(1)
    assert len(play(place.begin("study", plan=Plan(new_a_day=4)))) == 1


def test_a_quiz_moves_the_schedule_and_drill_and_sprint_do_not(place: Place) -> None:
    play(place.begin("drill", count=6))
    sprint = place.begin("sprint")
    sprint.submit(truth(sprint))
    assert set(ratings(place)) == {None}
    assert all(row.due is None for row in place.history.cards("default"))
    play(place.begin("quiz", count=5))
    assert all(row.due is not None for row in place.history.cards("default"))


def test_a_sprint_ends_after_three_minutes(place: Place) -> None:
    sitting = place.begin("sprint")
    for _ in range(30):
        assert sitting.item is not None
        assert sitting.item.count == 0
        sitting.submit(truth(sitting))
        sitting.advance()
    place.clock.wait(1 / 24)
    sitting.submit(truth(sitting))
    assert sitting.advance() is None
    assert sitting.seconds_left == 0
    assert sitting.summary().right == 31


def test_the_same_numbers_do_not_return_within_half_the_space(place: Place) -> None:
    sitting = place.begin("drill", "test/weights", count=4)
    seen = []
    while sitting.item is not None:
        seen.append(numbers_of(sitting.item.variant))
        sitting.submit(truth(sitting))
        sitting.advance()
    again = place.begin("drill", "test/weights", count=1)
    assert again.item is not None
    assert all(numbers != numbers_of(again.item.variant) for numbers in seen)
    assert len({str(numbers) for numbers in seen}) == 4


def test_a_given_seed_repeats_a_quiz_whatever_came_before(place: Place) -> None:
    first = place.begin("quiz", count=3, seed=11, exact=True)
    asked = [first.item.variant.signature if first.item else None]
    while first.item is not None:
        first.submit(truth(first))
        following = first.advance()
        asked.append(following.variant.signature if following else None)
    again = place.begin("quiz", count=3, seed=11, exact=True)
    assert again.item is not None
    assert asked[0] == again.item.variant.signature
    for signature in asked[1:]:
        following = again.advance()
        assert signature == (following.variant.signature if following else None)


def test_mistakes_are_asked_again_until_right_in_two_sittings(place: Place) -> None:
    play(place.begin("quiz", "test/side", "test/old", count=2), "1", "1")
    first = place.begin("mistakes")
    assert sorted(play(first)) == ["old", "side"]
    assert sorted(play(place.begin("mistakes"))) == ["old", "side"]
    assert place.begin("mistakes").item is None


def test_only_flashcards_are_asked_as_cards(place: Place) -> None:
    assert play(place.begin("cards"), "2") == ["fact"]
    assert ratings(place) == [2]
    assert place.begin("cards").item is None


def test_the_level_asked_is_the_cards_own(place: Place) -> None:
    for _ in range(2):
        play(place.begin("study", "test/weights"))
        place.clock.wait(365)
    sitting = place.begin("study", "test/weights")
    assert sitting.item is not None
    assert sitting.item.variant.level == 2
    assert sitting.item.variant.drawn.variables["c"] in (128, 256)
    sitting.submit("1")
    card = place.desk.learner.card(place.pool[0])
    assert card.level == 1
    place.clock.wait(1)
    after = place.begin("study", "test/weights")
    assert after.item is not None
    assert after.item.variant.level == 1


def test_a_held_slip_is_shown_again(place: Place) -> None:
    sitting = place.begin("drill", "test/weights", count=4)
    for _ in range(2):
        sitting.submit(slip(sitting, "forgot-bias"))
        sitting.advance()
    later = place.begin("study", "test/weights")
    assert later.item is not None
    assert later.rules.slips == ("forgot-bias",)
    assert "forgot-bias" in exposed(later.item.variant)


def test_slips_that_tie_are_told_apart_by_the_next_variant(place: Place) -> None:
    sitting = place.begin("drill", "test/halved", count=9)
    assert sitting.item is not None
    ties = [k for k in sitting.item.variant.known_wrong if len(k.mistakes) > 1]
    outcome = sitting.submit(str(ties[0].answer))
    assert outcome.tied == ties[0].mistakes[:3]
    sitting.which_was_it(outcome.tied[0])
    (note,) = place.history.notes(type="probe")
    assert note.body == {"mistake": outcome.tied[0]}
    assert outcome.review is not None
    assert note.of == outcome.review.uuid
    assert comparable(place.history.derived()) == comparable(rebuild(place.history, place.topic_of))


def test_not_what_i_did_takes_the_slip_back(place: Place) -> None:
    sitting = place.begin("drill", "test/weights", count=4)
    for _ in range(2):
        sitting.submit(slip(sitting, "forgot-bias"))
        sitting.not_what_i_did()
        sitting.advance()
    assert place.desk.learner.slips(place.pool) == ()
    assert all(row.count == 0 for row in place.history.derived("default").slips)


def test_undo_gives_back_the_rating_and_the_allowance(place: Place) -> None:
    sitting = place.begin("quiz", "test/side", "test/old", count=2, plan=Plan(new_a_day=1))
    sitting.submit("1")
    sitting.undo()
    sitting.submit(truth(sitting))
    assert ratings(place) == [3]
    sitting.advance()
    sitting.submit(truth(sitting))
    assert ratings(place) == [3, None]


def test_a_clock_that_went_back_rates_nothing_and_moves_no_date(place: Place) -> None:
    play(place.begin("study", "test/side"))
    due = place.history.cards("default")[0].due
    place.clock.wait(-30)
    play(place.begin("quiz", "test/side", count=1), "1")
    assert place.history.cards("default")[0].due == due
    assert ratings(place) == [None, 3]


def test_a_renamed_question_keeps_its_card(bank_file: Banked, place: Place) -> None:
    play(place.begin("study", "test/old"))
    renamed = load_banks([bank_file(BANK.replace("id: old", "id: newer").replace("older", "old"))])
    moved = Place(renamed, place.history, place.clock)
    assert moved.begin("study", "test/newer").item is None
    place.clock.wait(2)
    assert play(moved.begin("study", "test/newer")) == ["newer"]
    assert len(place.history.cards("default")) == 1


def test_a_retired_question_is_not_asked(place: Place) -> None:
    sitting = place.begin("study", "test/side")
    sitting.retire()
    sitting.skip()
    assert place.begin("study", "test/side").item is None
    assert "side" not in play(place.begin("quiz", count=6))


def test_a_sitting_that_was_broken_off_goes_on_at_the_same_question(
    place: Place, tmp_path: Path
) -> None:
    path = tmp_path / "sitting.json"
    with BookmarkFile(path) as bookmark:
        first = place.begin("study", bookmark=bookmark, seed=5)
        first.submit("1")
        first.advance()
        first.skip()
        asked = first.item
        assert asked is not None
    # Killed here: nothing was closed, and another seed would be drawn now.
    with BookmarkFile(path) as bookmark:
        second = place.begin("study", bookmark=bookmark, seed=99)
        assert second.item is not None
        assert second.item.variant.signature == asked.variant.signature
        assert (second.id, second.seed, second.steps) == (first.id, first.seed, first.steps)
        assert second.summary().asked == 1
        second.undo()
        assert second.item.variant.question == first.outcomes[0].item.variant.question
        assert list(place.history.reviews()) == []
        play(second)
    assert not path.exists()


def test_an_answer_to_a_question_that_was_edited_since_is_gone_back_to_as_it_was(
    place: Place, bank_file: Banked, tmp_path: Path
) -> None:
    path = tmp_path / "sitting.json"
    with BookmarkFile(path) as bookmark:
        first = place.begin("quiz", bookmark=bookmark, count=3)
        first.submit(truth(first))
        first.advance()
        first.submit(truth(first))
    edited = load_banks([bank_file(BANK.replace('prompt: {en: "', 'prompt: {en: "Now: '))])
    later = Place(edited, place.history, place.clock)
    with BookmarkFile(path) as bookmark:
        second = later.begin("quiz", bookmark=bookmark, count=3)
        assert (second.summary().right, second.summary().asked) == (2, 2)
        then = [outcome.item.variant for outcome in first.outcomes]
        again = second.undo()
        assert again is not None
        assert again.variant.prompt == then[1].prompt
        assert len(second.steps) == 1
        assert [outcome.item.variant.prompt for outcome in second.outcomes] == [then[0].prompt]


def test_an_answer_kept_just_before_the_end_is_not_asked_again(
    place: Place, tmp_path: Path
) -> None:
    path = tmp_path / "sitting.json"
    with BookmarkFile(path) as bookmark:
        first = place.begin("quiz", bookmark=bookmark, count=3)
        answered = first.submit(truth(first)).item.variant.question.id
    with BookmarkFile(path) as bookmark:
        second = place.begin("quiz", bookmark=bookmark, count=3)
        assert second.summary().asked == 1
        assert answered not in play(second)


def test_a_sitting_that_is_running_is_not_taken_up(place: Place, tmp_path: Path) -> None:
    path = tmp_path / "sitting.json"
    with BookmarkFile(path) as one, BookmarkFile(path) as other:
        first = place.begin("quiz", bookmark=one, count=3)
        first.submit(truth(first))
        first.advance()
        second = place.begin("quiz", bookmark=other, count=3)
        assert second.steps == ()
        assert second.id != first.id


@pytest.mark.parametrize("change", ["day", "verb", "names"])
def test_another_sitting_is_begun_anew(place: Place, tmp_path: Path, change: str) -> None:
    path = tmp_path / "sitting.json"
    with BookmarkFile(path) as bookmark:
        first = place.begin("quiz", bookmark=bookmark, count=3)
        first.skip()
    if change == "day":
        place.clock.wait(1)
    verb: Verb = "drill" if change == "verb" else "quiz"
    names = ("test/side",) if change == "names" else ()
    with BookmarkFile(path) as bookmark:
        assert place.begin(verb, *names, bookmark=bookmark, count=3).steps == ()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 9}', "\x00"])
def test_a_bookmark_that_cannot_be_read_is_none(place: Place, tmp_path: Path, text: str) -> None:
    path = tmp_path / "sitting.json"
    path.write_text(text, encoding="utf-8")
    with BookmarkFile(path) as bookmark:
        assert place.begin("quiz", bookmark=bookmark, count=3).steps == ()


def test_everything_practised_leaves_caches_equal_to_a_rebuild(place: Place) -> None:
    for day in range(6):
        play(place.begin("study"), *["1"] * (day % 3))
        play(place.begin("drill", count=4), "1", "2")
        mistakes = place.begin("mistakes")
        if mistakes.item is not None:
            mistakes.submit(truth(mistakes))
            mistakes.undo()
        place.clock.wait(1.3)
    assert comparable(place.history.derived()) == comparable(rebuild(place.history, place.topic_of))
