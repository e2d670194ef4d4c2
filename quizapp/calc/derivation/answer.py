"""The steps to the value of an answer expression, whatever it asks of which networks."""

from collections.abc import Mapping
from typing import Any

from quizapp.calc.derivation.calculated import calculation_steps
from quizapp.calc.derivation.quoting import quoted
from quizapp.calc.derivation.steps import Step, quantity_steps
from quizapp.calc.derivation.terms import Leaf, Quoted, Term, value_of
from quizapp.calc.detection import CALCULATIONS
from quizapp.calc.graph import Network
from quizapp.calc.rules import TRUE, Rules
from quizapp.calc.vocabulary import QUANTITIES, Answering, FirstWay
from quizapp.errors import ExpressionError
from quizapp.expressions import Expression


def answer_steps(
    answer: Expression, variables: Mapping[str, Any], rules: Rules = TRUE
) -> tuple[Step, ...]:
    """What each network's quantity and each calculation comes from, then how they combine.

    ``variables`` hold numbers and networks. Every step's arithmetic evaluates to its value.
    """
    way, combined = _combined(answer, variables, rules)
    steps: list[Step] = []
    for number, (name, walked) in enumerate(way.asked):
        if all(name != known or walked is not other for known, other in way.asked[:number]):
            steps += quantity_steps(name, walked)
    for number, (name, arguments) in enumerate(way.reckoned):
        if (name, arguments) not in way.reckoned[:number]:
            table = rules.table(CALCULATIONS[name].table)
            label = answer.source if answer.called == name else ""
            steps += calculation_steps(name, arguments, table, label)
    combines = answer.called not in QUANTITIES and answer.called not in CALCULATIONS
    if combines and isinstance(combined, Leaf):
        text = quoted(answer.source, variables, FirstWay(rules))
        combined = Quoted(combined.value, text) if text else Leaf(combined.value)
    if combines and isinstance(combined, Term):
        steps.append(Step(answer.source, combined, combined.value))
    elif combines and isinstance(combined, tuple):
        values = value_of(combined)
        steps += [
            Step(answer.source, part, values)
            for part in combined
            if isinstance(part, Term) and not isinstance(part, Leaf)
        ]
    return tuple(steps)


def _combined(
    answer: Expression, variables: Mapping[str, Any], rules: Rules
) -> tuple[FirstWay, Any]:
    """What was asked, and the answer as a term over the numbers it is made of."""
    way = FirstWay(rules)
    names = {id(value): name for name, value in variables.items() if isinstance(value, Network)}

    def asked(quantity: str, network: Network) -> Any:
        return _as_leaves(
            way.ask(quantity, network), f"{quantity}({names.get(id(network), 'network')})"
        )

    def reckoned(name: str, arguments: tuple[Any, ...]) -> Any:
        return _as_leaves(value_of(way.reckon(name, arguments)), f"{name}(…)")

    lifted = {
        name: Leaf(value, name) if _is_number(value) else value for name, value in variables.items()
    }
    try:
        return way, answer.evaluate(lifted, Answering(asked, reckoned))
    except ExpressionError:
        # min, round and their kin do not run on terms: the value stands without its last line.
        way = FirstWay(rules)
        value = answer.evaluate(variables, way.functions)
        return way, value if isinstance(value, tuple) else Leaf(value)


def _as_leaves(value: Any, symbol: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_as_leaves(side, f"{symbol}[{place}]") for place, side in enumerate(value))
    return Leaf(value, symbol)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
