"""A question worked out on other numbers, before one's own is answered."""

from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.generate import Variant
from quizapp.tui.commands import bindings
from quizapp.tui.pages import question_page
from quizapp.tui.screen import CommandScreen
from quizapp.tui.solution import worked
from quizapp.tui.text import STRONG, plain
from quizapp.words import say


class ExampleScreen(CommandScreen):
    """Opened over the question, to which it goes back; nothing of it is kept."""

    NAMES = ("close", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, variant: Variant) -> None:
        super().__init__()
        self._variant = variant

    def body(self) -> ComposeResult:
        """The question, the steps, the answer."""
        yield Static(id="question")
        yield Static(id="steps")
        yield Static(id="answer")
        yield Static(id="because")

    def show(self) -> None:
        """Write it all."""
        variant, language = self._variant, self.language
        self.head(self.say("example", STRONG), plain(""))
        self.write("question", question_page(variant, language))
        self.write("steps", worked(variant, (), language, self.body_width))
        answer = variant.shown_answer.in_language(language)
        self.write("answer", plain(say("verdicts.answer", language, answer=answer), STRONG))
        because = variant.because.in_language(language) if variant.because else ""
        self.write("because", plain(because))
