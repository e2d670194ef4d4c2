"""Codes for a chat: whole, of this vote, and unreadable by eye."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import load_banks
from quizapp.errors import RoundError
from quizapp.generate import generate
from quizapp.grade import grade
from quizapp.peers.codes import Ballots, locked, unlocked

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture(scope="module")
def ballots(tmp_path_factory: pytest.TempPathFactory) -> Ballots:
    path = tmp_path_factory.mktemp("bank") / "test.yaml"
    path.write_text(
        "bank: test\ntitle: Test\nquestions:\n"
        '- {id: a, network: {input: [3, 20, 20], layers: ["Conv2d(3, 8, 3)"]}, '
        "answer: parameters(network), prompt: Which}\n",
        encoding="utf-8",
    )
    (question,) = load_banks([path]).banks[0].questions
    return Ballots(7, 2, 1, generate(question, 3))


@given(typed=st.text(max_size=80))
def test_an_answer_comes_out_as_it_is_judged(ballots: Ballots, typed: str) -> None:
    out = unlocked(ballots, locked(ballots, "Ana", typed))
    one, other = grade(ballots.variant, typed), grade(ballots.variant, out)
    assert (one.kind, one.read_as, one.mistakes) == (other.kind, other.read_as, other.mistakes)


@pytest.mark.parametrize("typed", ["224", "3*3*3*8 + 8", "1,024", "1e3", "2.24k", "0.5"])
def test_the_code_of_a_number_is_three_groups_of_five(ballots: Ballots, typed: str) -> None:
    assert [len(group) for group in locked(ballots, "Ana", typed).split("-")] == [5, 5, 5]


def test_equal_answers_of_two_people_do_not_look_alike(ballots: Ballots) -> None:
    assert locked(ballots, "Ana", "224") != locked(ballots, "Ben", "224")


def test_a_code_is_read_however_it_was_pasted(ballots: Ballots) -> None:
    code = locked(ballots, "Ana", "224")
    for pasted in (code.lower(), code.replace("-", ""), f"  {code} ", code.replace("-", " ")):
        assert unlocked(ballots, pasted) == "224"


@given(place=st.integers(0, 16), sign=st.sampled_from(SIGNS))
def test_a_code_with_one_wrong_sign_is_refused(ballots: Ballots, place: int, sign: str) -> None:
    code = locked(ballots, "Ana", "224")
    if code[place] not in ("-", sign):
        with pytest.raises(RoundError):
            unlocked(ballots, code[:place] + sign + code[place + 1 :])


@given(pasted=st.text(max_size=30))
def test_anything_else_is_no_code(ballots: Ballots, pasted: str) -> None:
    with pytest.raises(RoundError):
        unlocked(ballots, pasted)


def test_a_code_cut_short_or_doubled_is_garbled(ballots: Ballots) -> None:
    code = locked(ballots, "Ana", "224")
    for pasted in (code[:-1], code[1:], code + code, code[:6], ""):
        with pytest.raises(RoundError) as caught:
            unlocked(ballots, pasted)
        assert caught.value.code == "code-garbled"


def test_a_code_of_another_vote_is_stale(ballots: Ballots) -> None:
    code = locked(ballots, "Ana", "224")
    others = (
        replace(ballots, seed=8),
        replace(ballots, place=3),
        replace(ballots, ballot=2),
        replace(ballots, variant=generate(ballots.variant.question, 4)),
    )
    for other in others:
        with pytest.raises(RoundError) as caught:
            unlocked(other, code)
        assert caught.value.code == "code-stale"


def test_the_answer_is_not_to_be_seen_in_its_code(ballots: Ballots) -> None:
    seen = [locked(ballots, name, "224") for name in ("Ana", "Ben", "Cho", "Dan")]
    assert len({code[:5] for code in seen}) == 4
    assert not any("224" in code for code in seen)
