"""Ninety days of studying by learners whose memory is known and whose slips are fixed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.bank import Library, Question, load_banks
from quizapp.generate import Chance, Variant
from quizapp.history import DayRow, History, Keeper
from quizapp.study import (
    Deriver,
    Desk,
    Learner,
    Plan,
    Sitting,
    Wanted,
    begin,
    comparable,
    needs_in,
    rebuild,
    selected,
    topics_in,
)
from quizapp.study.cards import Card
from quizapp.study.progress import progress_of
from quizapp.words import render

DAYS = 90
BEGUN = datetime.fromisoformat("2026-03-02T19:00:00+09:00")

TOPIC = """
  {topic}:
    title: {{en: "{topic}", ko: "{topic}"}}
    needs: [{needs}]
"""
QUESTION = """
  - id: {topic}-{number}
    topic: {topic}
    vary: {{c: [8, 16, 24, 32, 48], n: [12, 20, 40, 64], k: [{kernels}]}}
    network: {{input: [c, {side}, {side}], layers: ["Conv2d(c, n, k{more})"]}}
    answer: {answer}
    prompt: {{en: "How many?", ko: "몇 개인가요?"}}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Forty questions in four topics, each topic after the first needing the one before."""
    topics = {
        "weights": "parameters(network)",
        "shapes": "output_shape(network)",
        "costs": "macs(network)",
        "wide": "parameters(network) - macs(network) // 100",
    }
    text = "bank: ninety\ntitle: {en: Ninety, ko: 구십}\ntopics:"
    needs = ""
    for topic in topics:
        text += TOPIC.format(topic=topic, needs=needs)
        needs = topic
    text += "questions:"
    for topic, answer in topics.items():
        for number in range(10):
            more = ", padding=1" if number % 2 else ""
            kernels = "3, 5" if number % 2 else "3, 5, 7"
            text += QUESTION.format(
                topic=topic, number=number, answer=answer, side=20 + number,
                kernels=kernels, more=more,
            )  # fmt: skip
    path = tmp_path_factory.mktemp("ninety") / "ninety.yaml"
    path.write_text(text, encoding="utf-8")
    library = load_banks([path])
    assert not [problem for problem in library.problems if problem.severity == "error"]
    return library


@dataclass
class Person:
    """Remembers as FSRS says, by a chance of their own; makes one slip until it was explained."""

    name: str
    slip: str
    explained_after: int
    told: int = 0
    met: int = 0
    """Items on which the slip would have shown."""
    told_at: list[int] = field(default_factory=list)

    def answer(self, variant: Variant, card: Card, day: int, number: int) -> str:
        truth = render(variant.answer).replace(",", "")
        known = {id_: k.answer for k in variant.known_wrong for id_ in k.mistakes}
        if self.slip in known and self.told < self.explained_after:
            self.met += 1
            return render(known[self.slip]).replace(",", "")
        chance = Chance(self.name, variant.question.key, day, number).below(10_000) / 10_000
        recalls = chance < (0.6 if card.is_new else card.retrievability(day))
        return truth if recalls or number > 0 else wrong(truth)


def wrong(truth: str) -> str:
    """A number that no slip explains."""
    return f"{truth[:-1]}×999" if "×" in truth else str(int(truth) * 3 + 1)


@dataclass
class Lived:
    """What came of it."""

    history: History
    person: Person
    pool: list[Question]
    due: list[int]
    rows: list[DayRow]


@pytest.fixture(scope="module", params=["forgot-bias", "forgot-input-channels", "none"])
def lived(
    request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lived]:
    """Ninety days, with a weekend off every other week."""
    path: Path = tmp_path_factory.mktemp("lived") / "history.db"
    now = [BEGUN]

    def clock() -> datetime:
        now[0] += timedelta(seconds=4)
        return now[0]

    with History.open(path, clock) as history:
        yield live(history, library, clock, now, request.param)


def live(
    history: History,
    library: Library,
    clock: Callable[[], datetime],
    now: list[datetime],
    slip: str,
) -> Lived:
    """The evenings of one learner."""
    pool = selected(library, [])
    topic_of = topics_in(pool)
    learner = Learner(history, "one")
    keeper = Keeper(history, Deriver(topic_of))
    desk = Desk(learner, keeper, clock, needs_in(library), Plan())
    person = Person("one", slip, explained_after=4)
    due = []
    for day in range(DAYS):
        now[0] = BEGUN + timedelta(days=day)
        if day % 14 in (5, 6):
            continue
        due.append(len(desk.today(pool).due))
        sit(begin(desk, Wanted("study", tuple(pool), seed=1000 * day)), person, learner)
    rows = history.days("one", BEGUN.date(), (BEGUN + timedelta(days=DAYS)).date())
    return Lived(history, person, pool, due, rows)


def sit(sitting: Sitting, person: Person, learner: Learner) -> None:
    """One evening."""
    asked: dict[str, int] = {}
    while sitting.item is not None and len(sitting.outcomes) < 200:
        variant = sitting.item.variant
        key = variant.question.key
        card = learner.card(variant.question)
        day = int(sitting._clock().toordinal())
        outcome = sitting.submit(person.answer(variant, card, day, asked.get(key, 0)))
        asked[key] = asked.get(key, 0) + 1
        if outcome.verdict.mistakes == (person.slip,):
            person.told += 1
            person.told_at.append(person.met)
        sitting.advance()


def test_every_question_is_met_and_no_day_asks_too_much(lived: Lived) -> None:
    print(f"\n{lived.person.slip}: due a day {lived.due}")
    assert len(lived.history.cards("one")) == len(lived.pool)
    assert all(not Card.of(row.state).is_new for row in lived.history.cards("one"))
    assert max(lived.due) <= 25
    # Forty cards, three months on: a handful a day.
    assert sum(lived.due[-20:]) / 20 < 6


def test_no_more_is_new_on_a_day_than_it_allows(lived: Lived) -> None:
    first: dict[object, int] = {}
    for row in lived.rows:
        first[row.day] = first.get(row.day, 0) + row.first
    assert max(first.values()) <= Plan().new_a_day
    assert sum(first.values()) == len(lived.pool)


def test_retention_is_near_the_one_desired(lived: Lived) -> None:
    last = BEGUN.date() + timedelta(days=20)
    rows = [row for row in lived.rows if row.day > last]
    rated = sum(row.rated for row in rows)
    true = sum(row.recalled for row in rows) / rated
    expected = sum(row.predicted for row in rows) / rated
    print(f"\n{lived.person.slip}: remembered {true:.3f}, expected {expected:.3f} of {rated}")
    assert expected == pytest.approx(0.9, abs=0.04)
    assert true == pytest.approx(0.9, abs=0.07)


def test_a_fixed_slip_is_exposed_within_three_items_that_could_show_it(lived: Lived) -> None:
    if lived.person.slip == "none":
        assert lived.person.told == 0
        return
    gaps = [b - a for a, b in zip([0, *lived.person.told_at], lived.person.told_at, strict=False)]
    print(f"\n{lived.person.slip}: items until exposed {gaps}")
    assert len(gaps) == lived.person.explained_after
    assert max(gaps) <= 3


def test_the_caches_are_those_of_a_rebuild(lived: Lived) -> None:
    topic_of = topics_in(lived.pool)
    assert comparable(lived.history.derived()) == comparable(rebuild(lived.history, topic_of))


def test_days_off_with_something_due_break_the_streak(lived: Lived) -> None:
    now = BEGUN + timedelta(days=DAYS - 1, hours=1)
    progress = progress_of(lived.history, "one", now)
    assert 1 <= progress.streak <= DAYS
    assert progress.answers == sum(row.answers for row in lived.rows)
