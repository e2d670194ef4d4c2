"""Which function is which verb; what it needs is imported when it runs."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from quizapp.cli.arguments import Run
    from quizapp.study import Verb

PLACES: dict[str, str] = {
    "home": "sittings.home",
    "stats": "progress.stats",
    "list": "authoring.list_banks",
    "check": "authoring.check",
    "explain": "writing.explain",
    "new": "writing.new",
    "preview": "previewing.preview",
    "schema": "writing.schema",
    "calc": "calculator.calc",
    "generate": "authoring.generate",
    "grade": "authoring.grade",
    "pin": "pinning.pin",
    "peers": "together.peers",
    "settings": "setting.settings",
    "where": "authoring.where",
    "history export": "keeping.export",
    "history import": "keeping.bring_in",
    "history merge": "keeping.bring_in",
    "history backup": "keeping.backup",
    "history forget": "keeping.forget",
    "doctor": "keeping.doctor",
    "optimize": "optimizing.optimize",
}
"""Module of this room and name in it, by verb."""

SITTINGS: tuple["Verb", ...] = ("study", "quiz", "drill", "mistakes", "cards", "sprint")


def run_of(verb: str) -> "Run":
    """The function of a verb."""
    for sitting in SITTINGS:
        if sitting == verb:
            from quizapp.cli.sittings import practise

            return practise(sitting)
    module, _, name = PLACES[verb].partition(".")
    return cast("Run", getattr(import_module(f"quizapp.cli.{module}"), name))
