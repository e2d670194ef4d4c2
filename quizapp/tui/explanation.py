"""An answer explained: what the verdict and the look at what was missed have in common."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from quizapp.study import Outcome
from quizapp.tui.headings import place_line
from quizapp.tui.pages import asked_page, explanation_page, unsaved_page, verdict_line
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, plain, stacked


class ExplanationScreen(CommandScreen):
    """The explanation, and under it (beside it, on a wide terminal) the question."""

    CSS_PATH = "explanation.tcss"

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome
        self._remarks: list[str] = []
        self._signed = False

    def body(self) -> ComposeResult:
        """Remarks, then two pages."""
        yield Static(id="remarks")
        with Container(id="pages"):
            yield Static(id="explanation")
            yield Static(id="question")

    def place(self, room: int) -> str:
        """Where among others this stands, in so many cells."""
        return place_line(self.app.launch.library, self.outcome.item, self.language, room)

    def show(self) -> None:
        """Write it all."""
        outcome, language = self.outcome, self.language
        unsaved = unsaved_page(outcome, language)
        said = [self.say(key, QUIET) for key in self._remarks]
        if self._signed:
            signature = outcome.item.variant.signature
            said.append(self.say("signed", QUIET, signature=signature))
        self.write("remarks", stacked([unsaved, *said] if unsaved else said))
        verdict = verdict_line(outcome.verdict, language)
        self.head(verdict, plain(self.place(self.room_beside(verdict)), QUIET))
        self.write("explanation", self.explanation())
        self.write("question", asked_page(outcome, language, self.second_page_width))

    def explanation(self) -> Content:
        """Why the answer is worth what it is."""
        return explanation_page(self.outcome, self.language, self.page_width)

    def remark(self, key: str) -> None:
        """Say a phrase above it."""
        if key not in self._remarks:
            self._remarks.append(key)
        self.refill()

    def action_signature(self) -> None:
        """Say what makes these numbers again."""
        self._signed = True
        self.refill()
