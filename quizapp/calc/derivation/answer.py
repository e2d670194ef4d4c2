"""The steps to the value of an answer expression, whatever it asks of which networks."""

from collections.abc import Mapping
from typing import Any

from quizapp.calc.derivation.steps import Step, quantity_steps
from quizapp.calc.derivation.terms import Leaf, Term
from quizapp.calc.graph import Network
from quizapp.calc.rules import TRUE, Rules
from quizapp.calc.vocabulary import QUANTITIES, Answering, FirstWay
from quizapp.errors import ExpressionError
from quizapp.expressions import Expression


def answer_steps(
    answer: Expression, variables: Mapping[str, Any], rules: Rules = TRUE
) -> tuple[Step, ...]:
    """What each network's quantity comes from, then how the expression combines them.

    ``variables`` hold numbers and networks. Every step's arithmetic evaluates to its value.
    """
    way = FirstWay(rules)
    names = {id(value): name for name, value in variables.items() if isinstance(value, Network)}

    def asked(quantity: str, network: Network) -> Any:
        value = way.ask(quantity, network)
        symbol = f"{quantity}({names.get(id(network), 'network')})"
        return value if isinstance(value, tuple) else Leaf(value, symbol)

    lifted = {
        name: Leaf(value, name) if _is_number(value) else value for name, value in variables.items()
    }
    try:
        combined = answer.evaluate(lifted, Answering(asked))
    except ExpressionError:
        # min, round and their kin do not run on terms: the value stands without its last line.
        way = FirstWay(rules)
        combined = Leaf(answer.evaluate(variables, way.functions))
    steps: list[Step] = []
    for number, (name, walked) in enumerate(way.asked):
        if all(name != known or walked is not other for known, other in way.asked[:number]):
            steps += quantity_steps(name, walked)
    if answer.called not in QUANTITIES and isinstance(combined, Term):
        steps.append(Step(answer.source, combined, combined.value))
    return tuple(steps)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
