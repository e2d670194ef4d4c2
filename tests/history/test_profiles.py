import unicodedata

import pytest

from quizapp.errors import UsageError
from quizapp.history import is_profile, profile_name
from quizapp.words import sentence


@pytest.mark.parametrize(
    "name", ["default", "ana", "Ana María", "한지민", "a" * 40, "한" * 20, "o'b"]
)
def test_a_name_of_a_person_is_taken_as_it_is(name: str) -> None:
    assert profile_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "", " ", " ana", "ana\n", ".", "..", "../ana", "a/b", "a\\b", ".ana", "--yes", "a\tb",
        "a\0b", "a\x1b[2J", "a\u202eb", "\u200b", "a" * 41, "한" * 21, "\ud800",
    ],
)  # fmt: skip
def test_what_could_be_a_path_a_control_or_a_broken_line_is_refused(name: str) -> None:
    assert not is_profile(name)
    with pytest.raises(UsageError) as caught:
        profile_name(name)
    assert sentence(caught.value, "ko") != sentence(caught.value, "en")


def test_a_name_is_the_same_however_it_was_composed() -> None:
    assert profile_name(unicodedata.normalize("NFD", "한지민")) == "한지민"
