"""An expression written with its numbers, where its arithmetic leaves no history of its own."""

import ast
from collections.abc import Mapping
from typing import Any

from quizapp.calc.graph import Network
from quizapp.calc.vocabulary import FirstWay
from quizapp.errors import ExpressionError
from quizapp.expressions import compile_expression
from quizapp.words import render

_LONGEST = 90


def quoted(source: str, variables: Mapping[str, Any], way: FirstWay) -> str:
    """``max(8, 16, 34)`` for ``max(a, b, c)``; what is asked of a network as its number.

    Empty where that would be longer to read than it helps: lists, long expressions.
    """
    tree = _Numbers(variables, way).visit(ast.parse(source.strip(), mode="eval"))
    text = ast.unparse(tree)
    if len(text) > _LONGEST or "[" in text:
        return ""
    return text.replace(" ** ", "^").replace(" * ", "·").replace(" - ", " − ")


class _Numbers(ast.NodeTransformer):
    """Puts numbers in the places of names."""

    def __init__(self, variables: Mapping[str, Any], way: FirstWay) -> None:
        self._variables = variables
        self._way = way

    def visit_Name(self, node: ast.Name) -> ast.AST:  # ast's spelling
        value = self._variables.get(node.id)
        return node if value is None or isinstance(value, Network) else ast.Name(render(value))

    def visit_Call(self, node: ast.Call) -> ast.AST:  # ast's spelling
        named = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        asks = any(isinstance(self._variables.get(name), Network) for name in named)
        direct = all(isinstance(argument, ast.Name) for argument in node.args)
        if not (asks and direct):
            node.args = [self.visit(argument) for argument in node.args]
            return node
        functions = self._way.functions
        try:
            call = compile_expression(
                ast.unparse(node), names=frozenset(self._variables), functions=functions
            )
            return ast.Name(render(call.evaluate(self._variables, functions)))
        except ExpressionError:
            return node
