"""Modules imported when something in them is first asked for.

A program that starts pays for every module it imports, and a first question comes to few of them.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, TypeVar

V = TypeVar("V")


def on_demand(room: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a room (PEP 562), from the names that each of its modules gives.

    Under ``TYPE_CHECKING`` the room imports the same names, for those who read or check types. A
    name that a module of the room goes by is imported as ever: else it would be the name or the
    module, whichever came first.
    """
    homes = {name: module for module, given in names.items() for name in given.split()}

    def found(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        value = getattr(import_module(f"{room}.{homes[name]}"), name)
        setattr(sys.modules[room], name, value)
        return value

    return found


class Table(Mapping[str, V]):
    """Things by their names, each read with those written beside it when one is first looked up.

    ``names`` are those that each home has, ``read`` gives what it holds. That a name is in the
    table, and all of them in order, is known without reading.
    """

    def __init__(self, names: Mapping[str, str], read: Callable[[str], Mapping[str, V]]) -> None:
        self._homes = {name: home for home, given in names.items() for name in given.split()}
        self._read = cache(read)

    def __getitem__(self, name: str) -> V:
        return self._read(self._homes[name])[name]

    def __contains__(self, name: object) -> bool:
        return name in self._homes

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)
