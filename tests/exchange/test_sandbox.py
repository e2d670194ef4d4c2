"""What code may do in the sandbox, where there is one; and what is said where there is none."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.errors import ExchangeError
from quizapp.exchange import Sandbox, code_questions, pin, sandbox
from quizapp.words import sentence


def _cannot() -> str:
    """Why there is no sandbox here; nothing where there is one."""
    try:
        Sandbox.open(sys.executable)
    except ExchangeError as error:
        if error.code.startswith("sandbox-"):
            return str(error)
        raise
    return ""


WHY_NOT = _cannot()
sandboxed = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "there is one")


@pytest.fixture(scope="module")
def box() -> Sandbox:
    return Sandbox.open(sys.executable)


@sandboxed
def test_code_prints_what_python_prints(box: Sandbox) -> None:
    assert box.printed("print('가', 1 + 1)\nprint()", 0) == "가 2\n\n"


@sandboxed
def test_warnings_on_standard_error_are_no_output(box: Sandbox) -> None:
    assert box.printed("import sys\nprint('old', file=sys.stderr)\nprint(1)", 0) == "1\n"


@sandboxed
def test_the_order_of_a_set_hangs_on_the_seed_alone(box: Sandbox) -> None:
    code = "print({str(n) for n in range(20)})"
    assert box.printed(code, 0) == box.printed(code, 0) != box.printed(code, 1)


@sandboxed
@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('1.1.1.1', 53), 2)",
        "import socket; socket.create_connection(('127.0.0.1', 22), 2)",
        "open('/etc/passwd').read()",
        f"open({__file__!r}).read()",
        "open('/usr/new', 'w')",
        "open('/new', 'w')",
        "open('/tmp/new', 'w')",
        "open('/dev/sda', 'rb')",
        "x = [0] * 10**9",
        "import resource as r; r.setrlimit(r.RLIMIT_CPU, (999, 999))",
        "import os; os.kill(os.getppid(), 0); os.kill(1 << 15, 9)",
        "open('big', 'wb').write(b'0' * 10**6)",
        "input()",
    ],
)
def test_nothing_outside_is_reached_and_no_bound_is_passed(box: Sandbox, code: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        box.printed(code, 0)
    assert caught.value.code == "pin-fails"


@sandboxed
def test_its_environment_is_not_ours(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN", "secret")
    assert "secret" not in box.printed("import os; print(os.environ)", 0)
    assert box.printed("import os; print(os.getcwd(), os.listdir())", 0).strip().endswith(" []")


@sandboxed
def test_the_home_takes_files_and_forgets_them(box: Sandbox) -> None:
    if not box.may_write:
        pytest.skip("this bubblewrap cannot bound the size of a home")
    box.printed("open('x', 'w').write('1'); print(open('x').read())", 0)
    assert box.printed("import os; print(os.listdir())", 0) == "[]\n"


@sandboxed
@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("print('0' * 70_000)", "pin-prints-much"),
        ("import sys; sys.stdout.buffer.write(b'a\\xff')", "pin-not-utf-8"),
        ("1 / 0", "pin-fails"),
        ("print(", "pin-fails"),
        ("import no_such_module", "pin-fails"),
        (f"'{'0' * 70_000}'", "pin-long-code"),
    ],
)
def test_what_comes_to_no_good_end_says_which(box: Sandbox, code: str, error: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        box.printed(code, 0)
    assert caught.value.code == error


@sandboxed
def test_the_last_line_of_a_traceback_is_the_reason(box: Sandbox) -> None:
    with pytest.raises(ExchangeError, match="it ends with ZeroDivisionError: division by zero"):
        box.printed("1 / 0", 0)


@sandboxed
@pytest.mark.parametrize(
    ("bound", "code", "error"),
    [
        ("MOST_SECONDS", "import time; time.sleep(60)", "pin-runs-long"),
        ("MOST_CPU_SECONDS", "while True: pass", "pin-takes-cpu"),
    ],
)
def test_what_does_not_end_is_ended(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch, bound: str, code: str, error: str
) -> None:
    monkeypatch.setattr(sandbox, bound, 1)
    with pytest.raises(ExchangeError) as caught:
        box.printed(code, 0)
    assert caught.value.code == error


@sandboxed
def test_versions_are_of_what_is_installed(box: Sandbox) -> None:
    versions = box.versions(["yaml", "os", "no_such_module"])
    assert versions["python"] == box.python_version
    assert set(versions) == {"python", "PyYAML"}


@sandboxed
def test_a_question_is_pinned_by_a_real_run(tmp_path: Path, box: Sandbox) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(
        "bank: b\ntitle: B\nquestions:\n- id: x\n  code: |\n    import yaml\n"
        "    print(yaml.safe_load('a: [1, 2]'))\n",
        encoding="utf-8",
    )
    pinned = pin(path, code_questions(path)[0], box)
    assert pinned.output == "{'a': [1, 2]}"
    assert set(pinned.versions) == {"python", "PyYAML"}
    assert code_questions(path)[0].state == "pinned"


def error_of(python: str = sys.executable) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        Sandbox.open(python)
    return caught.value


def test_without_linux_it_says_that_it_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    error = error_of()
    assert error.code == "sandbox-linux"
    assert "리눅스" in sentence(error, "ko")


@pytest.mark.parametrize(
    ("there", "packages"),
    [([], "bubblewrap util-linux"), (["prlimit"], "bubblewrap"), (["bwrap"], "util-linux")],
)
def test_what_is_missing_is_named_with_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, there: list[str], packages: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda tool: f"/usr/bin/{tool}" if tool in there else None)
    error = error_of()
    assert error.code == "sandbox-missing"
    assert f"`apt install {packages}`" in str(error)
    assert f"`apt install {packages}`" in sentence(error, "ko")


def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str) -> ExchangeError:
    """What is said where bubblewrap ends with these words."""
    bwrap = tmp_path / "bwrap"
    bwrap.write_text(f"#!/bin/sh\necho '{says}' >&2\nexit 1\n", encoding="utf-8")
    bwrap.chmod(0o755)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda tool: str(bwrap))
    return error_of()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for bubblewrap")
def test_forbidden_namespaces_are_told_from_a_broken_interpreter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = told(tmp_path, monkeypatch, "bwrap: setting up uid map: Permission denied")
    assert error.code == "sandbox-forbidden"
    assert "bwrap: setting up uid map: Permission denied" in str(error)
    assert "네임스페이스" in sentence(error, "ko")
    error = told(tmp_path, monkeypatch, "python: libpython3.so: cannot open shared object file")
    assert error.code == "no-python"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for an interpreter")
@pytest.mark.parametrize("script", ["exit 3", "echo no json"])
def test_what_is_no_interpreter_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda tool: f"/usr/bin/{tool}")
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    python.chmod(0o755)
    for name in (str(python), str(tmp_path / "nowhere"), str(tmp_path)):
        error = error_of(name)
        assert error.code == "no-python"
        assert name in str(error)


def test_no_folder_with_a_home_in_it_is_shown() -> None:
    home = Path.home()
    folders = [
        "/",
        str(home),
        str(home.parent),
        str(home / "venv"),
        "/usr",
        "/usr/local",
        "/opt/py",
    ]
    shown = list(sandbox._own_folders([*folders, "/opt/py"]))
    assert shown == [str(home / "venv"), "/opt/py"]


@sandboxed
def test_an_environment_of_its_own_can_be_named(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "v")], check=True)
    other = Sandbox.open(str(tmp_path / "v" / "bin" / "python"))
    assert other.printed("import sys; print(sys.prefix)", 0) == f"{tmp_path / 'v'}\n"
    assert set(other.versions(["yaml"])) == {"python"}
