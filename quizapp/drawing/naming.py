"""Names in code for the values and layers of a network."""

import re
from typing import NamedTuple

from quizapp.calc import Network


class Names(NamedTuple):
    """By place: the inputs, then the nodes."""

    words: list[str]
    """The names as parts of Python's names, no two alike."""
    values: list[str]
    """What holds each value: ``x`` where only the next step takes it, else ``x_`` and its word."""


def names_in_code(network: Network) -> Names:
    """The names of a network's places as code can use them."""
    count = len(network.inputs)
    places = range(count + len(network.nodes))
    takers: list[set[int]] = [set() for _ in places]
    for place, node in enumerate(network.nodes, count):
        for source in node.sources:
            takers[source].add(place)
    words = _words([network.name_of(place) for place in places])
    last = len(takers) - 1
    passing = [taken == {place + 1} or place == last for place, taken in enumerate(takers)]
    passing[:count] = [count == 1 and alone for alone in passing[:count]]
    values = ["x" if alone else f"x_{word}" for alone, word in zip(passing, words, strict=True)]
    return Names(words, values)


def _words(names: list[str]) -> list[str]:
    found: dict[str, None] = {}
    for name in names:
        word = re.sub(r"\W", "_", name)
        while word in found:
            word += "_"
        found[word] = None
    return list(found)
