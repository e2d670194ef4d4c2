"""Architectures of the zoo and their traces, each made once for all tests."""

from functools import cache

from quizapp.calc import Network, Row, Trace, trace, zoo


@cache
def network(name: str) -> Network:
    return zoo.network(name)


@cache
def traced(name: str) -> Trace:
    return trace(network(name), fields=False)


@cache
def seen(name: str, *, gates: bool = True) -> Trace:
    return trace(network(name), gates=gates)


def kind(row: Row) -> str:
    """The class or function of torch a row calls."""
    return row.layer.partition("(")[0]


def part(name: str, beginning: str) -> list[Row]:
    """The rows of the parts whose names begin so."""
    return [row for row in seen(name).rows if row.name.startswith(f"{beginning}.")]
