"""An answer explained: what the verdict and the look at what was missed have in common."""

from textual.content import Content

from quizapp.study import Outcome
from quizapp.tui.headings import place_line
from quizapp.tui.page import PageScreen
from quizapp.tui.pages import asked_page, explanation_page, unsaved_page, verdict_line
from quizapp.tui.text import QUIET, plain, stacked


class ExplainingScreen(PageScreen):
    """The explanation, and under it (beside it, on a wide terminal) the question."""

    outcome: Outcome

    def explain(self, outcome: Outcome) -> None:
        """Take up an outcome, of which nothing is remarked yet."""
        self.outcome = outcome
        self._remarks: list[str] = []
        self._signed = False

    def place(self, room: int) -> str:
        """Where among others this stands, in so many cells."""
        return place_line(self.app.launch.library, self.outcome.item, self.language, room)

    def show_explained(self) -> None:
        """Write it all."""
        outcome, language = self.outcome, self.language
        verdict = verdict_line(outcome.verdict, language)
        self.head(verdict, plain(self.place(self.room_beside(verdict)), QUIET))
        pages = self.pages(outcome)
        remarks = self._said_above()
        self.write_page(stacked([*remarks, plain(""), pages]) if remarks else pages)

    def _said_above(self) -> list[Content]:
        unsaved = unsaved_page(self.outcome, self.language)
        said = [unsaved] if unsaved else []
        said += [self.say(key, QUIET) for key in self._remarks]
        if self._signed:
            signature = self.outcome.item.variant.signature
            said.append(self.say("signed", QUIET, signature=signature))
        return said

    def pages(self, outcome: Outcome) -> Content:
        """Why the answer is worth what it is, and what was asked."""
        question = asked_page(outcome, self.language, self.second_page_width)
        return self.two_pages(self.explanation(outcome), question)

    def explanation(self, outcome: Outcome) -> Content:
        """Why the answer is worth what it is."""
        return explanation_page(outcome, self.language, self.page_width)

    def remark(self, key: str) -> None:
        """Say a phrase above it."""
        if key not in self._remarks:
            self._remarks.append(key)
        self.refill()

    def action_signature(self) -> None:
        """Say what makes these numbers again."""
        self._signed = True
        self.refill()
