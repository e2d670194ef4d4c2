from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from quizapp.bank import Reading, read

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
