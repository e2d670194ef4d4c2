"""The file that banks are kept in: who may read it, and what becomes of one that is none."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.bank import keeping, open_banks
from quizapp.errors import DrawError
from quizapp.generate import generate
from tests.bank.kept_banks import BANK, LONG_AGO, Seen, assert_opens_as_read, written


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_it_is_for_its_owner_only(tmp_path: Path, keep: Path) -> None:
    open_banks([written(tmp_path / "a.yaml")], keep)
    assert keep.stat().st_mode & 0o777 == 0o600
    assert keep.parent.stat().st_mode & 0o777 == 0o700


def test_where_it_cannot_be_written_the_banks_are_read(tmp_path: Path, read_in_full: Seen) -> None:
    bank = written(tmp_path / "a.yaml")
    below_a_file = bank / "kept.jsonl"
    for keep in (below_a_file, tmp_path, Path("a\0b")):
        assert_opens_as_read([bank], keep)
    assert read_in_full == ["a.yaml"] * 6


def test_another_program_reads_the_banks_itself(
    tmp_path: Path, keep: Path, read_in_full: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = written(tmp_path / "a.yaml")
    open_banks([bank], keep)
    monkeypatch.setattr(keeping, "_code", lambda package: "another")
    open_banks([bank], keep)
    open_banks([bank], keep)
    assert read_in_full == ["a.yaml", "a.yaml"]


def test_a_program_is_told_by_its_sources(tmp_path: Path) -> None:
    for room in ("bank", "calc/layers", "expressions", "mistakes", "words", "study"):
        (tmp_path / room).mkdir(parents=True)
        (tmp_path / room / "x.py").write_text("1")

    def code() -> str:
        keeping._code.cache_clear()
        return keeping._code(tmp_path)

    codes = [code()]
    (tmp_path / "study" / "x.py").write_text("1 + 1")
    (tmp_path / "bank" / "x.txt").write_text("1")
    assert code() == codes[0]
    for change in (
        lambda: (tmp_path / "calc" / "layers" / "x.py").write_text("1 + 1"),
        lambda: (tmp_path / "words" / "y.py").write_text(""),
        lambda: (tmp_path / "y.py").write_text(""),
        (tmp_path / "mistakes" / "x.py").unlink,
        lambda: os.utime(tmp_path / "bank" / "x.py", (LONG_AGO, LONG_AGO)),
    ):
        change()
        codes.append(code())
    assert len(set(codes)) == len(codes)
    keeping._code.cache_clear()


class Hostile:
    """What runs when it is unpickled."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return (os.mkdir, ("ran",))


FOREIGN = [
    b"", b"\n", b"{}", b"null\n", b"[]\n[]", b"[" * 100_000, b"\xff\xfe\n", b"1" * 10_000,
    pickle.dumps(Hostile()), b"import os\nos.mkdir('ran')\n",
]  # fmt: skip


@pytest.mark.parametrize("content", FOREIGN, ids=range(len(FOREIGN)))
def test_what_is_none_of_ours_is_passed_over_and_replaced(
    tmp_path: Path, keep: Path, read_in_full: Seen, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    bank = written(tmp_path / "a.yaml")
    keep.parent.mkdir()
    keep.write_bytes(content)
    assert_opens_as_read([bank], keep)
    read_in_full.clear()
    assert open_banks([bank], keep).problems == ()
    assert read_in_full == []
    assert not Path("ran").exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10_000), byte=st.integers(0, 255), cut=st.booleans())
def test_no_damage_changes_what_is_asked(tmp_path: Path, place: int, byte: int, cut: bool) -> None:
    bank, keep = tmp_path / "a.yaml", tmp_path / "kept.jsonl"
    if not bank.exists():
        written(bank)
    open_banks([bank], keep)
    whole = keep.read_bytes()
    place %= len(whole)
    end = b"" if cut else bytes([byte]) + whole[place + 1 :]
    keep.write_bytes(whole[:place] + end)
    assert_opens_as_read([bank], keep)


def resealed(keep: Path, lines: Sequence[bytes]) -> None:
    """The file with other lines, as somebody writes it who knows how."""
    rest = b"\n".join(lines)
    head = json.loads(keep.read_bytes().partition(b"\n")[0])
    keep.write_bytes(json.dumps({**head, "sum": crc32(rest)}).encode() + b"\n" + rest)


@pytest.mark.parametrize(
    "record",
    [
        {"questions": []},
        {"questions": [[1], [2], [3]]},
        {"questions": "abc"},
        {"questions": None},
        {"sizes": []},
        {"sizes": [1, 1, None]},
        {"stamp": None},
        {"file": []},
        {"id": []},
        {"title": 7},
        {"topics": [[]]},
        {"topics": [["a", None, [None]]]},
    ],
    ids=str,
)
def test_a_record_that_is_none_is_read_again(
    tmp_path: Path, keep: Path, read_in_full: Seen, record: dict[str, object]
) -> None:
    bank = written(tmp_path / "a.yaml")
    open_banks([bank], keep)
    _, first, *others = keep.read_bytes().split(b"\n")
    resealed(keep, [json.dumps([json.loads(first)[0] | record]).encode(), *others])
    assert_opens_as_read([bank], keep)
    assert read_in_full == ["a.yaml"] * 3


@pytest.mark.parametrize(
    "line",
    [b"", b"[]", b"7", b'":text"', b'{"answer":1}', b'{"answer":":__import__(1)"}', b"[" * 9999],
    ids=range(7),
)
def test_a_kept_question_that_is_none_cannot_be_drawn(
    tmp_path: Path, keep: Path, line: bytes
) -> None:
    bank = written(tmp_path / "a.yaml")
    open_banks([bank], keep)
    _, records, _, *others = keep.read_bytes().split(b"\n")
    (record,) = json.loads(records)
    sizes = [len(line), *record["sizes"][1:]]
    resealed(keep, [json.dumps([record | {"sizes": sizes}]).encode(), line, *others])
    square, word, _ = open_banks([bank], keep).banks[0].questions
    with pytest.raises(DrawError) as refused:
        generate(square, 1)
    assert str(keep) in str(refused.value)
    assert generate(word, 1).prompt.en == "'quoted' :and: {open}"


def test_programs_that_write_at_once_leave_one_whole_file(
    tmp_path: Path, keep: Path, read_in_full: Seen
) -> None:
    folder = tmp_path / "banks"
    folder.mkdir()
    for number in range(8):
        written(folder / f"{number}.yaml", BANK % f"bank-{number}")
    program = "import sys; from quizapp.bank import open_banks; from pathlib import Path; "
    program += "open_banks([sys.argv[1]], Path(sys.argv[2]))"
    command = [sys.executable, "-c", program, str(folder), str(keep)]
    running = [subprocess.Popen(command) for _ in range(4)]
    assert [each.wait() for each in running] == [0] * 4
    assert [each.name for each in keep.parent.iterdir()] == [keep.name]
    assert_opens_as_read([folder], keep)
    assert len(read_in_full) == 8
