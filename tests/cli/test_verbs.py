"""Verbs as their users run them: arguments in, text and an exit code out."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.history import History

Banked = Callable[[str], Path]
PROJECT = Path(__file__).parents[2]

WEIGHTS = """
- id: weights
  network: {input: [128, 40, 50], layers: ["Conv2d(128, 64, 3, padding=1, bias=False)"]}
  answer: parameters(network)
  prompt: {en: "How many parameters?", ko: "파라미터는 모두 몇 개인가요?"}
"""


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def give(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return give


@pytest.fixture(autouse=True)
def plain_hooks() -> object:
    """``main`` installs its own hook and signal handlers: put back what was there."""
    hook, handlers = sys.excepthook, {n: signal.getsignal(n) for n in (signal.SIGTERM,)}
    yield
    sys.excepthook = hook
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_a_plain_quiz_reads_answers_and_ends_with_the_score(
    bank_file: Banked, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    path = bank_file(WEIGHTS)
    typed("abc\n73728\n")
    assert main(["quiz", str(path), "--plain", "-n", "1", "--seed", "3"]) == 0
    out = capsys.readouterr().out
    assert "? Can't read that" in out
    assert "✓ Right" in out
    assert "Right: 1 of 1" in out
    assert "\x1b" not in out


def test_korean_is_spoken_when_asked(
    bank_file: Banked, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("73729\n")
    args = ["quiz", "test", "--bank", str(bank_file(WEIGHTS)), "--plain", "-n", "1", "--lang", "ko"]
    assert main(args) == 0
    assert "✗ 오답이에요" in capsys.readouterr().out


def test_an_unknown_bank_names_the_near_one_and_is_a_usage_error(
    bank_file: Banked, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("")
    assert main(["quiz", "tset", "--bank", str(bank_file(WEIGHTS)), "--plain"]) == 2
    assert "did you mean test?" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quiz", "nowhere.yaml", "--plain"]) == 2
    assert "there is no file nowhere.yaml" in capsys.readouterr().err


def test_a_bank_without_a_good_question_says_so(
    bank_file: Banked, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    path = bank_file(WEIGHTS.replace("padding=1", "pading=1"))
    typed("")
    assert main(["quiz", str(path), "--plain"]) == 2
    err = capsys.readouterr().err
    assert "did you mean `padding`?" in err
    assert "quizapp check" in err


def test_a_closed_standard_input_is_the_end_of_input(
    bank_file: Banked, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(bank_file(WEIGHTS))
    monkeypatch.setattr("sys.stdin", None)
    assert main(["quiz", path, "--plain", "-n", "1"]) == 0
    assert "Right: 0 of 0" in capsys.readouterr().out
    assert main(["quiz", path]) == 2
    assert main(["grade"]) == 0


def test_screens_need_a_terminal(
    typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("")
    assert main(["quiz"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "--plain" in err


def test_list_shows_banks_and_counts(bank_file: Banked, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--bank", str(bank_file(WEIGHTS)), "--lang", "ko"]) == 0
    assert "시험" in capsys.readouterr().out


def test_one_bad_bank_leaves_the_others_listed(
    bank_file: Banked, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("bank: bad\nquestions: {\n", encoding="utf-8")
    assert main(["list", "--bank", str(bank_file(WEIGHTS)), "--bank", str(bad)]) == 1
    captured = capsys.readouterr()
    assert "test" in captured.out
    assert f"{bad}:" in captured.err


def test_check_exits_one_where_an_error_is_found(
    bank_file: Banked, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(bank_file(WEIGHTS))]) == 0
    capsys.readouterr()
    path = bank_file(WEIGHTS.replace("padding=1", "pading=1"))
    assert main(["check", str(path), "--json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "padding" in lines[0]["message"]
    assert lines[-1]["errors"] == 1


def test_calc_prints_a_table_and_json_of_the_same_network(
    capsys: pytest.CaptureFixture[str],
) -> None:
    layers = "Conv2d(3, 64, 7, stride=2, padding=3), ReLU(), MaxPool2d(2)"
    assert main(["calc", layers, "--input", "3,224,224"]) == 0
    table = capsys.readouterr().out
    assert "64×56×56" in table
    assert main(["calc", layers, "--input", "3,224,224", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert list(record) == [
        "input", "output_shape", "parameters", "buffers", "macs", "receptive_field", "rows",
    ]  # fmt: skip
    assert record["parameters"] == 3 * 64 * 49 + 64
    assert record["receptive_field"] == {
        "size": [9, 9], "effective_stride": [4, 4], "effective_padding": [3, 3],
    }  # fmt: skip


def test_calc_shows_the_table_down_to_the_layer_that_breaks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    layers = "Conv2d(3, 64, 3), ReLU(), Conv2d(128, 10, 1)"
    assert main(["calc", layers, "--input", "3,32,32"]) == 1
    captured = capsys.readouterr()
    assert "64×30×30" in captured.out
    assert "layer 3: `Conv2d(128, 10, 1)` expects 128 channels and gets 64" in captured.err


def test_calc_guesses_a_misspelt_architecture(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "resnet5"]) == 2
    assert "did you mean `resnet50`?" in capsys.readouterr().err


def test_calc_lists_the_architectures_where_none_is_near(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["calc", "zzz"]) == 2
    said = capsys.readouterr().err
    assert "alexnet" in said
    assert "ssd300_vgg16" in said


def test_calc_gives_one_form_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["calc", "vgg16", "--compare", "resnet18", "--json"])
    assert ended.value.code == 2
    assert "not allowed with" in capsys.readouterr().err
    assert main(["calc", "resnet18", "--compare", "Conv2d(3, 4, 3)", "--input", "3,9,9"]) == 0


LONG = "a" * 300


@pytest.mark.parametrize(
    "verb",
    [
        ["calc", "nowhere.yaml"], ["calc", "alexnet", "--compare", "nowhere.yaml"],
        ["calc", f"{LONG}.yaml"], ["drill", "--plain", "--network", "nowhere.yaml"],
        ["check", "--add-ids", "nowhere.yaml"], ["generate", "nowhere.yaml"],
        ["quiz", "--plain", f"{LONG}.yaml"], ["pin", "nowhere.yaml"],
        ["peers", "--plain", "--topic", "nowhere.yaml", "A", "B"],
        ["stats", "nowhere.jsonl"], ["history", "import", "nowhere.jsonl"],
        ["history", "merge", "nowhere.db"],
    ],
)  # fmt: skip
def test_a_named_file_that_is_not_there_is_usage(
    verb: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(verb) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "there is no file nowhere" in told.err or f"{LONG}.yaml cannot be read" in told.err


def test_a_name_too_long_for_a_file_is_no_architecture(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", LONG]) == 2
    assert "no architecture is named" in capsys.readouterr().err


def test_a_fault_in_a_network_file_is_told_in_the_language_asked_for(
    typed: Callable[[str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calc", str(tmp_path / "none.yaml"), "--lang", "ko"]) == 2
    assert "none.yaml 파일이 없습니다" in capsys.readouterr().err
    typed("")
    assert main(["calc", "-"]) == 1
    assert "-: write `input:` and `layers:`" in capsys.readouterr().err


def test_calc_reads_files_and_standard_input(
    tmp_path: Path, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "net.yaml"
    path.write_text("input: [3, 8, 8]\nlayers:\n  - Conv2d(3, 4, 3)\n", encoding="utf-8")
    assert main(["calc", str(path), "--json"]) == 0
    from_file = json.loads(capsys.readouterr().out)
    typed(path.read_text(encoding="utf-8"))
    assert main(["calc", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == from_file
    typed("nn.Sequential(\n  nn.Conv2d(3, 4, 3),\n)\n")
    assert main(["calc", "-", "--input", "3x8x8", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == from_file


def test_calc_knows_architectures_and_compares_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "resnet18", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["parameters"] == 11_689_512
    assert main(["calc", "vgg16", "--compare", "resnet50"]) == 0
    out = capsys.readouterr().out
    assert "138,357,544" in out
    assert "25,557,032" in out
    assert "×0.18" in out


def test_calc_derives_one_layer_or_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    layers = "Conv2d(3, 64, 7, stride=2, padding=3), MaxPool2d(2)"
    assert main(["calc", layers, "--input", "3,224,224", "--derive", "1"]) == 0
    out = capsys.readouterr().out
    assert "k·k·C_in·C_out + C_out = 7·7·3·64 + 64 = 9,472" in out
    assert "⌊(224 + 2·3 − 7)/2⌋ + 1 = 112 → 64×112×112" in out
    assert "MaxPool2d" not in out
    assert main(["calc", layers, "--input", "3,224,224", "--derive", "--lang", "ko"]) == 0
    whole = capsys.readouterr().out
    assert "MaxPool2d(2): 7 + (2 − 1)·2 = 9" in whole
    assert "수용 영역" in whole


def test_calc_shows_the_same_table_gone_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["calc", "Conv2d(3, 64, 7)", "--input", "3,32,32", "--rules", "forgot-bias"]
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert "forgot-bias" in out.splitlines()[0]
    assert "9,408" in out
    assert main([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["parameters"] == 9_408


@pytest.mark.parametrize(
    ("form", "said"),
    [("torch", "nn.Conv2d(3, 64, 7"), ("keras", "Conv2D(64, 7"), ("diagram", "Conv2d(3, 64, 7)")],
)
def test_calc_writes_a_network_as_code_or_draws_it(
    form: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calc", "Conv2d(3, 64, 7)", "--input", "3,32,32", "--as", form]) == 0
    assert said in capsys.readouterr().out


def test_shares_of_parameters_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "alexnet"]) == 0
    cells = [line.split() for line in capsys.readouterr().out.splitlines() if "%" in line]
    tenths = [round(float(cell[cell.index("%") - 1]) * 10) for cell in cells]
    assert tenths[-1] == 1000
    assert sum(tenths[:-1]) == 1000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["calc", "Conv2d(3, 4, 3)"], "--input"),
        (["calc", "Conv2d(3, 4, 3)", "--input", "abc"], "3,224,224"),
        (["calc", "Conv2d(3, 4, 3)", "--input", "3,0,9"], "3,224,224"),
        (["calc", "resnet18", "--input", "3,9,9"], "resnet18 has an input of its own"),
        (["calc", "vgg16", "--compare", "resnet18", "--input", "3,9,9"], "layers or a file"),
        (["calc", "Conv2d(3, 4, 3)", "--input", "3,9,9", "--rules", "forgot"], "forgot-bias"),
        (["calc", "Conv2d(3, 4, 3)", "--input", "3,9,9", "--derive", "7"], "7 names no layer"),
        (["generate", "nowhere/nothing"], "quizapp list"),
    ],
)
def test_usage_errors_say_what_to_do(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_generate_gives_a_line_a_seed(
    bank_file: Banked, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(bank_file(WEIGHTS))
    args = ["generate", "test/weights", "--bank", path, "--seed", "5", "--count", "3", "--json"]
    assert main(args) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["seed"] for record in records] == [5, 6, 7]
    assert records[0]["answer"] == 73_728
    assert main([*args[:-1], "--lang", "ko"]) == 0
    assert "파라미터는 모두 몇 개인가요?" in capsys.readouterr().out


def test_grade_answers_line_by_line(
    bank_file: Banked, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"id": "test/weights", "seed": 1, "level": 1}
    lines = [{**asked, "submission": s} for s in ("73,728", "576", "abc")]
    typed("\n".join(map(json.dumps, lines)))
    assert main(["grade", "--json", "--bank", str(bank_file(WEIGHTS))]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["verdict"] for record in records] == ["correct", "wrong", "unreadable"]
    assert records[1]["mistakes"] == ["forgot-input-channels"]
    for line in ("not json", "[" * 100_000):
        typed(line + "\n")
        assert main(["grade", "--bank", str(bank_file(WEIGHTS))]) == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seed": 1.5}, "line 2: `seed` is a whole number, not 1.5"),
        ({"seed": "1"}, 'line 2: `seed` is a whole number, not "1"'),
        ({"seed": True}, "line 2: `seed` is a whole number, not true"),
        ({"level": 9}, "line 2: `level` is a whole number from 1 to 4, not 9"),
        ({"level": None}, "line 2: `level` is a whole number from 1 to 4, not null"),
        ({"submission": ["1"]}, 'line 2: `submission` is a string or a number, not ["1"]'),
        ({"id": ["test/weights"]}, "line 2 is not an object such as"),
        ({"id": "test/none"}, "line 2: no question is called test/none"),
    ],
)
def test_a_key_that_cannot_be_graded_is_named(
    changes: dict[str, object],
    said: str,
    bank_file: Banked,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = {"id": "test/weights", "seed": 1, "submission": 73728}
    typed(f"{json.dumps(asked)}\n{json.dumps({**asked, **changes})}\n")
    line = ["grade", "--bank", str(bank_file(WEIGHTS))]
    assert main(line) == 2
    told = capsys.readouterr()
    assert json.loads(told.out)["verdict"] == "correct"
    assert said in told.err


def test_a_seed_that_is_no_whole_number_generates_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["generate", "parameters", "--seed", "1.5"])
    assert ended.value.code == 2
    assert "--seed" in capsys.readouterr().err


def test_mistakes_that_are_not_known_are_guessed_or_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["calc", "alexnet", "--rules", "forgot-bais"]) == 2
    assert "did you mean forgot-bias?" in capsys.readouterr().err
    assert main(["calc", "alexnet", "--rules", "forgot-bias,zzz"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "no mistake is called zzz; those known are: forgot-bias, " in told.err
    assert "padding-once" in told.err


def test_a_class_of_which_no_line_can_be_read_is_something_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.jsonl").write_text("\n", encoding="utf-8")
    (tmp_path / "other.jsonl").write_text("nothing\n", encoding="utf-8")
    for name, said in (("empty", "no answers are in it"), ("other", "could not be read: 1")):
        assert main(["stats", str(tmp_path / f"{name}.jsonl")]) == 1
        assert said in capsys.readouterr().err


def test_where_names_the_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["where"]) == 0
    out = capsys.readouterr().out
    assert "history.db" in out
    assert "questions" in out


def test_a_killed_sitting_has_kept_what_was_judged(bank_file: Banked, tmp_path: Path) -> None:
    """Kill the process as soon as a verdict is seen: the review is there."""
    home = tmp_path / "kept"
    command = [
        sys.executable,
        "-m",
        "quizapp",
        "quiz",
        str(bank_file(WEIGHTS)),
        "--plain",
        "-n",
        "9",
    ]
    environment = {**os.environ, "QUIZAPP_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b"576\n")
        child.stdin.flush()
        for line in child.stdout:
            if "✗".encode() in line:
                child.kill()
                break
    with History.open(home / "history.db", lambda: pytest.fail("no clock is needed")) as history:
        (review,) = history.reviews()
    assert review.submission == "576"
    assert review.mistakes == ("forgot-input-channels",)


def test_a_terminated_sitting_ends_with_143(bank_file: Banked, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quizapp", "quiz", str(bank_file(WEIGHTS)), "--plain"]
    environment = {**os.environ, "QUIZAPP_HOME": str(tmp_path / "kept")}
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if b"parameters" in line:
                break
        child.send_signal(signal.SIGTERM)
        assert child.wait(10) == 128 + signal.SIGTERM


def test_a_bank_that_is_not_there_hides_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere.yaml", "--json"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (found[0]["code"], found[-1]["errors"]) == ("B001", 1)
    assert main(["list", "--bank", "nowhere"]) == 1
    told = capsys.readouterr()
    assert "convolution" in told.out
    assert "nowhere:1:1: error[B001]" in told.err
