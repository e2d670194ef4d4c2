from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.faults.children import NOON

Figure = Callable[[str], None]


@pytest.fixture
def figure(capsys: pytest.CaptureFixture[str]) -> Figure:
    """Prints what a fault came to, whether output is captured or not."""

    def say(text: str) -> None:
        with capsys.disabled():
            print(f"\n  {text}", end=" ")

    return say


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


@pytest.fixture
def now() -> Callable[[], datetime]:
    return lambda: NOON
