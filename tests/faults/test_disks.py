"""Disks that are full, too small, failing, read-only or not there."""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.history import History, Keeper
from tests.faults.children import KILLS, quizapp, review, run

Clock = Callable[[], datetime]
Figure = Callable[[str], None]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="mounts and limits are POSIX's")


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def mounted(*arguments: str) -> bool:
    """Whether this user may mount, and did."""
    if shutil.which("mount") is None:
        return False
    done = subprocess.run(["mount", *arguments], capture_output=True, check=False)  # noqa: S607 -- the system's own
    return done.returncode == 0


def unmount(place: Path) -> None:
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)  # noqa: S607 -- the system's own


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    if not mounted("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)):
        pytest.skip("no disk can be mounted by this user")
    yield place
    unmount(place)


def test_answers_that_find_the_disk_full_are_kept_and_saved_once_there_is_space(
    small_disk: Path, now: Clock, figure: Figure
) -> None:
    ballast = small_disk / "ballast"
    path = small_disk / "history.db"
    with History.open(path, now) as history:
        ballast.write_bytes(bytes(300_000))
        keeper = Keeper(history)
        refused = 0
        for number in range(400):
            error = keeper.keep(review(f"{number:03}", after=number, submission="9" * 2000))
            if error is not None:
                assert error.code == "history-full"
                assert "free some space" in str(error)
                refused += 1
        assert refused
        assert len([*history.reviews()]) == 400 - keeper.pending
        ballast.unlink()
        shutil.copy(path, small_disk.parent / "copy.db")
    moved = small_disk.parent / "data" / "history.db"
    moved.parent.mkdir()
    with History.open(moved, now) as history:
        keeper._history = history
        assert keeper.keep(review("last", after=999)) is None
        assert history.size() == refused + 1
    assert is_sound(path)
    figure(f"answers on a full disk: {refused}, kept and saved once: {refused}, lost: 0")


LIMITED = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
with History.open(path, now) as history:
    keeper = Keeper(history)
    for number in range(200):
        error = keeper.keep(review(f"{number:03}", after=number, submission="9" * 4000))
        if error is not None:
            assert error.code in ("history-io", "history-full"), error.code
            break
        acknowledge(number)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert keeper.pending == 1
    assert keeper.keep(review("last", after=999)) is None
"""


def test_a_limit_on_the_size_of_files_is_said_and_lifted_without_loss(
    path: Path, now: Clock, figure: Figure
) -> None:
    done = run(LIMITED, path)
    assert done.returncode == 0, done.stderr
    acknowledged = len(done.stdout.splitlines())
    with History.open(path, now) as history:
        assert len([*history.reviews()]) == acknowledged + 2
        assert history.notice is None
    assert 0 < acknowledged < 200
    assert is_sound(path)
    figure(f"answers before the limit: {acknowledged}, refused and saved once: 1, lost: 0")


WRITING = """
try:
    with History.open(path, now) as history:
        keeper = Keeper(history)
        for number in range(8):
            if keeper.keep(review(str(number), after=number)) is None:
                acknowledge(number)
except HistoryError as error:
    sys.exit(3)
"""


@pytest.fixture(scope="module")
def failing_writes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("cc")
    if compiler is None or not Path("/proc/self/fd").exists():
        pytest.skip("no C compiler, or no /proc")
    library = tmp_path_factory.mktemp("shim") / "failing_writes.so"
    source = Path(__file__).with_name("failing_writes.c")
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"], check=True
    )
    return library


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_whichever_write_fails_nothing_is_called_saved_that_is_not(
    path: Path, now: Clock, failing_writes: Path, figure: Figure, number: int
) -> None:
    places = range(1, 61) if KILLS >= 200 else range(1, 61, 4)
    failed = 0
    for place in places:
        shutil.rmtree(path.parent, ignore_errors=True)
        done = run(
            WRITING, path,
            LD_PRELOAD=str(failing_writes), FAIL_ON=path.name,
            FAIL_AT=str(place), FAIL_ERRNO=str(number),
        )  # fmt: skip
        assert done.returncode in (0, 3), done.stderr
        assert "Traceback" not in done.stderr
        acknowledged = set(done.stdout.split())
        failed += len(acknowledged) < 8
        with History.open(path, now) as history:
            assert acknowledged <= {row.uuid for row in history.reviews()}
            assert history.notice is None
        assert is_sound(path)
    assert failed
    figure(f"writes failing with {errno.errorcode[number]}: {len(places)}, false 'saved': 0")


# Read-only


@pytest.fixture
def read_only(path: Path, now: Clock) -> Iterator[Path]:
    """A history of three answers on a medium that takes no writes."""
    with History.open(path, now) as history:
        history.append_all(review(str(number), after=number) for number in range(3))
    folder = str(path.parent)
    if not mounted("--bind", folder, folder):
        pytest.skip("nothing can be mounted by this user")
    if not mounted("-o", "remount,bind,ro", folder):
        unmount(path.parent)
        pytest.skip("nothing can be made read-only by this user")
    yield path
    unmount(path.parent)


def test_a_history_on_a_read_only_medium_is_read_and_takes_nothing(
    read_only: Path, now: Clock, figure: Figure
) -> None:
    with History.open(read_only, now) as history:
        assert history.notice is not None
        assert history.notice.code == "history-readonly"
        assert len([*history.reviews()]) == 3
        assert len([*history.everything()]) == 3
        assert history.due_counts("ana", now()) == {}
        error = Keeper(history).keep(review("new"))
    assert error is not None
    assert str(read_only) in str(error)
    assert sorted(file.name for file in read_only.parent.iterdir()) == ["history.db"]
    figure("read-only medium: 3 of 3 answers read, practising says that nothing is saved")


def test_the_verbs_say_one_sentence_about_a_read_only_medium(read_only: Path) -> None:
    home = str(read_only.parent)
    for verb, code in (("export", 0), ("backup", 1)):
        done = quizapp("history", verb, QUIZAPP_HOME=home)
        assert done.returncode == code
        assert "read-only" in done.stderr
        assert "Traceback" not in done.stderr
    assert len(quizapp("history", "export", QUIZAPP_HOME=home).stdout.splitlines()) == 3
    doctor = quizapp("doctor", QUIZAPP_HOME=home)
    assert "Traceback" not in doctor.stderr


def test_a_folder_that_cannot_be_made_is_one_error(read_only: Path) -> None:
    done = quizapp("history", "export", QUIZAPP_HOME=str(read_only.parent / "deeper"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert str(read_only.parent / "deeper") in done.stderr


# Homes


@pytest.mark.parametrize(
    "environment",
    [
        {"XDG_DATA_HOME": "relative/path"},
        {"XDG_DATA_HOME": "/nowhere/at/all"},
        {"XDG_DATA_HOME": ""},
        {"HOME": "/nonexistent"},
        {"HOME": ""},
    ],
    ids=str,
)
def test_an_odd_home_works_or_is_one_sentence(tmp_path: Path, environment: dict[str, str]) -> None:
    places = {"QUIZAPP_HOME": "", "HOME": str(tmp_path), **environment}
    if "nonexistent" in str(environment) or "nowhere" in str(environment):
        # Root would make these folders: a file stands in their way.
        (tmp_path / "file").write_text("")
        places = {k: v and str(tmp_path / "file" / "x") for k, v in places.items()}
        places["QUIZAPP_HOME"] = ""
    elif not places["HOME"]:
        places["XDG_DATA_HOME"] = str(tmp_path)
    done = quizapp("history", "backup", **places)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["with space", "한글 폴더", "x" * 200, "a?b%#'c"])
def test_any_home_works_from_end_to_end(tmp_path: Path, name: str) -> None:
    home = str(tmp_path / name)
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(review("a").as_json()))
    for arguments in (("import", str(rows)), ("backup",), ("export",)):
        done = quizapp("history", *arguments, QUIZAPP_HOME=home)
        assert done.returncode == 0, done.stderr
    assert '"uuid": "a"' in done.stdout
    assert quizapp("doctor", QUIZAPP_HOME=home).returncode == 0
