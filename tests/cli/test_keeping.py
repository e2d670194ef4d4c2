"""The verbs that keep the history, as their users run them."""

import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.cli import main
from quizapp.history import History, backups_of, exported
from quizapp.settings import Settings, save_settings
from tests.faults.children import NOON, review

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def give(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return give


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Say:
    def say(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return say


@pytest.fixture
def kept() -> Path:
    """A history of two people."""
    path = paths.history_file()
    with History.open(path, lambda: NOON) as history:
        history.append(review("a"))
        history.append(review("b", profile="bo", after=1, submission="secret"))
    return path


def saved() -> list[str]:
    with History.open(paths.history_file(), lambda: NOON) as history:
        return [row.uuid for row in history.everything()]


def test_the_log_goes_out_as_lines_and_into_a_file(kept: Path, run: Say, tmp_path: Path) -> None:
    code, out, err = run("history", "export")
    assert (code, err) == (0, "")
    assert [json.loads(line)["uuid"] for line in out.splitlines()] == ["a", "b"]
    target = tmp_path / "out.jsonl"
    code, said, _ = run("history", "export", "--to", str(target))
    assert code == 0
    assert str(target) in said
    assert target.read_text(encoding="utf-8") == out


def test_one_persons_rows_go_out_alone(kept: Path, run: Say) -> None:
    _, out, _ = run("history", "export", "--profile", "bo")
    assert [json.loads(line)["uuid"] for line in out.splitlines()] == ["b"]


def test_a_file_that_cannot_be_written_is_said(kept: Path, run: Say, tmp_path: Path) -> None:
    code, _, err = run("history", "export", "--to", str(tmp_path / "no" / "out.jsonl"))
    assert code == 1
    assert "--to" in err


def test_rows_come_in_once_and_are_counted(
    kept: Path, run: Say, tmp_path: Path, typed: Callable[[str], None]
) -> None:
    _, lines, _ = run("history", "export")
    more = json.dumps(review("c").as_json())
    file = tmp_path / "rows.jsonl"
    file.write_text(lines + more, encoding="utf-8")
    assert run("history", "import", str(file))[1] == "rows read: 3, new: 1, known already: 2\n"
    typed(lines + more)
    assert run("history", "import", "-")[1] == "rows read: 3, new: 0, known already: 3\n"


def test_a_bad_line_is_named_and_nothing_comes_in(kept: Path, run: Say, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(review("c").as_json()) + "\n{}\n", encoding="utf-8")
    code, _, err = run("history", "import", str(file))
    assert code == 1
    assert f"{file}:2: type is missing; nothing was imported" in err
    code, _, err = run("history", "merge", str(file), "--lang", "ko")
    assert f"{file}:2: type 항목이 없습니다. 아무것도 가져오지 않았습니다" in err
    assert saved() == ["a", "b"]


def test_histories_and_exports_are_merged_together(kept: Path, run: Say, tmp_path: Path) -> None:
    other = tmp_path / "other" / "history.db"
    with History.open(other, lambda: NOON) as history:
        history.append(review("from-db"))
    lines = tmp_path / "rows.jsonl"
    lines.write_text(json.dumps(review("from-lines").as_json()), encoding="utf-8")
    assert run("history", "merge", str(other), str(lines))[0] == 0
    assert sorted(saved()) == ["a", "b", "from-db", "from-lines"]


def test_a_backup_lies_with_the_others_or_where_it_is_wanted(
    kept: Path, run: Say, tmp_path: Path
) -> None:
    code, out, _ = run("history", "backup")
    [backup] = backups_of(kept)
    assert code == 0
    assert str(backup) in out
    assert run("history", "backup", "--to", str(tmp_path / "copy.db"))[0] == 0
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM reviews").fetchone() == (2,)


@pytest.mark.parametrize("to", ["no/copy.db", "folder", "home/history.db", "linked.db"])
def test_a_backup_makes_no_folder_and_takes_no_place_that_is_another_s(
    to: str, kept: Path, run: Say, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "linked.db").symlink_to(kept)
    before = kept.stat().st_ino
    code, out, err = run("history", "backup", "--to", str(tmp_path / to))
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert not (tmp_path / "no").exists()
    assert [*(tmp_path / "folder").iterdir()] == []
    assert kept.stat().st_ino == before
    said = {"no/copy.db": "there is no folder", "folder": "is not a file"}
    assert said.get(to, "is this very history") in err


def test_an_export_does_not_take_the_place_of_the_history(kept: Path, run: Say) -> None:
    assert run("history", "export", "--to", str(kept))[0] == 1
    assert saved() == ["a", "b"]


@pytest.mark.parametrize(
    "line", [["import", "-"], ["merge", "-"], ["forget", "--profile", "bo", "--yes"]]
)
def test_a_history_that_can_only_be_read_says_so_once(
    line: list[str], kept: Path, run: Say, typed: Callable[[str], None]
) -> None:
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    typed("")
    code, out, err = run("history", *line)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "install the newer version" in err
    code, out, err = run("history", "export")
    assert (code, len(out.splitlines()), err.count("\n")) == (0, 2, 1)


def test_a_sitting_leaves_a_backup_behind(
    kept: Path, run: Say, bank_file: Callable[[str], Path], typed: Callable[[str], None]
) -> None:
    bank = bank_file("- {id: sum, answer: 1 + 1, prompt: {en: How many?}}")
    typed("2\n")
    run("quiz", str(bank), "--plain", "-n", "1")
    [backup] = backups_of(kept)
    assert backup.name.startswith("auto-")
    typed("2\n")
    run("quiz", str(bank), "--plain", "-n", "1")
    assert backups_of(kept) == [backup]


def test_a_person_is_forgotten_once_their_name_is_typed(
    kept: Path, run: Say, typed: Callable[[str], None]
) -> None:
    save_settings(paths.settings_file(), "bo", Settings(new_per_day=3))
    run("history", "backup")
    for answer in ("", "y\n", "ana\n"):
        typed(answer)
        code, out, _ = run("history", "forget", "--profile", "bo")
        assert code == 1
        assert "Nothing was deleted" in out
    assert saved() == ["a", "b"]
    typed("bo\n")
    assert run("history", "forget", "--profile", "bo")[0] == 0
    assert saved() == ["a"]
    assert "bo" not in paths.settings_file().read_text()
    assert not any(b"secret" in file.read_bytes() for file in [kept, *backups_of(kept)])


def test_nobody_is_forgotten_by_a_name_that_is_not_there(kept: Path, run: Say) -> None:
    code, _, err = run("history", "forget", "--profile", "boo", "--yes")
    assert code == 2
    assert "ana, bo" in err
    assert saved() == ["a", "b"]


@pytest.mark.parametrize("name", ["../ana", "a\x1b[2J", "한" * 30, ""])
def test_a_profile_that_could_be_a_path_or_break_a_line_is_refused(run: Say, name: str) -> None:
    code, out, err = run("history", "forget", "--profile", name)
    assert code == 2
    assert "profile" in err
    assert "\x1b" not in out + err


def test_a_sound_history_is_said_to_be(kept: Path, run: Say) -> None:
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    assert "all pages are sound; rows: 2" in out
    assert "rebuilt" in out
    code, out, _ = run("doctor")
    assert code == 0
    assert "equals a rebuild" in out


def test_what_is_derived_is_compared_and_made_again(kept: Path, run: Say) -> None:
    run("doctor")
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("UPDATE days SET answers = answers + 1")
        connection.commit()
    code, _, err = run("doctor")
    assert code == 1
    assert "day ana 2026-03-01" in err
    assert run("doctor", "--rebuild")[0] == 0
    assert run("doctor")[0] == 0


def test_damage_is_named_and_restored_after_asking(
    kept: Path, run: Say, typed: Callable[[str], None]
) -> None:
    run("history", "backup")
    whole = bytearray(kept.read_bytes())
    whole[4096 * 2 : 4096 * 3] = bytes(4096)
    kept.write_bytes(whole)
    code, _, err = run("doctor")
    assert code == 1
    assert "quizapp doctor --restore" in err
    assert kept.read_bytes() == whole
    typed("n\n")
    assert run("doctor", "--restore")[0] == 1
    assert kept.read_bytes() == whole
    typed("y\n")
    code, out, err = run("doctor", "--restore")
    assert code == 0, err
    assert "rows brought back: 2" in out
    assert saved() == ["a", "b"]


def test_without_a_history_the_doctor_makes_none(run: Say) -> None:
    code, out, _ = run("doctor")
    assert code == 0
    assert "no history yet" in out
    assert not paths.history_file().exists()


def test_files_that_others_may_read_are_named(kept: Path, run: Say) -> None:
    kept.chmod(0o644)
    code, _, err = run("doctor")
    assert code == 1
    assert "chmod go=" in err
    assert run("doctor")[0] == 0


def test_the_language_that_was_set_is_spoken_unless_another_is_asked_for(
    kept: Path, run: Say
) -> None:
    save_settings(paths.settings_file(), "default", Settings(language="ko"))
    assert "백업" in run("history", "backup")[1]
    assert "backup:" in run("history", "backup", "--lang", "en")[1]


def test_broken_settings_are_said_once_and_the_verb_runs(kept: Path, run: Say) -> None:
    paths.settings_file().write_text("{")
    code, out, err = run("history", "export")
    assert code == 0
    assert len(out.splitlines()) == 2
    assert "settings.broken.json" in err
    assert run("history", "export")[2] == ""


def test_an_export_of_the_whole_log_is_what_the_room_exports(kept: Path, run: Say) -> None:
    with History.open(kept, lambda: NOON) as history:
        lines = [*exported(history)]
    assert run("history", "export")[1].splitlines() == lines
