"""The verdict screen: what the answer is worth, and why."""

from quizapp.study import Outcome, Sitting
from quizapp.tui.commands import bindings
from quizapp.tui.explanation import ExplanationScreen


class VerdictScreen(ExplanationScreen):
    """Shown for the answer that settled the item."""

    NAMES = ("next", "take-back", "flag", "finish", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, sitting: Sitting, outcome: Outcome) -> None:
        super().__init__(outcome)
        self._sitting = sitting

    def action_next(self) -> None:
        """Go on."""
        self._sitting.advance()
        self.app.open_sitting(self._sitting)

    def action_take_back(self) -> None:
        """Ask again, the answer standing in the field."""
        typed = self.outcome.submission
        self.meanwhile(
            self._sitting.undo, lambda _item: self.app.open_sitting(self._sitting, typed)
        )

    def action_flag(self) -> None:
        """Note that something is wrong here."""
        self.meanwhile(self._sitting.flag, lambda _: self.note_flag())

    def action_finish(self) -> None:
        """End the quiz here."""
        self.app.open_results(self._sitting)
