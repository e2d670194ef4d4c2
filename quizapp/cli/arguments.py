"""The command line's grammar: verbs and their options.

Every text here has its Korean in :mod:`quizapp.cli.korean`.
"""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp import __version__
from quizapp.cli.speaking import Parser

if TYPE_CHECKING:
    from quizapp.languages import Language

Run = Callable[..., int]
Grammar = Callable[[Parser], None]


def parser(spoken: "Callable[[], Language]", first: str | None = None) -> Parser:
    """Reads a command line; ``verb`` in what it gives is the verb's name, ``home`` without one.

    A line whose ``first`` word is a verb is read without the others: making all takes 3 ms.
    """
    top = Parser(
        spoken=spoken,
        prog="quizapp",
        description="A terminal gym for CNN arithmetic. Without a verb: the app.",
    )
    top.add_argument("--version", action="version", version=f"quizapp {__version__}")
    _add_common(top)
    top.set_defaults(
        verb="home", lang=None, bank=[], seed=None, count=10, profile="default", names=[]
    )
    _add_verbs(top, {first: VERBS[first]} if first in VERBS else VERBS)
    return top


def _add_verbs(
    to: Parser, verbs: dict[str, tuple[str, Grammar]], before: str = "", *, required: bool = False
) -> None:
    added = to.add_subparsers(title="verbs", metavar="VERB", prog=to.prog, required=required)
    for name, (text, grammar) in verbs.items():
        made = added.add_parser(
            name, spoken=to.spoken, grammar=grammar, help=text, description=text
        )
        made.set_defaults(verb=before + name)


def _add_common(made: Parser) -> None:
    # Suppressed defaults: what stands before the verb is not undone by the verb's own.
    made.add_argument(
        "--lang", metavar="en|ko", default=argparse.SUPPRESS, help="the language spoken"
    )
    made.add_argument(
        "--bank", action="append", default=argparse.SUPPRESS, metavar="PATH",
        help="more banks: a file or a folder; may be repeated",
    )  # fmt: skip


def _quiz(quiz: Parser) -> None:
    _add_sitting(quiz, "how many questions (10)")
    quiz.set_defaults(count=10)


def _drill(drill: Parser) -> None:
    _add_sitting(drill, "how many questions (10)")
    drill.add_argument(
        "--network", metavar="NETWORK",
        help="ask about this one: an architecture's name, a YAML file, or layers",
    )  # fmt: skip
    drill.add_argument("--input", metavar="3,224,224", help="with --network and layers")


def _sitting(sitting: Parser) -> None:
    _add_sitting(sitting, "how many questions")


def _add_sitting(quiz: Parser, count: str) -> None:
    _add_common(quiz)
    quiz.add_argument("names", nargs="*", metavar="BANK|BANK/ID|TOPIC|FILE")
    quiz.add_argument("-n", "--count", type=_count, help=count)
    quiz.add_argument("--seed", type=int, help="the same seed asks the same questions")
    quiz.add_argument("--profile", default="default", help="whose history")
    quiz.add_argument("--plain", action="store_true", help="lines instead of screens")


def _stats(stats: Parser) -> None:
    _add_common(stats)
    stats.add_argument("files", nargs="*", metavar="FILE.jsonl", help="exported histories: a class")
    stats.add_argument("--profile", default="default", help="whose history")
    stats.add_argument("--anonymous", action="store_true", help="people without their names")


def _peers(peers: Parser) -> None:
    _add_common(peers)
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


def _check(check: Parser) -> None:
    _add_common(check)
    check.add_argument("files", nargs="*", metavar="FILE")
    check.add_argument(
        "--seeds", type=_count, default=500, help="seeds tried where numbers are many (500)"
    )
    check.add_argument("--strict", action="store_true", help="warnings count too")
    check.add_argument("--all", action="store_true", help="all warnings, not ten")
    check.add_argument("--report", action="store_true", help="figures of templates and mistakes")
    check.add_argument("--add-ids", action="store_true", help="write missing ids into the files")
    check.add_argument("--json", action="store_true", help="an object a line")


def _calc(calc: Parser) -> None:
    _add_common(calc)
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


def _generate(generate: Parser) -> None:
    _add_common(generate)
    generate.add_argument("name", metavar="BANK[/ID]")
    generate.add_argument("--seed", type=int, default=1)
    generate.add_argument("--level", type=int, choices=range(1, 5), default=1)
    generate.add_argument("--count", type=_count, default=1, help="seeds a question")
    generate.add_argument("--json", action="store_true", help="an object a line")


def _pin(pin: Parser) -> None:
    _add_common(pin)
    pin.add_argument("file", metavar="FILE")
    pin.add_argument(
        "--run", dest="run_code", action="store_true", help="run, in a sandbox, what is not pinned"
    )
    pin.add_argument("--again", action="store_true", help="with --run: run what is pinned, too")
    pin.add_argument("--python", metavar="PATH", help="the interpreter that has what code imports")


def _settings(settings: Parser) -> None:
    _add_common(settings)
    settings.add_argument("name", nargs="?", metavar="NAME", help="one of the names listed")
    settings.add_argument("value", nargs="?", metavar="VALUE", help="what to set it to")
    settings.add_argument("--profile", default="default", help="whose settings")
    settings.add_argument("--json", action="store_true", help="one object")


def _explain(explain: Parser) -> None:
    _add_common(explain)
    explain.add_argument("codes", nargs="+", metavar="CODE")


def _new(new: Parser) -> None:
    _add_common(new)
    new.add_argument("file", metavar="FILE")


def _preview(preview: Parser) -> None:
    _add_common(preview)
    preview.add_argument("file", metavar="FILE")
    preview.add_argument("--seed", type=int, default=1, help="the first variant shown (1)")


def _grade(grade: Parser) -> None:
    _add_common(grade)
    grade.add_argument("--json", action="store_true", help="an object a line (always)")


def _optimize(optimize: Parser) -> None:
    _add_common(optimize)
    optimize.add_argument("--profile", default="default", help="whose history")
    optimize.add_argument("--forget", action="store_true", help="back to the defaults")


def _doctor(doctor: Parser) -> None:
    _add_common(doctor)
    doctor.add_argument("--rebuild", action="store_true", help="make again what is derived from it")
    doctor.add_argument("--restore", action="store_true", help="add the newest good backup to it")
    doctor.add_argument("--yes", action="store_true", help="ask nothing")


def _history(history: Parser) -> None:
    _add_common(history)
    _add_verbs(history, HISTORY_VERBS, "history ", required=True)


def _export(export: Parser) -> None:
    _add_common(export)
    export.add_argument("--to", metavar="FILE", help="to a file, not to standard output")
    export.add_argument("--profile", dest="only", metavar="NAME", help="that person's rows only")


def _bring_in(bring_in: Parser) -> None:
    _add_common(bring_in)
    bring_in.add_argument("files", nargs="+", metavar="FILE")


def _backup(backup: Parser) -> None:
    _add_common(backup)
    backup.add_argument("--to", metavar="FILE", help="to that file, not to the backups")


def _forget(forget: Parser) -> None:
    _add_common(forget)
    forget.add_argument("--profile", required=True, metavar="NAME", help="whom")
    forget.add_argument("--yes", action="store_true", help="ask nothing")


def _count(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 100_000:
        raise argparse.ArgumentTypeError("a whole number from 1 to 100,000 belongs here")
    return number


VERBS: dict[str, tuple[str, Grammar]] = {
    "quiz": ("n questions, a score, and a look at what was missed", _quiz),
    "study": ("what is due today, then what is new", _sitting),
    "drill": ("a topic over and over, or a network of your own; moves no schedule", _drill),
    "mistakes": ("a twin of each thing got wrong, until right in two sittings", _sitting),
    "cards": ("the flashcards that are due", _sitting),
    "sprint": ("as many as you can in three minutes; moves no schedule", _sitting),
    "stats": ("what has come of it: retention, forecast, slips; or a class", _stats),
    "list": ("the banks and how many questions each has", _add_common),
    "check": ("is this bank any good?", _check),
    "explain": ("what a code of check means, with a bad and a good example", _explain),
    "new": ("a bank to start from, one question of each kind, and its schema", _new),
    "preview": ("a bank on the screen while you write it, read again at every save", _preview),
    "schema": ("the form of banks as a JSON Schema, for editors", _add_common),
    "calc": ("shapes, parameters, MACs and receptive fields of a network", _calc),
    "generate": ("variants of questions", _generate),
    "grade": ("verdicts for submissions, one JSON object a line on stdin", _grade),
    "pin": ("what the code of questions prints, run and written down", _pin),
    "peers": ("rounds for two to six people: answer alone, talk, answer again", _peers),
    "settings": ("what is set, and setting it: `settings retention 0.92`", _settings),
    "where": ("where banks and history lie", _add_common),
    "history": ("the history: out, in, copied, forgotten", _history),
    "optimize": ("fits the schedule to your own history, from 400 reviews on", _optimize),
    "doctor": ("looks the history over, page by page", _doctor),
}
HISTORY_VERBS: dict[str, tuple[str, Grammar]] = {
    "export": ("the log as JSON lines", _export),
    "import": ("adds the rows of an export, or - for standard input", _bring_in),
    "merge": ("adds the rows of other histories, or of exports", _bring_in),
    "backup": ("a copy as of now", _backup),
    "forget": ("removes a person for good", _forget),
}
