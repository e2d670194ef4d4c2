"""Pins found, judged and written in place, with interpreters that run nothing."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import Output, load_banks
from quizapp.bank.file_text import is_refused
from quizapp.bank.pinned import pin_hash, pinned_text
from quizapp.errors import ExchangeError
from quizapp.exchange import CodeQuestion, code_questions, pin
from quizapp.exchange.pinning import imported_modules
from tests.exchange.interpreters import Fails, Prints

Written = Callable[[str], Path]
HEAD = "bank: outputs\ntitle: {en: Outputs, ko: 출력}\nquestions:\n"


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes these questions as a bank."""

    def write(questions: str) -> Path:
        path = tmp_path / "outputs.yaml"
        path.write_text(HEAD + questions, encoding="utf-8")
        return path

    return write


def only(path: Path) -> CodeQuestion:
    (question,) = code_questions(path)
    return question


def body(path: Path) -> str:
    return path.read_text(encoding="utf-8").removeprefix(HEAD)


PLAIN = """\
- id: sum
  # what the prompt says by itself is enough
  code: |
    a = 1
    print(a + 1)

  level: 2   # not harder
"""


def test_code_without_a_pin_is_unpinned(written: Written) -> None:
    question = only(written(PLAIN))
    assert (question.name, question.state, question.line) == ("sum", "unpinned", 6)


def test_a_pin_is_written_below_the_code_and_every_other_line_stays(written: Written) -> None:
    path = written(PLAIN)
    pinned = pin(path, only(path), Prints("2\n"))
    digest = pin_hash("a = 1\nprint(a + 1)", "2")
    assert body(path) == PLAIN.replace(
        "    print(a + 1)\n",
        "    print(a + 1)\n"
        "  pinned:\n"
        "    output: |-\n"
        "      2\n"
        '    versions: {python: "3.12.1"}\n'
        f"    sha256: {digest}\n",
    )
    question = only(path)
    assert question.state == "pinned"
    assert question.pins == (pinned,)


def test_what_is_pinned_loads_without_a_problem(written: Written) -> None:
    path = written(PLAIN)
    pin(path, only(path), Prints("   a\n0  1  \n\n1  2\n"))
    library = load_banks([path])
    assert not [each for each in library.problems if each.severity == "error"]
    task = library.banks[0].questions[0].task
    assert isinstance(task, Output)
    assert task.pinned[0].output == "   a\n0  1\n\n1  2"


def test_the_code_is_run_twice_as_it_is_shown(written: Written) -> None:
    path = written("- {id: x}\n- id: y\n  code: |\n    print(1)  \n")
    prints = Prints("1")
    pin(path, only(path), prints)
    assert prints.asked == ["print(1)", "print(1)"]


def test_the_versions_asked_for_are_of_what_the_code_imports(written: Written) -> None:
    path = written(
        "- id: x\n  code: |\n    import numpy as np, os.path\n    from torch.nn import Linear\n"
    )
    prints = Prints("1")
    pin(path, only(path), prints)
    assert prints.modules == ["numpy", "os", "torch"]


def test_code_that_is_no_python_imports_nothing() -> None:
    assert imported_modules("import\n") == ()
    assert imported_modules("from . import near\nimport far") == ("far",)


@pytest.mark.parametrize(
    ("questions", "names"),
    [
        ("- {id: a, kind: output, code: print(1)}\n", ["a"]),
        ("- {code: print(1)}\n", ["#1"]),
        ("- {id: a, code: print(1), choices: [x, y]}\n", []),
        ("- {id: a, kind: choice, code: print(1)}\n", []),
        ("- id: a\n- print\n- id: b\n  code: [print]\n", ["b"]),
        ("  []\n", []),
    ],
)
def test_only_questions_for_output_are_looked_at(
    written: Written, questions: str, names: list[str]
) -> None:
    assert [question.name for question in code_questions(written(questions))] == names


GOOD = pin_hash("print(1)", "1")


@pytest.mark.parametrize(
    ("pinned", "state"),
    [
        (f'{{output: "1", sha256: {GOOD}}}', "pinned"),
        (f'{{output: "2", sha256: {GOOD}}}', "stale"),
        ('{output: "1", sha256: abc}', "stale"),
        ('{output: "1"}', "unpinned"),
        (f"{{sha256: {GOOD}}}", "unpinned"),
        ('{output: "1", by: hand}', "by-hand"),
        (f'[{{output: "1", sha256: {GOOD}}}, {{output: "1", by: hand}}]', "by-hand"),
        (f'[{{output: "1", sha256: {GOOD}}}, {{output: "2", sha256: {GOOD}}}]', "stale"),
        ("soon", "unpinned"),
        ("[]", "unpinned"),
    ],
)
def test_the_worst_pin_says_how_a_question_stands(
    written: Written, pinned: str, state: str
) -> None:
    path = written(f"- id: x\n  code: print(1)\n  pinned: {pinned}\n")
    assert only(path).state == state


BLOCK = """\
- id: x
  code: print(5)
  pinned:  # the first
    # why
    output: |-  # the second
      4
    versions: {python: "3.9"}   # the third
    # between
    sha256: abc # the fourth
# after
"""


def test_a_pin_is_replaced_entry_by_entry_and_comments_stay(written: Written) -> None:
    path = written(BLOCK)
    pin(path, only(path), Prints("5"))
    assert only(path).state == "pinned"
    digest = pin_hash("print(5)", "5")
    expected = BLOCK.replace("      4\n", "      5\n").replace('"3.9"}   #', '"3.12.1"}  #')
    assert body(path) == expected.replace("abc #", f"{digest}  #")


def test_the_same_pin_again_changes_nothing(written: Written) -> None:
    path = written(BLOCK)
    pin(path, only(path), Prints("5"))
    once = body(path)
    pin(path, only(path), Prints("5"))
    assert body(path) == once


LAYOUTS = [
    'pinned: {output: "4", by: hand}  # kept',
    "pinned: soon # kept",
    "pinned: # kept",
    "pinned:\n    {output: '4',\n     sha256: abc}  # kept",
    "pinned: [{output: '4', by: hand}]   # kept",
    "pinned: # kept\n    by: hand",
    "pinned: # kept\n    by: hand\n    output: '4'\n    sha256: abc",
    "pinned: # kept\n    output: >+\n      4\n\n    by: hand",
    "pinned: # kept\n    versions:\n      python: '3.12.1'\n    output: '4'",
    "pinned: # kept\n    versions:\n      python: '3.11'\n      torch: '2.1'\n    output: '4'",
    "pinned: # kept\n    sha256:\n      abc",
    "pinned: # kept\n    versions: {}\n    output: |\n      4\n\n      5",
    "pinned: {} # kept",
    "pinned: [] # kept",
    "pinned: # kept\n  - by: hand\n    output: '4'",
    "pinned: # kept\n  - by: hand\n    versions: {python: 3.12.1}\n    output: '5'\n    sha256: a",
    "pinned: # kept\n    - {output: '4', versions: {python: 3.12.1}}",
]


@pytest.mark.parametrize(
    "ending", ["\n", "\n  level: 2\n- id: z\n  prompt: Z?\n", "\n\n# end\n", ""]
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_any_layout_of_a_pin_gives_way_to_a_good_one(
    written: Written, layout: str, ending: str
) -> None:
    path = written(f"- id: x\n  code: print(5)\n  {layout}{ending}")
    pinned = pin(path, only(path), Prints(" 5\n6"))
    assert only(path).state == "pinned"
    assert only(path).pins == (pinned,)
    assert "# kept" in body(path)
    assert body(path).endswith(ending)


TWO = """\
- id: x
  code: print(5)
  pinned:
    - output: |-
        old
      versions: {python: "2.7"}
      sha256: abc
    # the newer one
    - {output: "4", versions: {python: "3.12.1"}, sha256: abc}
  prompt: What?
"""


def test_in_a_list_the_pin_of_the_same_versions_is_replaced(written: Written) -> None:
    path = written(TWO)
    pin(path, only(path), Prints("5"))
    first, second = only(path).pins
    assert (first.output, first.sha256) == ("old", "abc")
    assert (second.output, second.sha256) == ("5", pin_hash("print(5)", "5"))
    assert "    # the newer one\n    - output: |-\n        5\n" in body(path)


@pytest.mark.parametrize("questions", [TWO, TWO.replace('"3.12.1"', '"3.8"')])
def test_a_list_grows_by_versions_that_are_new(written: Written, questions: str) -> None:
    path = written(questions)
    pin(path, only(path), Prints("5", python="3.14.0"))
    assert [each.versions["python"] for each in only(path).pins][-1] == "3.14.0"
    assert len(only(path).pins) == 3
    assert body(path).endswith("  prompt: What?\n")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes((mark + HEAD + PLAIN).replace("\n", "\r\n").encode())
    pin(path, only(path), Prints("2\r\n3"))
    text = path.read_bytes().decode()
    assert text.startswith(mark + "bank:")
    assert text.count("\n") == text.count("\r\n")
    assert only(path).pins[0].output == "2\n3"


def test_a_bank_reached_by_a_link_is_written_where_it_lies(
    written: Written, tmp_path: Path
) -> None:
    path = written(PLAIN)
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    pin(link, only(link), Prints("2"))
    assert link.is_symlink()
    assert only(path).state == "pinned"
    assert path.stat().st_mode & 0o777 == 0o640
    assert {each.name for each in tmp_path.iterdir()} == {path.name, link.name}


def refused(path: Path, interpreter: Prints, question: CodeQuestion | None = None) -> str:
    """The code of the error; the file and its folder are as they were."""
    before = path.read_bytes()
    with pytest.raises(ExchangeError) as caught:
        pin(path, question or only(path), interpreter)
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208  names are what is wanted
    return caught.value.code


@pytest.mark.parametrize(
    ("interpreter", "code"),
    [
        (Fails(""), "pin-fails"),
        (Prints("1", "2"), "pin-runs-differ"),
        (Prints("1\n2", "1"), "pin-runs-differ"),
        (Prints(" \n"), "pin-silent"),
        (Prints("\x1b[1mbold"), "pin-characters"),
        (Prints("10%\r20%"), "pin-characters"),
    ],
)
def test_what_cannot_be_pinned_leaves_the_file_alone(
    written: Written, interpreter: Prints, code: str
) -> None:
    assert refused(written(PLAIN), interpreter) == code


def test_runs_that_differ_are_shown_where_they_do(written: Written) -> None:
    path = written(PLAIN)
    with pytest.raises(ExchangeError, match="in line 2: '2' and '3'"):
        pin(path, only(path), Prints("1\n2", "1\n3"))


def test_another_language_is_not_run(written: Written) -> None:
    path = written("- id: x\n  language: rust\n  code: fn main() {}\n")
    prints = Prints("1")
    assert refused(path, prints) == "pin-language"
    assert not prints.asked


def test_a_question_in_braces_is_not_edited(written: Written) -> None:
    assert refused(written("- {id: x, code: print(1)}\n"), Prints("1")) == "pin-in-braces"


def test_a_layout_that_cannot_be_edited_is_left_as_it_is(written: Written) -> None:
    path = written("- id: x\n  code: print(1)\n  ? pinned\n  : {output: '2', by: hand}\n")
    assert refused(path, Prints("1")) == "pin-layout"


def test_code_changed_meanwhile_is_not_given_the_old_output(written: Written) -> None:
    question = only(written(PLAIN))
    path = written(PLAIN.replace("a + 1", "a + 2"))
    assert refused(path, Prints("2"), question) == "pin-changed"


def test_a_full_disk_leaves_the_file_alone(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(written(PLAIN), Prints("2")) == "pin-unwritable"


def test_lines_moved_meanwhile_do_not_matter(written: Written) -> None:
    question = only(written(PLAIN))
    path = written("# new\n\n" + PLAIN)
    pin(path, question, Prints("2"))
    assert only(path).state == "pinned"


def test_a_file_with_faults_of_yaml_says_where(written: Written) -> None:
    path = written("- id: x\n  code: *other\n")
    with pytest.raises(ExchangeError, match=r"outputs.yaml:5:9: error\[B007\]"):
        code_questions(path)


texts = st.text(
    st.characters(codec="utf-8").filter(lambda char: not is_refused(char) and char != "\r")
)


@given(st.lists(texts, min_size=1), st.sampled_from(LAYOUTS), st.booleans())
def test_whatever_is_printed_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, printed: list[str], layout: str, ends: bool
) -> None:
    text = "\n".join(printed)
    if not pinned_text(text).strip():
        text += "x"
    path = tmp_path_factory.mktemp("bank") / "b.yaml"
    after = "\n  level: 3\n" if ends else ""
    path.write_text(f"{HEAD}- id: x\n  code: print(5)\n  {layout}{after}", encoding="utf-8")
    pinned = pin(path, only(path), Prints(text))
    assert pinned.output == pinned_text(text)
    assert only(path).pins == (pinned,)


def test_a_list_in_brackets_is_written_out_and_its_other_pins_kept(written: Written) -> None:
    path = written(
        "- id: x\n  code: print(5)\n"
        "  pinned: [{output: '4', by: hand, versions: {python: '2.7'}}, {output: '6'}]\n"
    )
    pin(path, only(path), Prints("5"))
    by_hand, new = only(path).pins
    assert (by_hand.output, by_hand.versions, by_hand.by_hand) == ("4", {"python": "2.7"}, True)
    assert (new.output, new.versions) == ("5", {"python": "3.12.1"})
