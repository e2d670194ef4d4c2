"""The house rules that a tool can see."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
MODULES = sorted((PROJECT / "quizapp").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "core"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_module_is_short_and_names_a_thing(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 420, "a noun wants out of this file"
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_no_function_is_long_and_no_except_is_broad(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None
            caught = ast.unparse(node.type)
            assert caught not in {"Exception", "BaseException"}


def test_nothing_else_stands_at_the_top_level() -> None:
    allowed = {
        "quizapp",
        "questions",
        "tests",
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
    }
    built = {"build", "dist"}
    seen = {path.name for path in PROJECT.iterdir() if not path.name.startswith(".")}
    assert seen - built - {name for name in seen if name.endswith(".egg-info")} <= allowed
