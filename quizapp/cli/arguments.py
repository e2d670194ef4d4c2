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
    verb("list", "the banks and how many questions each has")
    _add_check(verb("check", "is this bank any good?"))
    _add_calc(verb("calc", "shapes, parameters, MACs and receptive fields of a network"))
    _add_generate(verb("generate", "variants of questions"))
    grade = verb("grade", "verdicts for submissions, one JSON object a line on stdin")
    grade.add_argument("--json", action="store_true", help="an object a line (always)")
    verb("where", "where banks and history lie")
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
    quiz.add_argument("names", nargs="*", metavar="BANK|BANK/ID|TOPIC|FILE")
    quiz.add_argument("-n", "--count", type=_count, default=10, help="how many questions (10)")
    quiz.add_argument("--seed", type=int, help="the same seed asks the same questions")
    quiz.add_argument("--profile", default="default", help="whose history")
    quiz.add_argument("--plain", action="store_true", help="lines instead of screens")


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("files", nargs="*", metavar="FILE")
    check.add_argument("--seeds", type=_count, default=40, help="seeds tried a question (40)")
    check.add_argument("--strict", action="store_true", help="warnings count too")
    check.add_argument("--all", action="store_true", help="all warnings, not ten")
    check.add_argument("--json", action="store_true", help="an object a line")


def _add_calc(calc: argparse.ArgumentParser) -> None:
    calc.add_argument("network", help="an architecture's name, layers, a YAML file, or - for stdin")
    calc.add_argument("--input", metavar="3,224,224", help="the input's shape, channels first")
    calc.add_argument(
        "--derive", nargs="?", const="", metavar="LAYER",
        help="the arithmetic, of one layer or of the whole network",
    )  # fmt: skip
    calc.add_argument(
        "--as", dest="form", choices=("torch", "keras", "diagram"), help="as code, or drawn"
    )
    calc.add_argument("--ascii", action="store_true", help="the diagram without box characters")
    calc.add_argument("--compare", metavar="OTHER", help="beside another network")
    calc.add_argument(
        "--rules", metavar="MISTAKE", help="the same table gone wrong: forgot-bias, padding-once …"
    )
    calc.add_argument("--json", action="store_true", help="one object")


def _add_generate(generate: argparse.ArgumentParser) -> None:
    generate.add_argument("name", metavar="BANK[/ID]")
    generate.add_argument("--seed", type=int, default=1)
    generate.add_argument("--level", type=int, default=1)
    generate.add_argument("--count", type=_count, default=1, help="seeds a question")
    generate.add_argument("--json", action="store_true", help="an object a line")


def _count(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 100_000:
        raise argparse.ArgumentTypeError("a whole number from 1 to 100,000 belongs here")
    return number
