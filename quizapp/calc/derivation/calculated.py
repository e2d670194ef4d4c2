"""How a calculation without a network comes to its result."""

from typing import Any

from quizapp.calc.derivation.terms import Leaf, Term
from quizapp.calc.detection import CALCULATIONS, RuleTable
from quizapp.calc.detection.functions import Symbols


def calculation_terms(name: str, *arguments: Any, rules: RuleTable | None = None) -> Any:
    """The result of a calculation by its name, each number of it a term with its history.

    What is no number of its own (places of boxes that are kept) stays as it is. ``rules`` is a
    table like the calculation's own; the right one where it is left out.
    """
    calculation = CALCULATIONS[name]
    named = [
        _named(argument, symbols)
        for argument, symbols in zip(arguments, calculation.symbols.values(), strict=False)
    ]
    return calculation(*named, rules=_noting(calculation.steps, rules or calculation.rules))


def _named(argument: Any, symbols: Symbols) -> Any:
    if symbols is None or isinstance(argument, Term):
        return argument
    if isinstance(argument, tuple | list):
        inside = symbols if isinstance(symbols, tuple) else (symbols,) * len(argument)
        # A wrong number of numbers is refused by the calculation itself.
        return tuple(map(_named, argument, inside)) if len(inside) == len(argument) else argument
    return argument if isinstance(symbols, tuple) else Leaf(argument, symbols)


def _noting(entries: tuple[str, ...], rules: RuleTable) -> RuleTable:
    """The rules, some of whose results count as numbers that a derivation starts from."""

    def noted(entry: Any) -> Any:
        return lambda *numbers: Leaf(entry(*numbers))

    return rules.with_(**{name: noted(getattr(rules, name)) for name in entries})
