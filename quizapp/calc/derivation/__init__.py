"""How a number comes about, written by the very rules that computed it."""

from quizapp.calc.derivation.answer import answer_steps
from quizapp.calc.derivation.calculated import calculation_steps, calculation_terms
from quizapp.calc.derivation.nested import NestedLine, Summand, nested, nested_lines
from quizapp.calc.derivation.steps import Step, quantity_steps
from quizapp.calc.derivation.terms import Leaf, Operation, Term, value_of

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
