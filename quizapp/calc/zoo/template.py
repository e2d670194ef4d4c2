"""Architectures of the zoo as questions name them, whole or up to the end of a part."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from quizapp.calc.graph import Network
from quizapp.calc.zoo import network
from quizapp.errors import NetworkError
from quizapp.expressions import nearest
from quizapp.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ZooTemplate:
    """An architecture by name; ``zoo`` and ``until`` may be variables that hold the words."""

    zoo: str
    until: str | None
    """The node or part it ends with, such as ``conv3`` or ``layer2``; None for the whole."""
    names: frozenset[str]
    """The variables it reads: of ``zoo`` and ``until``, those that are one."""

    def fill(self, variables: Mapping[str, Any]) -> Network:
        """The network. Raises NetworkError where the zoo has no such name or part."""
        zoo = self._word(self.zoo, variables)
        return (
            _network(zoo) if self.until is None else _up_to(zoo, self._word(self.until, variables))
        )

    def _word(self, written: str, variables: Mapping[str, Any]) -> str:
        return str(variables[written]) if written in self.names else written


@lru_cache(maxsize=64)
def _network(zoo: str) -> Network:
    try:
        return network(zoo)
    except NetworkError as error:
        error.path = ("zoo",)
        raise


@lru_cache(maxsize=256)
def _up_to(zoo: str, until: str) -> Network:
    whole = _network(zoo)
    ends = [
        place
        for place, node in enumerate(whole.nodes)
        if node.name == until or node.name.startswith(f"{until}.")
    ]
    if ends:
        return Network(whole.inputs, whole.nodes[: ends[-1] + 1])
    guess = nearest(until, dict.fromkeys(node.name.partition(".")[0] for node in whole.nodes))
    if guess is None:
        raise NetworkError(
            "no-part", "`{zoo}` has no part named `{until}`", path=("until",), zoo=zoo, until=until
        )
    raise NetworkError(
        "no-part-guess", "`{zoo}` has no part named `{until}`; did you mean `{guess}`?",
        path=("until",), zoo=zoo, until=until, guess=guess,
    )  # fmt: skip
