import pytest

from quizapp.errors import UsageError
from quizapp.words import Text, chosen_language


def test_the_flag_outranks_everything() -> None:
    environ = {"QUIZAPP_LANG": "en", "LANG": "en_US.UTF-8"}
    assert chosen_language("ko", "en", environ) == "ko"


def test_the_setting_outranks_the_environment() -> None:
    assert chosen_language(None, "ko", {"QUIZAPP_LANG": "en", "LANG": "en_US.UTF-8"}) == "ko"


def test_the_own_variable_outranks_the_locale() -> None:
    assert chosen_language(None, None, {"QUIZAPP_LANG": "ko", "LC_ALL": "en_US.UTF-8"}) == "ko"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LC_ALL": "ko_KR.UTF-8", "LC_MESSAGES": "en_US", "LANG": "en_US"}, "ko"),
        ({"LC_ALL": "", "LC_MESSAGES": "ko", "LANG": "en_US"}, "ko"),
        ({"LANG": "ko-KR"}, "ko"),
        ({"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "korea"}, "en"),
        ({}, "en"),
    ],
)
def test_the_first_locale_that_is_set_decides(environ: dict[str, str], language: str) -> None:
    assert chosen_language(None, None, environ) == language


def test_a_flag_for_a_language_not_spoken_here_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"'fr'.*en, ko"):
        chosen_language("fr", "ko", {})


def test_a_setting_for_a_language_not_spoken_here_is_passed_over() -> None:
    assert chosen_language(None, "fr", {"QUIZAPP_LANG": "de", "LANG": "ko_KR.UTF-8"}) == "ko"


def test_a_text_speaks_the_other_language_where_one_is_empty() -> None:
    assert Text("bias", "편향").in_language("ko") == "편향"
    assert Text("bias", "편향").in_language("en") == "bias"
    assert Text(en="bias").in_language("ko") == "bias"
    assert Text(ko="편향").in_language("en") == "편향"
    assert Text().in_language("ko") == ""
