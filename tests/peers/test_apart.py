"""Everyone at their own machine: the same seed, no network, codes in a chat."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.bank import Library
from quizapp.errors import RoundError
from quizapp.peers import GroupSitting, Journal, Revealed, Talking, resumed
from tests.peers.gathering import Gather, Remembering, answer_with

Clock = Callable[[], datetime]
Machines = dict[str, tuple[GroupSitting, Remembering]]
PEOPLE = ("Ana", "Ben", "Cho")


@pytest.fixture
def machines(gather: Gather) -> Machines:
    """One machine each, on which its owner is named first."""
    made = {}
    for me in PEOPLE:
        keeper = Remembering()
        others = [name for name in PEOPLE if name != me]
        made[me] = gather(["weights", "side"], [me, *others], me=me, kept_by=keeper), keeper
    return made


def exchange(machines: Machines, slips: dict[str, str | None]) -> None:
    """Everyone locks their own answer and pastes its code; all enter all others'."""
    codes = {}
    for name, (sitting, _) in machines.items():
        assert sitting.variant is not None
        sitting.vote(name, answer_with(sitting.variant, slips.get(name)))
        codes[name] = sitting.code
    for me, (sitting, _) in machines.items():
        for name, code in codes.items():
            if name != me:
                assert code is not None
                sitting.enter_code(name, code)


def test_every_machine_says_the_same(machines: Machines) -> None:
    exchange(machines, {"Ana": "forgot-bias"})
    phases = [sitting.phase for sitting, _ in machines.values()]
    assert isinstance(phases[0], Talking)
    assert [step.en for step in phases[0].parting.steps] == ["the biases"]
    assert phases.count(phases[0]) == 3
    for sitting, _ in machines.values():
        sitting.ready()
    assert len({sitting.variant.seed for sitting, _ in machines.values() if sitting.variant}) == 1
    exchange(machines, {})
    for sitting, _ in machines.values():
        assert isinstance(sitting.phase, Revealed)
        assert sitting.phase.reveal.tally.before == (2, 3)
        assert sitting.phase.reveal.tally.after == (3, 3)


def test_a_machine_keeps_its_own_persons_answers_alone(machines: Machines) -> None:
    exchange(machines, {"Ana": "forgot-bias"})
    for me, (_, keeper) in machines.items():
        assert [row.profile for row in keeper.rows.values()] == [me]


def test_a_code_of_the_first_answer_is_refused_for_the_second(machines: Machines) -> None:
    exchange(machines, {"Ana": "forgot-bias"})
    stale = machines["Ana"][0].code
    assert stale is not None
    ben = machines["Ben"][0]
    ben.ready()
    with pytest.raises(RoundError) as caught:
        ben.enter_code("Ana", stale)
    assert caught.value.code == "code-stale"
    assert caught.value.figures["round"] == 1
    assert caught.value.figures["ballot"] == 2


def test_a_garbled_code_is_refused_and_asked_again(machines: Machines) -> None:
    ana, ben = machines["Ana"][0], machines["Ben"][0]
    ana.vote("Ana", "1")
    assert ana.code is not None
    with pytest.raises(RoundError) as caught:
        ben.enter_code("Ana", ana.code[:-2])
    assert caught.value.code == "code-garbled"
    assert "Ana" in ben.table.waiting
    assert ben.enter_code("Ana", ana.code) is None


def test_a_resumed_machine_still_has_its_code(
    gather: Gather, tmp_path: Path, library: Library, clock: Clock
) -> None:
    path = tmp_path / "rounds.jsonl"
    sitting = gather(["weights"], PEOPLE, me="Ana", journal=Journal(path))
    sitting.vote("Ana", "1")
    again = resumed(Journal(path), library, keeper=Remembering(), clock=clock)
    assert again is not None
    assert again.code == sitting.code
