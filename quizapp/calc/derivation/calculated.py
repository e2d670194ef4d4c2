"""How a calculation without a network comes to its result."""

from collections.abc import Iterator
from itertools import cycle
from typing import TYPE_CHECKING, Any

from quizapp.calc.derivation.steps import Step
from quizapp.calc.derivation.terms import Leaf, Operation, Term, as_term, value_of
from quizapp.calc.detection import CALCULATIONS

if TYPE_CHECKING:
    from quizapp.calc.detection import RuleTable
    from quizapp.calc.detection.functions import Symbols


def calculation_terms(name: str, *arguments: Any, rules: "RuleTable | None" = None) -> Any:
    """The result of a calculation by its name, each number of it a term with its history.

    What is no number of its own (places of boxes that are kept) stays as it is. ``rules`` is a
    table like the calculation's own; the right one where it is left out.
    """
    return _derived(name, arguments, rules, [])


def calculation_steps(
    name: str, arguments: tuple[Any, ...], rules: "RuleTable | None" = None, label: str = ""
) -> Iterator[Step]:
    """The steps to a calculation: numbers that stand on their own first, the result at the end.

    ``label`` is the call; the name where it is left out.
    """
    noted: list[Step] = []
    result = _derived(name, arguments, rules, noted)
    yield from noted
    if isinstance(result, tuple):
        for term in _terms_in(result):
            yield Step(label or name, term, value_of(result))
    else:
        term = as_term(result)
        yield Step(label or name, term, term.value)


def _derived(
    name: str, arguments: tuple[Any, ...], rules: "RuleTable | None", noted: list[Step]
) -> Any:
    calculation = CALCULATIONS[name]
    named = [
        _named(argument, symbols)
        for argument, symbols in zip(arguments, calculation.symbols.values(), strict=False)
    ]
    table = rules or calculation.rules
    entries = {
        entry: _noting(getattr(table, entry), cycle(labels), noted)
        for entry, labels in calculation.steps.items()
    }
    return calculation(*named, rules=table.with_(**entries))


def _named(argument: Any, symbols: "Symbols") -> Any:
    if symbols is None or isinstance(argument, Term):
        return argument
    if isinstance(argument, tuple | list):
        inside = symbols if isinstance(symbols, tuple) else (symbols,) * len(argument)
        # A wrong number of numbers is refused by the calculation itself.
        return tuple(map(_named, argument, inside)) if len(inside) == len(argument) else argument
    return argument if isinstance(symbols, tuple) else Leaf(argument, symbols)


def _noting(entry: Any, labels: Iterator[str], noted: list[Step]) -> Any:
    """The entry, its results numbers that the derivation starts from again, each with its line."""

    def starting_anew(*numbers: Any) -> Leaf:
        term, label = entry(*numbers), next(labels)
        if isinstance(term, Operation):
            noted.append(Step(label, term, term.value))
        return Leaf(value_of(term))

    return starting_anew


def _terms_in(result: tuple[Any, ...]) -> Iterator[Term]:
    for part in result:
        if isinstance(part, tuple):
            yield from _terms_in(part)
        elif isinstance(part, Operation):
            yield part
