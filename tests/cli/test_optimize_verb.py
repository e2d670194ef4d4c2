"""``quizapp optimize``, with a fitter that is not the library's."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from quizapp import paths
from quizapp.cli import main
from quizapp.history import History, Review
from quizapp.settings import fitted_parameters
from quizapp.study import optimizing
from quizapp.study.memory import DEFAULT_PARAMETERS

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HARDER = (0.1, 0.5, 0.9, 4.0, *DEFAULT_PARAMETERS[4:])


def fill(reviews: int) -> None:
    """By somebody who forgets everything after two days."""
    with History.open(paths.history_file(), lambda: NOW) as history:
        history.append_all(
            Review(
                uuid=f"r{number}", profile="default", bank="b", question=f"q{number // 2}",
                revision="1", level=1, variables={}, shown={}, seed=1, generator=1, submission="1",
                read_as="1", verdict="wrong" if number % 2 else "correct", mistakes=(), hints=0,
                ms=9, rating=1 if number % 2 else 3, sitting="s", offset_minutes=0,
                shown_at=NOW + timedelta(days=2 * (number % 2)),
                answered_at=NOW + timedelta(days=2 * (number % 2)),
            )
            for number in range(reviews)
        )  # fmt: skip


def fit_with(monkeypatch: pytest.MonkeyPatch, parameters: Sequence[float]) -> None:
    monkeypatch.setattr(optimizing, "library_fitter", lambda: lambda _stories: parameters)


def stability() -> object:
    with History.open(paths.history_file(), lambda: NOW) as history:
        card = history.card("default", "b", "q0")
        return None if card is None else card.state["stability"]


def test_better_parameters_are_kept_and_all_cards_follow(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(400)
    assert main(["doctor", "--rebuild"]) == 0
    before = stability()
    fit_with(monkeypatch, HARDER)
    assert main(["--lang", "en", "optimize"]) == 0
    assert "Fitted to 400 rated reviews" in capsys.readouterr().out
    assert fitted_parameters(paths.settings_file()) == {"default": HARDER}
    after = stability()
    assert after != before
    assert main(["doctor"]) == 0
    assert main(["optimize", "--forget"]) == 0
    assert fitted_parameters(paths.settings_file()) == {}
    assert stability() == before


def test_parameters_that_are_no_better_are_not_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(400)
    fit_with(monkeypatch, DEFAULT_PARAMETERS)
    assert main(["--lang", "ko", "optimize"]) == 0
    assert "기본값을 그대로" in capsys.readouterr().out
    assert not paths.settings_file().exists()


def test_with_too_few_reviews_it_says_how_many_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(398)
    fit_with(monkeypatch, HARDER)
    assert main(["--lang", "en", "optimize"]) == 2
    assert "there are 398" in capsys.readouterr().err


def test_where_names_the_settings_and_what_is_kept_of_banks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--lang", "en", "where"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"settings       {paths.settings_file()}" in lines
    assert f"banks as read  {paths.kept_banks()}" in lines
