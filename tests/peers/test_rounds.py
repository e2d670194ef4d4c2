"""What each phase lets happen, and what comes of it."""

from collections.abc import Callable, Mapping
from typing import get_args

import pytest

from quizapp.bank import Library
from quizapp.errors import RoundError
from quizapp.generate.twins import is_equal_twin
from quizapp.peers import (
    GroupSitting,
    Over,
    Phase,
    Recalling,
    Revealed,
    Table,
    Talking,
    Turned,
    Voting,
)
from quizapp.peers.rounds import after, begun
from quizapp.peers.steps import STEP_KINDS, Step, StepKind
from tests.peers.gathering import Gather, Remembering, answer_with, plan_of


def all_vote(sitting: GroupSitting, slips: Mapping[str, str | None]) -> None:
    for name, slip in slips.items():
        assert sitting.variant is not None
        assert sitting.vote(name, answer_with(sitting.variant, slip)) is None


RIGHT = {"Ana": None, "Ben": None, "Cho": None}
DIFFER = {"Ana": "forgot-bias", "Ben": None, "Cho": None}


def talking(sitting: GroupSitting) -> Talking:
    assert isinstance(sitting.phase, Talking)
    return sitting.phase


def revealed(sitting: GroupSitting) -> Revealed:
    assert isinstance(sitting.phase, Revealed)
    return sitting.phase


def test_nothing_is_shown_until_all_have_answered(gather: Gather) -> None:
    sitting = gather(["weights"])
    sitting.vote("Ben", "1")
    assert isinstance(sitting.phase, Voting)
    assert sitting.table.waiting == ("Ana", "Cho")


def test_where_answers_agree_the_truth_is_shown_at_once(gather: Gather) -> None:
    sitting = gather(["weights"])
    all_vote(sitting, RIGHT)
    assert revealed(sitting).reveal.all_agreed
    assert revealed(sitting).reveal.tally.before == (3, 3)
    assert not revealed(sitting).again


def test_where_answers_differ_the_step_is_named_and_a_twin_follows(gather: Gather) -> None:
    sitting = gather(["weights"])
    first = sitting.variant
    all_vote(sitting, DIFFER)
    assert [step.en for step in talking(sitting).parting.steps] == ["the biases"]
    assert not talking(sitting).ways_shown
    sitting.show_ways()
    assert talking(sitting).ways_shown
    sitting.ready()
    second = sitting.variant
    assert first is not None
    assert second is not None
    assert is_equal_twin(first, second)
    assert second.drawn.variables != first.drawn.variables
    all_vote(sitting, RIGHT)
    reveal = revealed(sitting).reveal
    assert (reveal.tally.before, reveal.tally.after) == ((2, 3), (3, 3))
    assert [answers.name for answers in reveal.answers] == ["Ana", "Ben", "Cho"]


def test_where_all_are_wrong_alike_the_solution_comes_first_and_then_a_twin(gather: Gather) -> None:
    sitting = gather(["weights"])
    all_vote(sitting, dict.fromkeys(RIGHT, "forgot-bias"))
    assert revealed(sitting).again
    assert revealed(sitting).reveal.explained is not None
    sitting.go_on()
    all_vote(sitting, RIGHT)
    reveal = revealed(sitting).reveal
    assert (reveal.tally.before, reveal.tally.after) == ((0, 3), (3, 3))
    assert not revealed(sitting).again
    sitting.go_on()
    assert isinstance(sitting.phase, Over)


def test_what_is_above_everyones_level_is_explained_without_a_talk(gather: Gather) -> None:
    sitting = gather(["weights"], discussed=False)
    all_vote(sitting, DIFFER)
    assert revealed(sitting).reveal.tally.before == (2, 3)


def test_right_numbers_in_another_form_are_taken_and_not_told(gather: Gather) -> None:
    sitting = gather(["shape"])
    assert sitting.variant is not None
    channels, height, width = sitting.variant.answer
    assert sitting.vote("Ana", f"{height}x{width}x{channels}") is None
    assert sitting.vote("Ben", f"{channels}x{height}x{width}") is None


@pytest.mark.parametrize("typed", ["1x{0}x{1}x{2}", "7x{0}x{1}x{2}", "{0}x{1}"])
def test_what_is_asked_again_says_the_same_for_right_and_wrong(gather: Gather, typed: str) -> None:
    sitting = gather(["shape"])
    assert sitting.variant is not None
    why = sitting.vote("Ana", typed.format(*sitting.variant.answer))
    assert why is not None
    assert "3 numbers" in why.en
    assert "Right" not in why.en
    assert sitting.table.waiting == ("Ana", "Ben", "Cho")


def test_an_unreadable_answer_is_asked_again_and_kept_nowhere(
    gather: Gather, keeper: Remembering
) -> None:
    sitting = gather(["weights"])
    assert sitting.vote("Ana", "abc") is not None
    assert sitting.vote("Ana", "") is not None
    assert keeper.rows == {}


def test_answers_are_their_own_persons_reviews_and_only_the_first_rates(
    gather: Gather, keeper: Remembering
) -> None:
    sitting = gather(["weights"])
    all_vote(sitting, DIFFER)
    sitting.ready()
    all_vote(sitting, RIGHT)
    assert [r.rating for r in keeper.of("Ana")] == [1, None]
    assert [r.rating for r in keeper.of("Ben")] == [3, None]
    assert keeper.of("Ana")[0].mistakes == ("forgot-bias",)
    assert {r.sitting for r in keeper.rows.values()} == {"sitting"}


def test_nobody_waits_for_who_has_left(gather: Gather) -> None:
    sitting = gather(["weights"])
    sitting.vote("Ana", "1")
    sitting.vote("Ben", "2")
    sitting.leave("Cho")
    assert isinstance(sitting.phase, Talking)


def test_who_comes_back_answers_where_the_others_are(gather: Gather) -> None:
    sitting = gather(["weights"])
    sitting.leave("Ana")
    sitting.vote("Ben", "1")
    sitting.join("Ana")
    assert sitting.table.waiting == ("Ana", "Cho")


def test_who_comes_late_answers_at_once_and_during_the_talk_from_the_next_round(
    gather: Gather,
) -> None:
    sitting = gather(["weights", "weights"])
    sitting.join("Dan")
    assert sitting.table.waiting == ("Ana", "Ben", "Cho", "Dan")
    all_vote(sitting, {**DIFFER, "Dan": None})
    sitting.join("Eve")
    sitting.ready()
    assert sitting.table.waiting == ("Ana", "Ben", "Cho", "Dan")
    all_vote(sitting, {**RIGHT, "Dan": None})
    sitting.go_on()
    assert "Eve" in sitting.table.waiting


def test_who_is_left_alone_reads_the_solution(gather: Gather) -> None:
    sitting = gather(["weights"], ["Ana", "Ben"])
    sitting.vote("Ana", "1")
    sitting.leave("Ana")
    sitting.vote("Ben", "2")
    assert isinstance(sitting.phase, Revealed)


def test_with_nobody_there_the_round_waits(gather: Gather) -> None:
    sitting = gather(["weights"], ["Ana", "Ben"])
    sitting.leave("Ana")
    sitting.leave("Ben")
    assert sitting.table.possible == ("join", "end")
    sitting.join("Ben")
    assert sitting.table.waiting == ("Ben",)


def test_a_group_has_room_for_six(gather: Gather) -> None:
    sitting = gather(["weights"], [f"P{n}" for n in range(6)])
    with pytest.raises(RoundError) as caught:
        sitting.join("Zoe")
    assert caught.value.code == "round-full"


def whose(sitting: GroupSitting, kind: type[Recalling | Turned]) -> str:
    phase = sitting.phase
    assert isinstance(phase, kind)
    return phase.name


def test_cards_go_round_the_table(gather: Gather, keeper: Remembering) -> None:
    sitting = gather(["term", "other-term", "term"], ["Ana", "Ben"])
    for name, grade in (("Ana", "3"), ("Ben", "1"), ("Ana", "4")):
        assert whose(sitting, Recalling) == name
        sitting.turn()
        assert whose(sitting, Turned) == name
        assert sitting.vote(name, grade) is None
    assert isinstance(sitting.phase, Over)
    assert [r.rating for r in keeper.of("Ana")] == [3, 4]
    assert [r.rating for r in keeper.of("Ben")] == [1]


def test_a_card_passes_on_when_its_person_leaves(gather: Gather) -> None:
    sitting = gather(["term", "other-term"], ["Ana", "Ben"])
    sitting.leave("Ana")
    assert whose(sitting, Recalling) == "Ben"


def every_phase(library: Library) -> dict[type[Phase], Table]:
    voting = begun(plan_of(library, ["weights", "term"], ("Ana", "Ben")))
    talk = after(after(voting, Step("vote", "Ana", "1")), Step("vote", "Ben", "2"))
    again = after(talk, Step("ready"))
    reveal = after(after(again, Step("vote", "Ana", "1")), Step("vote", "Ben", "2"))
    recalling = after(reveal, Step("go-on"))
    turned = after(recalling, Step("turn"))
    over = after(turned, Step("end"))
    return {type(t.phase): t for t in (voting, talk, reveal, recalling, turned, over)}


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_a_step_out_of_order_is_refused_and_changes_nothing(
    library: Library, kind: StepKind
) -> None:
    tables = every_phase(library)
    assert set(tables) == set(get_args(Phase))
    for table in tables.values():
        step = Step(kind, "Ana" if kind in ("vote", "leave") else "Dan", "1")
        if kind in table.possible:
            assert after(table, step) != table
        else:
            with pytest.raises(RoundError) as caught:
                after(table, step)
            assert caught.value.code == "round-step"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda sitting: sitting.vote("Dan", "1"),
        lambda sitting: sitting.leave("Dan"),
        lambda sitting: sitting.join("Ana"),
        lambda sitting: (sitting.vote("Ana", "1"), sitting.vote("Ana", "2")),
        lambda sitting: sitting.ready(),
        lambda sitting: sitting.go_on(),
        lambda sitting: sitting.show_ways(),
        lambda sitting: sitting.turn(),
    ],
)
def test_what_is_nobodys_turn_is_refused(
    gather: Gather, wrong: Callable[[GroupSitting], object]
) -> None:
    with pytest.raises(RoundError):
        wrong(gather(["weights"]))


def test_a_question_with_no_other_numbers_is_not_asked_again_once_it_is_explained(
    gather: Gather,
) -> None:
    sitting = gather(["fixed"])
    for name in ("Ana", "Ben", "Cho"):
        sitting.vote(name, "1")
    assert not revealed(sitting).again
