"""Which mistakes would change anything in a network."""

from quizapp.calc import Network, Row, Rules, walk
from quizapp.calc.rules import TRUE
from quizapp.errors import NetworkError
from quizapp.mistakes.catalogue import CATALOGUE
from quizapp.mistakes.mistake import Mistake


def differing(network: Network) -> tuple[Mistake, ...]:
    """The mistakes of the catalogue that change a number in some row, in its order.

    A walk that falls apart with a mistake in it, or sooner than the true one, differs as well.
    """
    true = _numbers(network, TRUE)
    return tuple(mistake for mistake in CATALOGUE if _numbers(network, mistake.rules()) != true)


def _numbers(network: Network, rules: Rules) -> list[object]:
    found: list[object] = []
    try:
        for row in walk(network, rules):
            found.append(_shown(row))  # noqa: PERF401 # as far as it goes
    except NetworkError:
        found.append(None)
    return found


def _shown(row: Row) -> object:
    return row.output_shape, row.parameters, row.macs, row.receptive_field
