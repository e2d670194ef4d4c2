"""How a number comes about, written by the very rules that computed it."""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.calc.derivation.answer import answer_steps
    from quizapp.calc.derivation.calculated import calculation_steps, calculation_terms
    from quizapp.calc.derivation.nesting import NestedLine, Summand, nested, nested_lines
    from quizapp.calc.derivation.steps import Step, quantity_steps
    from quizapp.calc.derivation.terms import Leaf, Operation, Term, value_of
else:
    __getattr__ = on_demand(
        __name__,
        {
            "answer": "answer_steps",
            "calculated": "calculation_steps calculation_terms",
            "nesting": "NestedLine Summand nested nested_lines",
            "steps": "Step quantity_steps",
            "terms": "Leaf Operation Term value_of",
        },
    )

__all__ = [
    "Leaf",
    "NestedLine",
    "Operation",
    "Step",
    "Summand",
    "Term",
    "answer_steps",
    "calculation_steps",
    "calculation_terms",
    "nested",
    "nested_lines",
    "quantity_steps",
    "value_of",
]
