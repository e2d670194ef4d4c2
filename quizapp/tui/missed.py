"""Looking through what was missed, one at a time."""

from quizapp.study import Sitting
from quizapp.tui.commands import bindings
from quizapp.tui.explanation import ExplainingScreen
from quizapp.tui.headings import titled, topic_title
from quizapp.words import say


class MissedScreen(ExplainingScreen):
    """The missed answer at a place; after the last come the results again."""

    NAMES = ("next", "previous", "back", "signature", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, sitting: Sitting, place: int) -> None:
        self._missed = sitting.summary().missed
        super().__init__()
        self._sitting = sitting
        self._place = place
        self.explain(self._missed[place])

    def show(self) -> None:
        """Write it all."""
        self.show_explained()

    def unavailable(self) -> frozenset[str]:
        """Nothing comes before the first."""
        return frozenset() if self._place else frozenset({"previous"})

    def place(self, room: int) -> str:
        """Which of those missed."""
        question, language = self.outcome.item.variant.question, self.language
        title = topic_title(self.app.launch.library, question, language)
        number, count = self._place + 1, len(self._missed)
        return titled(title, say("tui.missed-place", language, number=number, count=count), room)

    def action_next(self) -> None:
        """The next one."""
        self._open(self._place + 1)

    def action_previous(self) -> None:
        """The one before."""
        self._open(self._place - 1)

    def action_back(self) -> None:
        """Back to the score."""
        self.app.open_results(self._sitting)

    def _open(self, place: int) -> None:
        if place < len(self._missed):
            self.app.open_missed(self._sitting, place)
        else:
            self.app.open_results(self._sitting)
