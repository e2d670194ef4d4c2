"""Rooms and tables whose modules are imported when something in them is first asked for."""

import ast
import pkgutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

from quizapp.calc import detection
from quizapp.calc.detection import calculations_in
from quizapp.calc.layers import KINDS, kinds_in
from quizapp.on_demand import Table, on_demand

PROJECT = Path(__file__).parents[2]
ROOMS = sorted(
    ".".join(file.parent.relative_to(PROJECT).parts)
    for file in (PROJECT / "quizapp").rglob("__init__.py")
    if "on_demand(" in file.read_text(encoding="utf-8")
)


def branches(room: str) -> Iterator[tuple[list[ast.stmt], list[ast.stmt]]]:
    source = import_module(room).__file__
    assert source is not None
    for statement in ast.parse(Path(source).read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            yield statement.body, statement.orelse


def told_to_checkers(room: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for body, _ in branches(room):
        for statement in body:
            assert isinstance(statement, ast.ImportFrom)
            module = str(statement.module).removeprefix(f"{room}.")
            found[module] = {alias.name for alias in statement.names}
    return found


def given_on_demand(room: str) -> dict[str, set[str]]:
    (call,) = (
        node
        for _, orelse in branches(room)
        for statement in orelse
        for node in ast.walk(statement)
        if isinstance(node, ast.Call)
    )
    return {module: set(names.split()) for module, names in ast.literal_eval(call.args[1]).items()}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_gives_what_it_tells_type_checkers(room: str) -> None:
    given = given_on_demand(room)
    assert given == told_to_checkers(room)
    module = import_module(room)
    modules = {found.name for found in pkgutil.iter_modules(module.__path__)}
    for home, names in given.items():
        assert names <= set(module.__all__)
        assert names.isdisjoint(modules), "a name would be the module of that name, once imported"
        for name in names:
            assert getattr(module, name) is getattr(import_module(f"{room}.{home}"), name)


def test_a_name_that_a_room_has_not_is_an_attribute_error() -> None:
    find = on_demand("quizapp.grade", {"reading": "Answer Unreadable"})
    with pytest.raises(AttributeError, match=r"'quizapp\.grade' has no attribute 'nothing'"):
        find("nothing")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_alone_imports_none_of_its_modules(room: str) -> None:
    program = f"import sys, {room}\nprint(*(m for m in sys.modules if m.startswith({room!r})))"
    line = [sys.executable, "-c", program]
    done = subprocess.run(line, cwd=PROJECT, capture_output=True, text=True, check=True)
    loaded = {name.removeprefix(f"{room}.") for name in done.stdout.split()}
    assert loaded.isdisjoint(given_on_demand(room))


def read_from(table: Mapping[str, object], homes: Mapping[str, Mapping[str, object]]) -> list[str]:
    names = [name for home in homes.values() for name in home]
    assert all(table[name] is thing for home in homes.values() for name, thing in home.items())
    return names


def test_every_layer_of_a_family_is_in_the_table_under_its_name() -> None:
    families = {
        module.name: kinds_in(module.name)
        for module in pkgutil.iter_modules(import_module("quizapp.calc.layers").__path__)
        if module.name not in {"layer", "rearrangement"}
    }
    assert sorted(read_from(KINDS, families)) == sorted(KINDS)
    assert len(set(KINDS)) == len(KINDS)


def test_every_calculation_is_in_the_table_under_its_name() -> None:
    calculations = detection.CALCULATIONS
    assert read_from(calculations, {"functions": calculations_in("functions")}) == [*calculations]


def test_a_table_reads_a_home_once_and_only_for_what_is_in_it() -> None:
    reads = []

    def read(home: str) -> dict[str, str]:
        reads.append(home)
        return {"b": "one", "c": "two"}

    table = Table({"first": "a", "second": "b c"}, read)
    assert (list(table), len(table)) == (["a", "b", "c"], 3)
    assert "b" in table
    assert "d" not in table
    assert reads == []
    assert (table["b"], table["c"], table["b"]) == ("one", "two", "one")
    assert reads == ["second"]
    with pytest.raises(KeyError):
        table["d"]
