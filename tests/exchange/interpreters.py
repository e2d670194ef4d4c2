"""Interpreters that run nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizapp.errors import ExchangeError


@dataclass
class Prints:
    """Prints this, whatever the code; another thing the second time, if there is one."""

    text: str
    second: str | None = None
    python: str = "3.12.1"
    asked: list[str] = field(default_factory=list)
    """The code of each run."""
    modules: list[str] = field(default_factory=list)

    def versions(self, modules: Iterable[str]) -> Mapping[str, str]:
        self.modules += modules
        return {"python": self.python}

    def printed(self, code: str, hash_seed: int) -> str:
        self.asked.append(code)
        return self.second if hash_seed and self.second is not None else self.text


class Fails(Prints):
    """Raises what a sandbox raises where the code does not come to an end."""

    def printed(self, code: str, hash_seed: int) -> str:
        self.asked.append(f"{hash_seed} {code}")
        raise ExchangeError("pin-fails", "it ends with {reason}", reason="ValueError: no")
