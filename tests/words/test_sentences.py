import pytest

from quizapp.errors import ExpressionError, QuizappError, UsageError
from quizapp.words import say, sentence
from quizapp.words.korean_errors import KOREAN


def test_the_english_sentence_is_the_error_itself() -> None:
    error = UsageError("unknown-language", "unknown language '{language}'", language="fr")
    assert sentence(error, "en") == str(error) == "unknown language 'fr'"


def test_the_korean_sentence_carries_the_same_figures() -> None:
    error = UsageError("unknown-language", "…", language="fr", languages="en, ko")
    assert sentence(error, "ko") == "'fr'에 맞는 언어가 없습니다. 쓸 수 있는 언어: en, ko"


def test_an_error_without_korean_speaks_english() -> None:
    error = QuizappError("no-such-code", "{n} channels", n=3)
    assert sentence(error, "ko") == "3 channels"


def test_figures_take_particles_and_errors_within_are_told_in_the_same_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(KOREAN, "outer", "{n:을/를} 읽지 못했습니다: {cause}")
    cause = ExpressionError("template-not-a-pair", "…", pair="x")
    error = QuizappError("outer", "cannot read {n}: {cause}", n=73728, cause=cause)
    assert sentence(error, "ko").startswith("73,728을 읽지 못했습니다: 쌍점 뒤의 'x'에서")


def test_a_phrase_is_filled_in_its_language() -> None:
    assert say("verdicts.read-as", "en", value=73728) == "read as 73,728"
    assert say("verdicts.read-as", "ko", value=73728) == "73,728로 읽었어요"


def test_an_unknown_phrase_or_a_missing_figure_is_a_bug() -> None:
    with pytest.raises(KeyError):
        say("no-such-phrase", "en")
    with pytest.raises(KeyError):
        say("verdicts.read-as", "en")


@pytest.mark.parametrize(
    ("verdict", "en", "ko"),
    [
        ("correct", "✓ Right", "✓ 정답이에요"),
        ("wrong", "✗ Not quite", "✗ 오답이에요"),
        ("unreadable", "? Can't read that", "? 답을 읽지 못했어요"),
    ],
)
def test_the_verdicts_other_programs_look_for_are_fixed(verdict: str, en: str, ko: str) -> None:
    assert say(f"verdicts.{verdict}", "en") == en
    assert say(f"verdicts.{verdict}", "ko") == ko
