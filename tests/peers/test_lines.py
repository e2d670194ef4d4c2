"""A group in the line mode: what goes in, what comes out."""

import re
from collections.abc import Callable
from io import StringIO

import pytest

from quizapp.generate import generate
from quizapp.generate.twins import twin
from quizapp.plain.masked import Lines
from quizapp.plain.peers import play_together
from quizapp.words import Language, render
from tests.peers.gathering import Gather

Play = Callable[..., str]


@pytest.fixture
def played(gather: Gather) -> Play:
    def run(
        ids: list[str],
        *typed: str,
        people: tuple[str, ...] = ("Ana", "Ben"),
        language: Language = "en",
        me: str | None = None,
    ) -> str:
        out = StringIO()
        sitting = gather(ids, people, me=me)
        play_together(sitting, Lines((f"{line}\n" for line in typed), out), out, language)
        return out.getvalue()

    return run


@pytest.fixture
def answers(gather: Gather) -> dict[str, str]:
    """What is typed in the first round of ``weights``: right, slipped, and right on the twin."""
    sitting = gather(["weights"])
    assert sitting.variant is not None
    variant = sitting.variant
    (slip,) = (k for k in variant.known_wrong if "forgot-bias" in k.mistakes)
    other = twin(generate(variant.question, variant.seed, variant.level))
    return {
        "right": str(variant.answer), "slip": str(slip.answer), "again": str(other.answer),
    }  # fmt: skip


def test_a_round_from_private_answers_to_the_line_for_the_group(
    played: Play, answers: dict[str, str]
) -> None:
    again = answers["again"]
    out = played(["weights"], answers["slip"], answers["right"], ":ways", "", again, again, "")
    assert "Keyboard to Ana. What is typed does not show." in out
    assert "You part at this step: the biases." in out
    assert "Ways of doing it, in no particular order:" in out
    assert "A fresh one with the same traps" in out
    assert f"Ana  ✗ {render(int(answers['slip']))} → ✓ {render(int(again))}" in out
    assert "could be the count without" in out
    assert "Together: 1 of 2 → 2 of 2" in out
    assert "Rounds: 1\nRight alone: 1 of 2\n" in out


def test_before_the_reveal_no_answer_is_on_the_screen(
    played: Play, answers: dict[str, str]
) -> None:
    out = played(["weights"], answers["slip"], answers["right"], ":ways")
    before = out.split("Rounds: ", maxsplit=1)[0]
    for answer in (answers["slip"], answers["right"]):
        assert answer not in before
        assert render(int(answer)) not in before
    assert not re.search("[✓✗]", before)


def test_answers_that_are_exchanged_read_the_same_until_the_reveal(
    played: Play, answers: dict[str, str]
) -> None:
    one = played(["weights"], answers["slip"], answers["right"], ":ways", "")
    other = played(["weights"], answers["right"], answers["slip"], ":ways", "")
    assert one == other


def test_all_who_agree_see_the_truth_at_once(played: Play, answers: dict[str, str]) -> None:
    out = played(["weights"], answers["right"], answers["right"], "")
    assert "Your answers agree." in out
    assert "Together: 2 of 2\n" in out
    assert "How it goes" not in out


def test_all_wrong_read_the_solution_and_get_a_fresh_one(
    played: Play, answers: dict[str, str]
) -> None:
    slip, again = answers["slip"], answers["again"]
    out = played(["weights"], slip, slip, "", again, again, "")
    assert "No answer was right this time" in out
    assert "←" in out
    assert "Together: 0 of 2 → 2 of 2" in out


def test_what_is_said_of_the_answer_is_of_the_question_that_is_explained(
    played: Play, gather: Gather
) -> None:
    first = gather(["reasoned"]).variant
    assert first is not None
    second = twin(first)
    out = played(["reasoned"], "1", "1", "", "1", "1", "")
    _, again = out.split("A fresh one")
    assert f"Seven more than {second.drawn.variables['n']}." in again
    assert f"Seven more than {first.drawn.variables['n']}." not in again


def test_unreadable_lines_ask_the_same_person_again(played: Play) -> None:
    out = played(["weights"], "", "abc", "1", "2")
    assert out.count("? Can't take that") == 2
    assert out.count("Keyboard to Ana") == 1
    assert "Your answers differ." in out


def test_people_come_and_go(played: Play) -> None:
    out = played(["weights"], ":leave", ":join Cho", "1", ":leave Ben", ":leave Zoe", "2", ":quit")
    assert "Keyboard to Cho." in out
    assert "nobody called Zoe is here" in out


def test_the_ways_are_shown_once_and_on_request(played: Play, answers: dict[str, str]) -> None:
    one = played(["weights"], answers["slip"], answers["right"], "")
    assert "Ways of doing it" not in one
    other = played(["weights"], answers["slip"], answers["right"], ":ways", "")
    assert other.count("Ways of doing it") == 1
    assert other.count("You part at this step") == 1


def test_a_question_without_numbers_is_put_once_more(played: Play) -> None:
    out = played(["fixed"], "1", "224", "")
    assert "The same question once more" in out


def test_an_unknown_command_is_said_and_changes_nothing(played: Play) -> None:
    out = played(["weights"], ":what", ":ways", "1", "2")
    assert "Not a command here: :what" in out
    assert "Not a command here: :ways" in out
    assert "Your answers differ." in out


def test_a_card_is_turned_and_graded_by_its_person(played: Play) -> None:
    out = played(["term", "other-term"], "", "3", "", "1")
    assert "Shared weights?" in out
    assert "Back: weight sharing" in out
    assert out.index("Shared weights?") < out.index("Back: weight sharing")
    assert "Right alone: 1 of 2" in out


def test_code_is_shown_and_what_it_printed_revealed(played: Play) -> None:
    out = played(["printed"], "a12", "12", "", "a12", "a12", "")
    assert 'print("a" + str(3 * 4))' in out
    assert "Tell each other how you got there" in out
    assert out.index("a12") > out.index("Answers, first → second")
    assert "Ben  ✗ 12 → ✓ a12" in out


def test_a_chosen_option_is_revealed_by_its_text(played: Play, gather: Gather) -> None:
    sitting = gather(["pick"])
    assert sitting.variant is not None
    right = sitting.variant.right_places[0]
    wrong = right % 3 + 1
    out = played(["pick"], str(right), str(wrong), "", "1", "1", "")
    shown = [option.text.en for option in sitting.variant.options]
    assert f"Ana  ✓ {right}. {shown[right - 1]} →" in out
    assert f"Ben  ✗ {wrong}. {shown[wrong - 1]} →" in out


def test_skipping_leaves_the_round(played: Play) -> None:
    out = played(["weights", "side"], ":skip", "1")
    assert "Round 2 of 2" in out


def test_the_end_of_input_ends_with_the_summary(played: Play) -> None:
    assert played(["weights"]).endswith("Rounds: 0\n")


def test_korean_from_first_line_to_last(played: Play, answers: dict[str, str]) -> None:
    again = answers["again"]
    typed = (answers["slip"], answers["right"], ":방법", "", again, again, "")
    out = played(["weights"], *typed, people=("가영", "나리"), language="ko")
    assert "갈라지는 단계: 편향 세기" in out
    assert "함께: 2명 중 1명 → 2명 중 2명" in out
    assert not re.search(r"Round|Right|Keyboard|Locked|answers|enter:? all", out)


def test_apart_the_own_answer_becomes_a_code_and_the_others_are_typed(
    played: Play, gather: Gather, answers: dict[str, str]
) -> None:
    ben = gather(["weights"], ("Ben", "Ana"), me="Ben")
    ben.vote("Ben", answers["slip"])
    assert ben.code is not None
    out = played(["weights"], answers["right"], "XXXXX", ben.code, me="Ana")
    assert re.search(r"Your code for the chat: \w{5}-\w{5}-\w{5}\n", out)
    assert "this is no code" in out
    assert "You part at this step: the biases." in out
