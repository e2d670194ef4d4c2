from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from quizapp.bank import Node, Reading, loading, read
from quizapp.bank.sheet import Sheet
from tests.bank.kept_banks import Seen

ReadText = Callable[[str | bytes], Reading]


@pytest.fixture
def read_text(tmp_path: Path) -> ReadText:
    """Read a bank file with this content, named ``bank.yaml`` in a folder of its own."""

    def reading(content: str | bytes) -> Reading:
        file = tmp_path / "bank.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(file)

    return reading


@pytest.fixture(params=["libyaml", "pure"])
def either_scanner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with libyaml's scanner, where there is one, and with PyYAML's own."""
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


@pytest.fixture
def keep(tmp_path: Path) -> Path:
    """Where banks are kept, in a folder that is not there yet."""
    return tmp_path / "own" / "kept.jsonl"


@pytest.fixture
def read_in_full(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """The names of the files that are read in full, as it happens."""
    seen: Seen = []
    in_full = loading._in_full

    def noted(file: str) -> tuple[Sheet, Node | None]:
        seen.append(Path(file).name)
        return in_full(file)

    monkeypatch.setattr(loading, "_in_full", noted)
    return seen
