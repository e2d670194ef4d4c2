import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.writing import write_whole


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", ["한 ", "줄\n"])
    assert (tmp_path / "a").read_bytes() == "한 줄\n".encode()
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert names(tmp_path) == ["a"]


def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o644)
    write_whole(tmp_path / "a", ["new"])
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_pieces_that_break_off_leave_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    (tmp_path / "a").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", pieces())
    assert (tmp_path / "a").read_text() == "old"
    assert names(tmp_path) == ["a"]


def test_what_a_killed_writer_left_is_removed_and_what_others_write_is_not(tmp_path: Path) -> None:
    dead, living = 2**22 + 1, os.getppid()
    for name in (f".a.{dead}.part", f".a.{living}.part", f".b.{dead}.part", ".a.mine.part"):
        (tmp_path / name).write_text("half")
    write_whole(tmp_path / "a", ["new"])
    assert names(tmp_path) == sorted(["a", f".a.{living}.part", f".b.{dead}.part", ".a.mine.part"])


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "there" / "b")
    write_whole(tmp_path / "a", ["new"])
    assert (tmp_path / "a").is_symlink()
    assert (tmp_path / "there" / "b").read_text() == "new"


@pytest.mark.skipif(os.name != "posix", reason="a device of POSIX")
def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    write_whole(Path(os.devnull), ["new"])
    assert not Path(os.devnull).is_file()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=str(tmp_path)):
        write_whole(tmp_path, ["new"])


def test_a_name_with_the_signs_of_a_pattern_is_a_name(tmp_path: Path) -> None:
    (tmp_path / ".ab.4194305.part").write_text("of another")
    write_whole(tmp_path / "a[b]*", ["new"])
    assert names(tmp_path) == [".ab.4194305.part", "a[b]*"]
