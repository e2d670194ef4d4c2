"""The written form of networks: an input shape, and layers as PyTorch calls.

Reading is in two steps. :func:`compile_network` checks the form and compiles every expression
once; :meth:`NetworkTemplate.fill` puts a question's variables in and gives a network.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from quizapp.calc.graph.network import Network
from quizapp.calc.graph.template import (
    FUNCTIONS,
    Branching,
    Call,
    Item,
    NetworkTemplate,
    Number,
    Path,
    Repeat,
    located,
)
from quizapp.calc.layers import KINDS
from quizapp.errors import ExpressionError, NetworkError
from quizapp.expressions import (
    ARITHMETIC,
    Expression,
    compile_calls,
    compile_expression,
    nearest,
)

_BESIDE: Mapping[str, tuple[str, ...]] = {
    "layer": ("name", "from"),
    "add": ("name", "from"),
    "mul": ("name", "from"),
    "cat": ("name", "from", "dim"),
    "repeat": ("layers",),
}
"""What an item is, and what else may be written with it."""

_KEYS = ("layer", "add", "mul", "cat", "repeat", "layers", "name", "from", "dim")
# A word, dotted as in torch's module names, or a place: 4.1.2.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*|[0-9]+(?:\.[0-9]+)*")


def read_network(data: Mapping[str, Any], variables: Mapping[str, Any] | None = None) -> Network:
    """The network a mapping describes: ``input``, ``layers`` (design: PyTorch's own words).

    Raises NetworkError for a form that cannot be read and arguments torch would refuse at
    construction; what torch refuses when applied, :func:`trace` refuses.
    """
    return compile_network(data).fill(variables or {})


def compile_network(data: Any, names: Iterable[str] | None = None) -> NetworkTemplate:
    """Check the written form and compile its expressions; ``names`` are the variables allowed.

    Raises NetworkError with the path and column of the fault.
    """
    return _Reader(None if names is None else frozenset(names)).network(data)


# Networks are full of the same few strings, such as `ReLU()`.


@lru_cache(maxsize=4096)
def _number_in(source: str, names: frozenset[str] | None) -> Expression:
    return compile_expression(source, names=names, functions=ARITHMETIC)


@lru_cache(maxsize=4096)
def _calls_in(source: str, names: frozenset[str] | None) -> tuple[tuple[str, int, Expression], ...]:
    return compile_calls(source, names=names, functions=FUNCTIONS)


class _Reader:
    """Goes through the written form once, with the path to where it is."""

    def __init__(self, allowed: frozenset[str] | None) -> None:
        self.allowed = allowed
        self.used: set[str] = set()

    def network(self, data: Any) -> NetworkTemplate:
        if not isinstance(data, Mapping):
            raise NetworkError("network-form", "a network is written with `input:` and `layers:`")
        for key in data:
            if key not in ("input", "layers"):
                raise _unknown_key(str(key), ("input", "layers"), (str(key),))
        shapes = data.get("input")
        if not shapes:
            raise NetworkError("no-input", "a network needs `input:`, such as [3, 224, 224]")
        if isinstance(shapes, Mapping):
            inputs = {
                self._name(name, ("input", name)): self._shape(shape, ("input", name))
                for name, shape in shapes.items()
            }
        else:
            inputs = {"input": self._shape(shapes, ("input",))}
        items = self._items(data.get("layers", []), ("layers",))
        return NetworkTemplate(inputs, items, frozenset(self.used))

    def _shape(self, shape: Any, path: Path) -> tuple[Number, ...]:
        if not isinstance(shape, Sequence) or isinstance(shape, str) or not shape:
            raise NetworkError(
                "shape-form", "a shape is a list of numbers, such as [3, 224, 224]", path=path
            )
        return tuple([self._number(side, (*path, i)) for i, side in enumerate(shape)])

    def _number(self, written: Any, path: Path) -> Number:
        if isinstance(written, bool) or not isinstance(written, int | str):
            raise NetworkError("number-form", "a number or an expression belongs here", path=path)
        expression: Expression = self._compiled(_number_in, str(written), path)
        self.used |= expression.names
        return Number(expression, path)

    def _compiled(
        self, compiler: Callable[[str, frozenset[str] | None], Any], source: str, path: Path
    ) -> Any:
        try:
            return compiler(source, self.allowed)
        except ExpressionError as error:
            raise located(error, path) from None

    def _items(self, written: Any, path: Path) -> tuple[Item, ...]:
        if isinstance(written, str):
            return self._calls(written, path)
        if not isinstance(written, Sequence):
            raise NetworkError("layers-form", "layers are a list of calls", path=path)
        items: list[Item] = []
        for number, entry in enumerate(written):
            here = (*path, number)
            if isinstance(entry, str):
                _refuse_pieces(written[number:], here)
                items += self._calls(entry, here)
            elif isinstance(entry, Mapping):
                items += self._mapping(entry, here)
            else:
                raise NetworkError("layers-form", "layers are a list of calls", path=here)
        return tuple(items)

    def _calls(
        self, source: str, path: Path, name: str | None = None, feeds: tuple[str, ...] | None = None
    ) -> tuple[Call, ...]:
        calls = self._compiled(_calls_in, source, path)
        for called, column, expression in calls:
            if called not in KINDS:
                raise NetworkError(
                    "not-layer", "{name}() is no layer", path=path, column=column, name=called
                )
            self.used |= expression.names
        if (name or feeds) and len(calls) != 1:
            raise NetworkError("name-one", "`name` and `from` belong to one layer", path=path)
        return tuple([Call(e, name, feeds, path, column) for _, column, e in calls])

    def _mapping(self, entry: Mapping[str, Any], path: Path) -> tuple[Item, ...]:
        role = _role(entry, path)
        name = self._name(entry["name"], (*path, "name")) if "name" in entry else None
        feeds = self._names(entry["from"], (*path, "from")) if "from" in entry else None
        inside = (*path, role)
        if role == "layer":
            source = entry["layer"]
            if not isinstance(source, str):
                raise NetworkError(
                    "layer-form", "`layer:` takes one call, such as Conv2d(3, 64, 3)", path=inside
                )
            return self._calls(source, inside, name, feeds)
        if role == "repeat":
            items = self._items(entry.get("layers", []), (*path, "layers"))
            if not items:
                raise NetworkError("repeat-empty", "`repeat:` needs `layers:` to repeat", path=path)
            return (Repeat(self._number(entry["repeat"], inside), items),)
        dim = self._number(entry.get("dim", 1), (*path, "dim")) if role == "cat" else None
        branches = self._branches(entry[role], inside)
        return (Branching(role, dim, branches, name, feeds, path),)

    def _branches(self, written: Any, path: Path) -> tuple[tuple[Item, ...] | str, ...]:
        if not isinstance(written, Sequence) or isinstance(written, str) or len(written) < 2:
            raise NetworkError("branches", "a join needs a list of two branches or more", path=path)
        branches: list[tuple[Item, ...] | str] = []
        for number, branch in enumerate(written):
            if isinstance(branch, str) and _NAME.fullmatch(branch.strip()):
                branches.append(branch.strip())
            else:
                listed = [branch] if isinstance(branch, Mapping) else branch
                branches.append(self._items(listed, (*path, number)))
        return tuple(branches)

    def _names(self, written: Any, path: Path) -> tuple[str, ...]:
        listed = [written] if isinstance(written, str | int) else written
        if not isinstance(listed, Sequence) or not listed:
            raise NetworkError("from-form", "`from` takes a name or a list of names", path=path)
        return tuple([str(name).strip() for name in listed])

    def _name(self, written: Any, path: Path) -> str:
        name = str(written)
        if not _NAME.fullmatch(name):
            raise NetworkError(
                "name-form",
                "a name starts with a letter and is made of letters, digits, dots and _: {name}",
                path=path, name=name,
            )  # fmt: skip
        return name


def _role(entry: Mapping[str, Any], path: Path) -> str:
    """Which kind of item a mapping is."""
    for key in entry:
        if key not in _KEYS:
            raise _unknown_key(str(key), _KEYS, (*path, str(key)))
    roles = [key for key in _BESIDE if key in entry]
    if len(roles) != 1:
        raise NetworkError(
            "item-form", "one of `layer`, `add`, `mul`, `cat` or `repeat` belongs here", path=path
        )
    for key in entry:
        if key != roles[0] and key not in _BESIDE[roles[0]]:
            raise NetworkError(
                "key-astray", "`{key}` has no place beside `{role}`",
                path=(*path, key), key=key, role=roles[0],
            )  # fmt: skip
    return roles[0]


def _refuse_pieces(pieces: Sequence[Any], path: Path) -> None:
    """Refuse calls that YAML cut at their commas, inside [...] and without quotes."""
    whole: list[str] = []
    cut = ""
    for piece in pieces:
        if not isinstance(piece, str | int | float):
            return
        cut = f"{cut}, {piece}" if cut else str(piece)
        if cut.count("(") <= cut.count(")"):
            whole.append(cut)
            cut = ""
    if not cut and whole[0] != pieces[0]:
        quoted = ", ".join(f'"{call}"' for call in whole)
        raise NetworkError(
            "cut-call", "inside [...] YAML cuts a call at its commas; write [{paste}]",
            path=path, paste=quoted,
        )  # fmt: skip


def _unknown_key(key: str, keys: Sequence[str], path: Path) -> NetworkError:
    guess = nearest(key, keys)
    if guess is None:
        return NetworkError(
            "network-key", "unknown key `{key}`; known are {keys}",
            path=path, key=key, keys=", ".join(keys),
        )  # fmt: skip
    return NetworkError(
        "network-key-guess", "unknown key `{key}`; did you mean `{guess}`?",
        path=path, key=key, guess=guess,
    )  # fmt: skip
