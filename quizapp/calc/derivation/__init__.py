"""How a number comes about, written by the very rules that computed it."""

from quizapp.calc.derivation.answer import answer_steps
from quizapp.calc.derivation.steps import Step, quantity_steps
from quizapp.calc.derivation.terms import Leaf, Operation, Term, value_of

__all__ = ["Leaf", "Operation", "Step", "Term", "answer_steps", "quantity_steps", "value_of"]
