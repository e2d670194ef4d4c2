"""What comes next, after whatever has come before."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import Question
from quizapp.study.queue import LEAST_BETWEEN, Listed, Queue, Result, Returning, Rounds, Step

RIGHT: list[Result] = ["right"] * 20


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> tuple[Question, ...]:
    """Eight questions, two of each of four topics, topics alternating."""
    from quizapp.bank import load_banks

    path = tmp_path_factory.mktemp("bank") / "b.yaml"
    path.write_text(
        "bank: b\ntitle: B\nquestions:\n- {id: q, answer: 2 + 3, prompt: How many?}\n",
        encoding="utf-8",
    )
    (question,) = load_banks([path]).banks[0].questions
    return tuple(replace(question, id=f"q{n}", topic=f"t{n % 4}") for n in range(8))


def played(queue: Queue, results: Sequence[Result], most: int = 200) -> list[Step]:
    """The steps when item after item ends so; all the rest is right."""
    steps: list[Step] = []
    while (question := queue.after(steps)) is not None and len(steps) < most:
        result = results[len(steps)] if len(steps) < len(results) else "right"
        steps.append(Step(question.key, result))
    return steps


def test_a_list_is_asked_once_in_its_order(pool: tuple[Question, ...]) -> None:
    steps = played(Listed(pool), ["wrong", "skipped"])
    assert [step.key for step in steps] == [question.key for question in pool]


def test_a_miss_returns_after_at_least_four_other_items(pool: tuple[Question, ...]) -> None:
    steps = played(Returning(pool), ["wrong"])
    places = [place for place, step in enumerate(steps) if step.key == pool[0].key]
    assert len(places) == 2
    assert places[1] - places[0] - 1 >= LEAST_BETWEEN


def test_a_miss_of_the_last_item_waits_behind_items_that_were_right(
    pool: tuple[Question, ...],
) -> None:
    steps = played(Returning(pool), [*RIGHT[:7], "wrong"])
    last = steps[7].key
    places = [place for place, step in enumerate(steps) if step.key == last]
    assert places == [7, 12]
    assert len(steps) == 13


def test_with_help_a_miss_is_not_yet_put_right(pool: tuple[Question, ...]) -> None:
    steps = played(Returning(pool), ["wrong", *RIGHT[:5], "aided"])
    assert steps[6] == Step(pool[0].key, "aided")
    assert sum(step.key == pool[0].key for step in steps) == 3


def test_right_with_help_at_first_does_not_return(pool: tuple[Question, ...]) -> None:
    assert len(played(Returning(pool), ["aided", "skipped"])) == len(pool)


def test_a_first_meeting_runs_up_to_three_times(pool: tuple[Question, ...]) -> None:
    meeting = frozenset({pool[0].key})
    once = played(Returning(pool, meeting), ["wrong", "right"])
    assert [step.key for step in once[:2]] == [pool[0].key] * 2
    assert once[2].key != pool[0].key
    thrice = played(Returning(pool, meeting), ["wrong", "wrong", "wrong"])
    assert [step.key == pool[0].key for step in thrice[:4]] == [True, True, True, False]
    assert sum(step.key == pool[0].key for step in thrice) == 4


def test_no_topic_follows_itself(pool: tuple[Question, ...]) -> None:
    steps = played(Returning(pool), ["wrong", "right", "wrong"])
    topics = {question.key: question.topic for question in pool}
    assert all(topics[a.key] != topics[b.key] for a, b in pairwise(steps[: len(pool)]))


def test_one_question_alone_comes_again_at_once(pool: tuple[Question, ...]) -> None:
    assert len(played(Returning(pool[:1]), ["wrong", "wrong"])) == 3


def test_nobody_is_kept_for_ever(pool: tuple[Question, ...]) -> None:
    wrong: list[Result] = ["wrong"] * 500
    assert len(played(Returning(pool), wrong, most=500)) < 100


def test_a_drill_goes_round_until_there_were_so_many(pool: tuple[Question, ...]) -> None:
    queue = Returning(pool[:3], least=10)
    steps = played(queue, [])
    assert len(steps) == 10
    assert {queue.count(steps[:n]) for n in range(1, 10)} == {10}


def test_a_sprint_has_no_end_and_repeats_nothing_in_a_round(pool: tuple[Question, ...]) -> None:
    queue = Rounds(pool, 3)
    steps = played(queue, [], most=40)
    assert len(steps) == 40
    assert {len({step.key for step in steps[n : n + 8]}) for n in range(0, 40, 8)} == {8}
    assert queue.count(steps) == 0


RESULTS = st.lists(st.sampled_from(["right", "aided", "wrong", "skipped", "left-out"]), max_size=60)


@given(RESULTS)
def test_every_queue_ends_and_asks_everything(
    pool: tuple[Question, ...], results: list[Result]
) -> None:
    for queue in (Listed(pool), Returning(pool), Returning(pool, frozenset({pool[1].key}))):
        steps = played(queue, results)
        assert len(steps) < 200
        assert {step.key for step in steps} == {question.key for question in pool}


@given(RESULTS)
def test_a_miss_that_can_wait_does(pool: tuple[Question, ...], results: list[Result]) -> None:
    steps = played(Returning(pool), [r for r in results if r != "left-out"])
    for place, step in enumerate(steps):
        if step.result == "wrong":
            later = [n for n in range(place + 1, len(steps)) if steps[n].key == step.key]
            assert not later or later[0] - place > LEAST_BETWEEN


def test_nothing_that_could_not_be_drawn_is_asked_again(pool: tuple[Question, ...]) -> None:
    queue = Returning(pool[:2])
    steps = [Step(pool[0].key, "left-out"), Step(pool[1].key, "wrong")]
    following = queue.after(steps)
    assert following is not None
    assert following.key == pool[1].key
    assert queue.count(steps) == 2


def test_an_empty_queue_is_over(pool: tuple[Question, ...]) -> None:
    assert Returning(()).after([]) is None
    assert Rounds((), 1).after([]) is None
    assert Listed(()).after([]) is None
