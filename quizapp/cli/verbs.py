"""Which function is which verb. Each imports what it needs when it runs."""

from quizapp.cli import (
    authoring,
    calculator,
    keeping,
    pinning,
    previewing,
    progress,
    sittings,
    together,
    writing,
)
from quizapp.cli.arguments import Run

RUNS: dict[str, Run] = {
    "home": sittings.home,
    "study": sittings.practise("study"),
    "quiz": sittings.practise("quiz"),
    "drill": sittings.practise("drill"),
    "mistakes": sittings.practise("mistakes"),
    "cards": sittings.practise("cards"),
    "sprint": sittings.practise("sprint"),
    "stats": progress.stats,
    "list": authoring.list_banks,
    "check": authoring.check,
    "explain": writing.explain,
    "new": writing.new,
    "preview": previewing.preview,
    "schema": writing.schema,
    "calc": calculator.calc,
    "generate": authoring.generate,
    "grade": authoring.grade,
    "pin": pinning.pin,
    "peers": together.peers,
    "where": authoring.where,
    "history export": keeping.export,
    "history import": keeping.bring_in,
    "history merge": keeping.bring_in,
    "history backup": keeping.backup,
    "history forget": keeping.forget,
    "doctor": keeping.doctor,
}
