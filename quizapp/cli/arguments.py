"""The command line's grammar: verbs and their options."""

import argparse
from collections.abc import Callable

from quizapp import __version__

Run = Callable[..., int]


def parser(runs: dict[str, Run]) -> argparse.ArgumentParser:
    """Reads a command line; ``run`` in what it gives is the verb's function from ``runs``."""
    top = argparse.ArgumentParser(
        prog="quizapp",
        description="A terminal gym for CNN arithmetic. Without a verb: the app.",
    )
    top.add_argument("--version", action="version", version=f"quizapp {__version__}")
    _add_common(top)
    top.set_defaults(
        run=runs["home"], lang=None, bank=[], seed=None, count=10, profile="default", names=[]
    )
    verbs = top.add_subparsers(title="verbs", metavar="VERB")

    def verb(name: str, text: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=text, description=text)
        _add_common(made)
        made.set_defaults(run=runs[name])
        return made

    _add_quiz(verb("quiz", "n questions, a score, and a look at what was missed"))
    for name, text in (
        ("study", "what is due today, then what is new"),
        ("drill", "a topic over and over, or a network of your own; moves no schedule"),
        ("mistakes", "a twin of each thing got wrong, until right in two sittings"),
        ("cards", "the flashcards that are due"),
        ("sprint", "as many as you can in three minutes; moves no schedule"),
    ):
        _add_sitting(verb(name, text), name)
    _add_stats(verb("stats", "what has come of it: retention, forecast, slips; or a class"))
    verb("list", "the banks and how many questions each has")
    _add_check(verb("check", "is this bank any good?"))
    explain = verb("explain", "what a code of check means, with a bad and a good example")
    explain.add_argument("codes", nargs="+", metavar="CODE")
    new = verb("new", "a bank to start from, one question of each kind, and its schema")
    new.add_argument("file", metavar="FILE")
    preview = verb("preview", "a bank on the screen while you write it, read again at every save")
    preview.add_argument("file", metavar="FILE")
    preview.add_argument("--seed", type=int, default=1, help="the first variant shown (1)")
    verb("schema", "the form of banks as a JSON Schema, for editors")
    _add_calc(verb("calc", "shapes, parameters, MACs and receptive fields of a network"))
    _add_generate(verb("generate", "variants of questions"))
    grade = verb("grade", "verdicts for submissions, one JSON object a line on stdin")
    grade.add_argument("--json", action="store_true", help="an object a line (always)")
    _add_pin(verb("pin", "what the code of questions prints, run and written down"))
    _add_peers(verb("peers", "rounds for two to six people: answer alone, talk, answer again"))
    verb("where", "where banks and history lie")
    about = "the history: out, in, copied, forgotten"
    history = verbs.add_parser("history", help=about, description=about)
    _add_common(history)
    _add_history(history, runs)
    optimize = verb("optimize", "fits the schedule to your own history, from 400 reviews on")
    optimize.add_argument("--profile", default="default", help="whose history")
    optimize.add_argument("--forget", action="store_true", help="back to the defaults")
    doctor = verb("doctor", "looks the history over, page by page")
    doctor.add_argument("--rebuild", action="store_true", help="make again what is derived from it")
    doctor.add_argument("--restore", action="store_true", help="add the newest good backup to it")
    doctor.add_argument("--yes", action="store_true", help="ask nothing")
    return top


def _add_common(made: argparse.ArgumentParser) -> None:
    # Suppressed defaults: what stands before the verb is not undone by the verb's own.
    made.add_argument(
        "--lang", metavar="en|ko", default=argparse.SUPPRESS, help="the language spoken"
    )
    made.add_argument(
        "--bank", action="append", default=argparse.SUPPRESS, metavar="PATH",
        help="more banks: a file or a folder; may be repeated",
    )  # fmt: skip


def _add_quiz(quiz: argparse.ArgumentParser) -> None:
    _add_sitting(quiz, "quiz")
    quiz.set_defaults(count=10)


def _add_sitting(quiz: argparse.ArgumentParser, name: str) -> None:
    quiz.add_argument("names", nargs="*", metavar="BANK|BANK/ID|TOPIC|FILE")
    usual = " (10)" if name in ("quiz", "drill") else ""
    quiz.add_argument("-n", "--count", type=_count, help=f"how many questions{usual}")
    quiz.add_argument("--seed", type=int, help="the same seed asks the same questions")
    quiz.add_argument("--profile", default="default", help="whose history")
    quiz.add_argument("--plain", action="store_true", help="lines instead of screens")
    if name == "drill":
        quiz.add_argument(
            "--network", metavar="NETWORK",
            help="ask about this one: an architecture's name, a YAML file, or layers",
        )  # fmt: skip
        quiz.add_argument("--input", metavar="3,224,224", help="with --network and layers")


def _add_stats(stats: argparse.ArgumentParser) -> None:
    stats.add_argument("files", nargs="*", metavar="FILE.jsonl", help="exported histories: a class")
    stats.add_argument("--profile", default="default", help="whose history")
    stats.add_argument("--anonymous", action="store_true", help="people without their names")


def _add_peers(peers: argparse.ArgumentParser) -> None:
    peers.add_argument(
        "people", nargs="*", metavar="NAME", help="who takes part; with --apart, you first"
    )
    peers.add_argument(
        "--topic", dest="names", action="append", default=[], metavar="TOPIC|BANK|BANK/ID",
        help="only questions of these; may be repeated",
    )  # fmt: skip
    kinds = peers.add_mutually_exclusive_group()
    for kind, text in (
        ("misses", "what each of you missed, in turn"),
        ("code", "what does this code print?"),
        ("cards", "flashcards round the table"),
    ):
        kinds.add_argument(f"--{kind}", dest="kind", action="store_const", const=kind, help=text)
    peers.set_defaults(kind="mix")
    peers.add_argument("-n", "--rounds", type=_count, default=8, help="how many rounds (8)")
    peers.add_argument("--seed", type=int, help="the same seed asks the same questions")
    peers.add_argument(
        "--apart", action="store_true",
        help="everyone at their own machine, with the same --seed and codes to paste in a chat",
    )  # fmt: skip
    peers.add_argument("--plain", action="store_true", help="lines instead of screens")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", nargs="*", metavar="FILE")
    check.add_argument(
        "--seeds", type=_count, default=500, help="seeds tried where numbers are many (500)"
    )
    check.add_argument("--strict", action="store_true", help="warnings count too")
    check.add_argument("--all", action="store_true", help="all warnings, not ten")
    check.add_argument("--report", action="store_true", help="figures of templates and mistakes")
    check.add_argument("--add-ids", action="store_true", help="write missing ids into the files")
    check.add_argument("--json", action="store_true", help="an object a line")


def _add_calc(calc: argparse.ArgumentParser) -> None:
    calc.add_argument("network", help="an architecture's name, layers, a YAML file, or - for stdin")
    calc.add_argument("--input", metavar="3,224,224", help="the input's shape, channels first")
    instead = calc.add_mutually_exclusive_group()
    instead.add_argument(
        "--derive", nargs="?", const="", metavar="LAYER",
        help="the arithmetic, of one layer or of the whole network",
    )  # fmt: skip
    instead.add_argument(
        "--as", dest="form", choices=("torch", "keras", "diagram"), help="as code, or drawn"
    )
    calc.add_argument("--ascii", action="store_true", help="the diagram without box characters")
    instead.add_argument("--compare", metavar="OTHER", help="beside another network")
    calc.add_argument(
        "--rules", metavar="MISTAKE", help="the same table gone wrong: forgot-bias, padding-once …"
    )
    instead.add_argument("--json", action="store_true", help="one object")


def _add_generate(generate: argparse.ArgumentParser) -> None:
    generate.add_argument("name", metavar="BANK[/ID]")
    generate.add_argument("--seed", type=int, default=1)
    generate.add_argument("--level", type=int, choices=range(1, 5), default=1)
    generate.add_argument("--count", type=_count, default=1, help="seeds a question")
    generate.add_argument("--json", action="store_true", help="an object a line")


def _add_pin(pin: argparse.ArgumentParser) -> None:
    pin.add_argument("file", metavar="FILE")
    pin.add_argument(
        "--run", dest="run_code", action="store_true", help="run, in a sandbox, what is not pinned"
    )
    pin.add_argument("--again", action="store_true", help="with --run: run what is pinned, too")
    pin.add_argument("--python", metavar="PATH", help="the interpreter that has what code imports")


def _add_history(history: argparse.ArgumentParser, runs: dict[str, Run]) -> None:
    verbs = history.add_subparsers(title="verbs", metavar="VERB", required=True)

    def verb(name: str, text: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=text, description=text)
        _add_common(made)
        made.set_defaults(run=runs[f"history {name}"])
        return made

    export = verb("export", "the log as JSON lines")
    export.add_argument("--to", metavar="FILE", help="to a file, not to standard output")
    export.add_argument("--profile", dest="only", metavar="NAME", help="that person's rows only")
    for name, text in (
        ("import", "adds the rows of an export, or - for standard input"),
        ("merge", "adds the rows of other histories, or of exports"),
    ):
        verb(name, text).add_argument("files", nargs="+", metavar="FILE")
    backup = verb("backup", "a copy as of now")
    backup.add_argument("--to", metavar="FILE", help="to that file, not to the backups")
    forget = verb("forget", "removes a person for good")
    forget.add_argument("--profile", required=True, metavar="NAME", help="whom")
    forget.add_argument("--yes", action="store_true", help="ask nothing")


def _count(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 100_000:
        raise argparse.ArgumentTypeError("a whole number from 1 to 100,000 belongs here")
    return number
