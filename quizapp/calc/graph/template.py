"""Networks whose arguments may still be expressions, and how they are filled in."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from typing import Any

from quizapp.calc.graph.calls import LAYER_CALLS, Written, written
from quizapp.calc.graph.network import MOST_NODES, Network, Node
from quizapp.calc.layers import Shape
from quizapp.errors import ExpressionError, NetworkError
from quizapp.expressions import ARITHMETIC, Expression, Function, nearest
from quizapp.frozen import dataclass

Path = tuple[str | int, ...]

FUNCTIONS: Mapping[str, Function] = {**ARITHMETIC, **LAYER_CALLS}
"""What a layer's call may be made of."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number that may still be an expression."""

    expression: Expression
    path: Path

    def whole(self, variables: Mapping[str, Any]) -> int:
        """Its value."""
        try:
            value = self.expression.evaluate(variables, ARITHMETIC)
        except ExpressionError as error:
            raise located(error, self.path) from None
        if not isinstance(value, int) or isinstance(value, bool):
            raise NetworkError(
                "number-whole", "a whole number belongs here, not {value}",
                path=self.path, value=str(value),
            )  # fmt: skip
        return value

    def positive(self, variables: Mapping[str, Any]) -> int:
        """Its value, if it is above zero."""
        value = self.whole(variables)
        if value < 1:
            raise NetworkError(
                "number-positive", "a number above zero belongs here, not {value}",
                path=self.path, value=value,
            )  # fmt: skip
        return value


@dataclass(frozen=True, slots=True)
class Call:
    """A layer by itself."""

    expression: Expression
    name: str | None
    feeds: tuple[str, ...] | None
    path: Path
    column: int
    """Where it begins in the string at ``path``."""

    @property
    def from_path(self) -> Path:
        """Where ``from:`` is written, beside ``layer:``."""
        return (*self.path[:-1], "from")


@dataclass(frozen=True, slots=True)
class Branching:
    """A join of branches; a branch is a list of items, or the name of a node."""

    kind: str
    dim: Number | None
    branches: "tuple[tuple[Item, ...] | str, ...]"
    name: str | None
    feeds: tuple[str, ...] | None
    path: Path

    @property
    def from_path(self) -> Path:
        """Where ``from:`` is written."""
        return (*self.path, "from")


@dataclass(frozen=True, slots=True)
class Repeat:
    """Items written once and passed through several times."""

    times: Number
    items: "tuple[Item, ...]"


Item = Call | Branching | Repeat


@dataclass(frozen=True, slots=True)
class NetworkTemplate:
    """A network whose arguments may still be expressions over variables."""

    inputs: Mapping[str, tuple[Number, ...]]
    items: tuple[Item, ...]
    names: frozenset[str]
    """The variables it reads."""

    def fill(self, variables: Mapping[str, Any]) -> Network:
        """The network with the variables put in. Raises NetworkError where torch would refuse."""
        inputs = {
            name: tuple([side.positive(variables) for side in shape])
            for name, shape in self.inputs.items()
        }
        builder = _Builder(variables, inputs)
        scope = ChainMap({name: place for place, name in enumerate(inputs)})
        builder.add(self.items, (), len(inputs) - 1, scope)
        return Network(inputs, tuple(builder.nodes))


Scope = ChainMap[str, int]
"""Places by name; a turn of a repeat has a map of its own in front."""


class _Builder:
    """Lays the items of a template out as nodes, giving names and finding what feeds each."""

    def __init__(self, variables: Mapping[str, Any], inputs: Mapping[str, Shape]) -> None:
        self.variables = variables
        self.offset = len(inputs)
        self.nodes: list[Node] = []

    def add(self, items: Iterable[Item], place: tuple[int, ...], before: int, scope: Scope) -> int:
        """Append the items; the place of the last node. ``scope`` grows with what they define."""
        for number, item in enumerate(items, 1):
            here = (*place, number)
            if isinstance(item, Repeat):
                before = self._repeat(item, here, before, scope)
            elif isinstance(item, Branching):
                before = self._join(item, here, before, scope)
            else:
                before = self._call(item, here, before, scope)
        return before

    def _call(self, item: Call, here: tuple[int, ...], before: int, scope: Scope) -> int:
        try:
            made = item.expression.evaluate(self.variables, FUNCTIONS)
        except ExpressionError as error:
            raise located(error, item.path) from None
        except NetworkError as error:
            raise _at(error, item.path, item.column) from None
        feeds = _feeds(item, before, scope)
        if not made.layer.joins:
            _require_one(feeds, made.text, item.path)
        return self._append(item, here, made, feeds, scope)

    def _join(self, item: Branching, here: tuple[int, ...], before: int, scope: Scope) -> int:
        start = _require_one(_feeds(item, before, scope), item.kind, item.path)
        feeds = tuple(
            [
                _place(branch, scope, (*item.path, item.kind, number - 1))
                if isinstance(branch, str)
                else self.add(branch, (*here, number), start, scope)
                for number, branch in enumerate(item.branches, 1)
            ]
        )
        args = () if item.dim is None else (item.dim.whole(self.variables),)
        return self._append(item, here, written(item.kind, *args), feeds, scope)

    def _append(
        self,
        item: Call | Branching,
        here: tuple[int, ...],
        made: Written,
        feeds: tuple[int, ...],
        scope: Scope,
    ) -> int:
        if len(self.nodes) >= MOST_NODES:
            raise _too_many(item.path)
        name = item.name or ".".join(map(str, here))
        column = item.column if isinstance(item, Call) else 0
        self.nodes.append(Node(name, made.text, made.layer, feeds, item.path, column))
        place = self.offset + len(self.nodes) - 1
        _define(name, place, scope, item.path)
        return place

    def _repeat(self, item: Repeat, here: tuple[int, ...], before: int, scope: Scope) -> int:
        times = item.times.positive(self.variables)
        if times > MOST_NODES:
            raise _too_many(item.times.path)
        for turn in range(1, times + 1):
            first = len(self.nodes)
            before = self.add(item.items, (*here, turn), before, scope.new_child())
            for at in range(first, len(self.nodes)):
                node = self.nodes[at]
                # Names inside mean the same turn, and are kept as name.turn outside it.
                if not node.name[0].isdigit():
                    node = node._replace(name=f"{node.name}.{turn}")
                    self.nodes[at] = node
                _define(node.name, self.offset + at, scope, node.path)
        return before


def _define(name: str, place: int, scope: Scope, path: Path) -> None:
    if name in scope.maps[0]:
        raise NetworkError("name-taken", "there is a `{name}` already", path=path, name=name)
    scope[name] = place


def _feeds(item: Call | Branching, before: int, scope: Scope) -> tuple[int, ...]:
    if item.feeds is None:
        return (before,)
    return tuple([_place(name, scope, item.from_path) for name in item.feeds])


def _require_one(feeds: tuple[int, ...], call: str, path: Path) -> int:
    if len(feeds) != 1:
        raise NetworkError(
            "one-input", "`{call}` takes one input and gets {count}",
            path=path, call=call, count=len(feeds),
        )  # fmt: skip
    return feeds[0]


def _place(name: str, scope: Scope, path: Path) -> int:
    if name in scope:
        return scope[name]
    guess = nearest(name, scope)
    if guess is None:
        raise NetworkError("no-node", "nothing before is named `{name}`", path=path, name=name)
    raise NetworkError(
        "no-node-guess", "nothing before is named `{name}`; did you mean `{guess}`?",
        path=path, name=name, guess=guess,
    )  # fmt: skip


def _too_many(path: Path) -> NetworkError:
    return NetworkError(
        "too-many-nodes", "a network has at most {most} layers", path=path, most=MOST_NODES
    )


def located(error: ExpressionError, path: Path) -> NetworkError:
    """An error in an expression, with the place of the expression in the written form."""
    return NetworkError("written", "{reason}", path=path, column=error.column, reason=error)


def _at(error: NetworkError, path: Path, column: int) -> NetworkError:
    return NetworkError(error.code, error.english, path=path, column=column, **error.figures)
