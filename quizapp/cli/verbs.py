"""Which function is which verb. Each imports what it needs when it runs."""

from quizapp.cli import authoring, calculator, sittings
from quizapp.cli.arguments import Run

RUNS: dict[str, Run] = {
    "home": sittings.home,
    "quiz": sittings.quiz,
    "list": authoring.list_banks,
    "check": authoring.check,
    "calc": calculator.calc,
    "generate": authoring.generate,
    "grade": authoring.grade,
    "where": authoring.where,
}
