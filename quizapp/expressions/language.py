"""Checking a syntax tree with columns, and compiling it once to nested closures."""

import ast
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from keyword import iskeyword

from quizapp.errors import ExpressionError
from quizapp.expressions.arithmetic import (
    BINARY,
    COMPARISONS,
    Function,
    Value,
    checked,
)
from quizapp.expressions.naming import unknown_name
from quizapp.expressions.source import Source, one_expression, several_calls

MOST_NODES = 200

Variables = Mapping[str, Value]
Functions = Mapping[str, Function]
_Run = Callable[[Variables, Functions], Value]


class Expression:
    """A checked expression: its text, the variables it reads, the functions it calls.

    It is compiled when it is first evaluated, once: most of a library is never drawn, and compiled
    code takes fifty times the room of its text. The calls of networks are, for those are tried when
    they are read: ``run`` is their code.
    """

    __slots__ = ("_functions", "_run", "_text", "called", "calls", "names", "source")

    def __init__(
        self,
        text: Source,
        functions: Functions,
        *,
        names: frozenset[str] = frozenset(),
        calls: frozenset[str] = frozenset(),
        called: str | None = None,
        run: _Run | None = None,
    ) -> None:
        self.source = text.text
        self.names = names
        self.calls = calls
        self.called = called
        """The function, where the whole expression is one call: ``parameters(network)``."""
        self._text = text
        self._functions = functions
        self._run = run

    def evaluate(self, variables: Variables, functions: Functions) -> Value:
        """Its value. Raises ExpressionError with a column where it has none."""
        run = self._run
        if run is None:
            run = self._run = _Compiler(self._text, None, self._functions).compiled(
                _body(self._text)
            )
        return run(variables, functions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and (self.source, self.names) == (
            other.source, other.names,
        )  # fmt: skip

    def __hash__(self) -> int:
        return hash((self.source, self.names))

    def __repr__(self) -> str:
        return f"Expression({self.source!r})"


def _body(source: Source) -> ast.expr:
    text = source.text
    if text.isidentifier() and text.isascii() and not iskeyword(text):
        # Half of all expressions are a name, which to parse takes longer than all the rest.
        return ast.Name(
            text, ast.Load(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=len(text)
        )
    tree = source.parsed("eval")
    if not isinstance(tree, ast.Expression):
        raise TypeError(tree)
    return tree.body


def compile_expression(
    text: str, *, names: Iterable[str] | None = None, functions: Functions
) -> Expression:
    """Read one expression. ``names`` are the variables it may use (any, when None).

    Raises ExpressionError for whatever is outside the whitelist: Python's operators, comparisons,
    ``and or not``, ``a if c else b``, tuples, lists, indexing, and calls of ``functions``.
    """
    source = one_expression(text)
    return _Compiler(source, names, functions).expression(_body(source))


def compile_calls(
    text: str, *, names: Iterable[str] | None = None, functions: Functions
) -> tuple[tuple[str, int, Expression], ...]:
    """Read calls separated by commas or lines, as (name of the function, column, expression).

    ``nn.Sequential(a, b)`` and ``Sequential(a, b)`` stand for the calls inside them.
    """
    source = several_calls(text)
    tree = source.parsed("exec")
    if not isinstance(tree, ast.Module):
        raise TypeError(tree)
    compiler = _Compiler(source, names, functions)
    calls: list[tuple[str, int, Expression]] = []
    for statement in tree.body:
        inside = _unwrapped(statement.value) if isinstance(statement, ast.Expr) else [statement]
        for node in inside:
            if not isinstance(node, ast.Call):
                raise ExpressionError(
                    "no-call", "a layer is written as a call, such as Conv2d(3, 64, 3)",
                    column=source.of(node),
                )  # fmt: skip
            call = compiler.expression(node, is_kept=True)
            calls.append((_function_name(node), source.of(node), call))
    return tuple(calls)


def _unwrapped(node: ast.expr) -> list[ast.expr]:
    """The calls of a tuple or of a (nested) ``Sequential``, in order."""
    if isinstance(node, ast.Tuple):
        inner = node.elts
    elif isinstance(node, ast.Call) and _function_name(node) == "Sequential" and not node.keywords:
        inner = node.args
    else:
        return [node]
    return [call for element in inner for call in _unwrapped(element)]


def _function_name(node: ast.Call) -> str:
    """The name called, the prefix ``nn.`` taken off; empty for anything stranger."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    if (
        isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "nn"
    ):
        return node.func.attr
    return ""


class _Compiler:
    """One pass over a syntax tree: whitelist, names, bounds; a closure for each node."""

    def __init__(self, source: Source, names: Iterable[str] | None, functions: Functions) -> None:
        self.source = source
        self.allowed = None if names is None else frozenset(names)
        self.functions = functions
        self.names: set[str] = set()
        self.calls: set[str] = set()

    def expression(self, node: ast.expr, *, is_kept: bool = False) -> Expression:
        """The expression, its code with it where that is kept."""
        # No part of an expression is shorter than a character.
        is_long = len(self.source.text) > MOST_NODES
        if is_long and sum(isinstance(part, ast.expr) for part in ast.walk(node)) > MOST_NODES:
            raise ExpressionError(
                "too-many-parts", "an expression has at most {most} parts",
                column=self.source.of(node), most=MOST_NODES,
            )  # fmt: skip
        self.names, self.calls = set(), set()
        run = self.compiled(node)
        return Expression(
            self.source.part(node),
            self.functions,
            names=frozenset(self.names),
            calls=frozenset(self.calls),
            called=_function_name(node) if isinstance(node, ast.Call) else None,
            run=run if is_kept else None,
        )

    def compiled(self, node: ast.expr) -> _Run:
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            raise ExpressionError(
                "not-understood",
                "only numbers, names, + - * / // % **, comparisons, and, or, not, if else, tuples, "
                "indexing and the named functions are understood",
                column=self.source.of(node),
            )
        run: _Run = method(node)
        return run

    def _constant(self, node: ast.Constant) -> _Run:
        value: Value = node.value
        if isinstance(value, str | bytes | complex) or value is ...:
            raise ExpressionError(
                "no-text", "text has no place here: numbers, True, False and None do",
                column=self.source.of(node),
            )  # fmt: skip
        if isinstance(value, float):
            value = self._decimal(node)
        value = checked(value, self.source.of(node))
        return lambda variables, functions: value

    def _decimal(self, node: ast.Constant) -> Fraction:
        """The decimal as it is written, which floating point would only come near to."""
        mantissa, _, exponent = self.source.segment(node).replace("_", "").lower().partition("e")
        if abs(int(exponent or 0)) > 60 or len(mantissa) > 60:
            raise ExpressionError(
                "decimal-long", "a decimal has at most 60 digits and an exponent of at most 60",
                column=self.source.of(node),
            )  # fmt: skip
        return Fraction(mantissa) * Fraction(10) ** int(exponent or 0)

    def _name(self, node: ast.Name) -> _Run:
        name, column = node.id, self.source.of(node)
        if self.allowed is not None and name not in self.allowed:
            raise unknown_name(name, column, [*self.allowed, *self.functions])
        self.names.add(name)

        def run(variables: Variables, functions: Functions) -> Value:
            try:
                return variables[name]
            except KeyError:
                raise unknown_name(name, column, [*variables, *functions]) from None

        return run

    def _tuple(self, node: ast.Tuple | ast.List) -> _Run:
        parts = [self.compiled(element) for element in node.elts]
        return lambda variables, functions: tuple([part(variables, functions) for part in parts])

    _list = _tuple

    def _subscript(self, node: ast.Subscript) -> _Run:
        indexed, place = self.compiled(node.value), self.compiled(node.slice)
        column = self.source.of(node)

        def run(variables: Variables, functions: Functions) -> Value:
            shape, index = indexed(variables, functions), place(variables, functions)
            if not isinstance(shape, tuple) or not isinstance(index, int):
                raise ExpressionError(
                    "index", "only a shape is indexed, by a whole number", column=column
                )
            if not -len(shape) <= index < len(shape):
                raise ExpressionError(
                    "index-range", "the shape has {length} numbers, and none at place {index}",
                    column=column, length=len(shape), index=index,
                )  # fmt: skip
            return shape[index]

        return run

    def _binop(self, node: ast.BinOp) -> _Run:
        operation = BINARY.get(type(node.op).__name__)
        if operation is None:
            raise ExpressionError(
                "operator", "this operator is not understood; powers are written **",
                column=self.source.of(node),
            )  # fmt: skip
        return self._guarded(operation, [node.left, node.right], node)

    def _unaryop(self, node: ast.UnaryOp) -> _Run:
        if isinstance(node.op, ast.Not):
            operand = self.compiled(node.operand)
            return lambda variables, functions: not operand(variables, functions)
        if isinstance(node.op, ast.USub):
            return self._guarded(lambda value: -value, [node.operand], node)
        raise ExpressionError(
            "sign", "of signs in front, only minus is understood", column=self.source.of(node)
        )

    def _boolop(self, node: ast.BoolOp) -> _Run:
        parts = [self.compiled(value) for value in node.values]
        decide = all if isinstance(node.op, ast.And) else any
        return lambda variables, functions: decide(part(variables, functions) for part in parts)

    def _compare(self, node: ast.Compare) -> _Run:
        steps = [COMPARISONS.get(type(operation).__name__) for operation in node.ops]
        if None in steps:
            raise ExpressionError(
                "comparison", "of comparisons, == != < <= > >= are understood",
                column=self.source.of(node),
            )  # fmt: skip

        def chain(*values: Value) -> Value:
            return all(step(values[i], values[i + 1]) for i, step in enumerate(steps) if step)

        return self._guarded(chain, [node.left, *node.comparators], node)

    def _ifexp(self, node: ast.IfExp) -> _Run:
        test, yes, no = map(self.compiled, (node.test, node.body, node.orelse))
        return lambda variables, functions: (
            yes(variables, functions) if test(variables, functions) else no(variables, functions)
        )

    def _call(self, node: ast.Call) -> _Run:
        name, column = _function_name(node), self.source.of(node)
        function = self.functions.get(name)
        if function is None:
            raise unknown_name(name or self.source.segment(node.func), column, self.functions)
        self.calls.add(name)
        if function.free_form:
            return self._free_form(name, node)
        self._check_places(name, function, node)
        return self._guarded(name, node.args, node)

    def _check_places(self, name: str, function: Function, node: ast.Call) -> None:
        column, count = self.source.of(node), len(node.args)
        if node.keywords:
            raise ExpressionError(
                "by-place", "{name}() takes its arguments by place", column=column, name=name
            )
        if function.least <= count <= function.most:
            return
        if function.least == function.most:
            raise ExpressionError(
                "arity", "{name}() takes {least} argument(s) and gets {count}",
                column=column, name=name, least=function.least, count=count,
            )  # fmt: skip
        raise ExpressionError(
            "arity-between", "{name}() takes {least} to {most} arguments and gets {count}",
            column=column, name=name, least=function.least, most=function.most, count=count,
        )  # fmt: skip

    def _free_form(self, name: str, node: ast.Call) -> _Run:
        keywords: dict[str, _Run] = {}
        for keyword in node.keywords:
            if keyword.arg is None:
                raise ExpressionError(
                    "double-star", "** has no place in a layer", column=self.source.of(keyword)
                )
            if keyword.arg in keywords:
                raise ExpressionError(
                    "keyword-twice", "{name}() gets {keyword} twice",
                    column=self.source.of(keyword), name=name, keyword=keyword.arg,
                )  # fmt: skip
            keywords[keyword.arg] = self._argument(keyword.value)
        arguments = [self._argument(argument) for argument in node.args]
        return lambda variables, functions: functions[name].run(
            *[argument(variables, functions) for argument in arguments],
            **{key: argument(variables, functions) for key, argument in keywords.items()},
        )

    def _argument(self, node: ast.expr) -> _Run:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
            return lambda variables, functions: text
        return self.compiled(node)

    def _guarded(
        self, operation: Callable[..., Value] | str, operands: list[ast.expr], node: ast.expr
    ) -> _Run:
        """Run an operation, or the function of a name, and say where it went wrong."""
        parts, column = [self.compiled(operand) for operand in operands], self.source.of(node)
        arithmetic = isinstance(node, ast.BinOp | ast.UnaryOp)

        def run(variables: Variables, functions: Functions) -> Value:
            values = [part(variables, functions) for part in parts]
            operate = functions[operation].run if isinstance(operation, str) else operation
            try:
                if arithmetic and any(isinstance(value, tuple | str) for value in values):
                    raise TypeError(values)
                return checked(operate(*values), column)
            except ZeroDivisionError:
                raise ExpressionError("zero", "this divides by zero", column=column) from None
            except (TypeError, AttributeError, ValueError):
                raise _unfit(operation, values, column) from None
            except ExpressionError as error:
                raise ExpressionError(
                    error.code, error.english, column=error.column or column, **error.figures
                ) from None

        return run


def _unfit(
    operation: Callable[..., Value] | str, values: list[Value], column: int
) -> ExpressionError:
    shown = ", ".join(map(_described, values))
    if isinstance(operation, str):
        return ExpressionError(
            "argument", "{name}() cannot take {values}", column=column, name=operation, values=shown
        )
    return ExpressionError(
        "operands", "{values}: this cannot be reckoned with here", column=column, values=shown
    )


def _described(value: Value) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_described, value))})"
    if value is None or isinstance(value, int | Fraction | str):
        text = str(value)
        return text if len(text) <= 24 else f"{text[:20]}…"
    return type(value).__name__
