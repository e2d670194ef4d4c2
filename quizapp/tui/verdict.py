"""What an answer is worth, and why: the part of a sitting's screen that says so."""

from textual.content import Content
from textual.visual import Visual
from textual.widget import Widget

from quizapp.generate.what_if import changeable
from quizapp.study import Outcome, Sitting
from quizapp.tui.explanation import ExplainingScreen
from quizapp.tui.text import QUIET, STRONG, Remembered, plain, rows_of, stacked

_SLIPS = ("first-slip", "second-slip", "third-slip")
_DUE = {0: "due-again", 1: "due-tomorrow"}


ANSWERED = (
    "next", "not-mine", *_SLIPS, "take-back", "flag", "picture", "what-if", "retire", "signature",
    "finish", "language", "quit",
)  # fmt: skip
"""What can be done with a verdict."""


class AnsweredPart(ExplainingScreen):
    """The part of a sitting's screen that shows the answer which settled the item."""

    sitting: Sitting
    _settled: str | None = None
    """The slip that it was; empty where it was none of those named."""
    _written: tuple[object, Content] | None = None
    """The pages of an answer that was not yet given, and for what they were written."""

    def write_ahead(self, outcome: Outcome, page: Widget) -> None:
        """Write the pages of an answer that may be given, as ``page`` will show them; for a
        thread."""
        self._written = None
        pages = Remembered(super().pages(outcome))
        rows_of(pages, self.body_width)
        Visual.to_strips(page, pages, *page.size, page.visual_style)
        self._written = self._standing(outcome), pages

    def _standing(self, outcome: Outcome) -> object:
        return outcome.item, outcome.submission, self.language, self.app.size, self._settled

    def pages(self, outcome: Outcome) -> Content:
        """As they were written ahead, where they were."""
        written = self._written
        if written is not None and written[0] == self._standing(outcome):
            return written[1]
        return super().pages(outcome)

    def answered_with(self, outcome: Outcome) -> None:
        """Take up what came of an answer."""
        self.explain(outcome)
        self._due = self.app.due_again(outcome)
        self._settled = None

    def shut_when_answered(self) -> frozenset[str]:
        """Nothing to draw without a network, nothing to change without variables, no slip twice."""
        variant, outcome = self.outcome.item.variant, self.outcome
        open_ = self._settled is None
        shut = {
            "picture": not variant.drawn.networks,
            "what-if": not changeable(variant),
            "not-mine": not (open_ and outcome.verdict.mistakes),
            **{
                name: not (open_ and place < len(outcome.tied)) for place, name in enumerate(_SLIPS)
            },
        }
        return frozenset(name for name in shut if shut[name])

    def place(self, room: int) -> str:
        """When it comes back, and where in the sitting it stands."""
        if self._due is None:
            return super().place(room)
        due = self.say(_DUE.get(self._due, "due-days"), count=self._due).plain
        return f"{due}   {super().place(room - plain(due).cell_length - 3)}"

    def explanation(self, outcome: Outcome) -> Content:
        """Why; and where several slips explain it, which it was."""
        from quizapp.mistakes import way_of

        parts = [super().explanation(outcome)]
        tied = outcome.tied
        if self._settled is not None:
            way = way_of(self._settled, self.language) if self._settled else ""
            key = "settled" if way else "settled-none"
            parts.append(self.say(key, QUIET, way=way))
        elif tied:
            rows = [
                plain(f"  {n}  {way_of(slip, self.language)}") for n, slip in enumerate(tied, 1)
            ]
            parts.append(stacked([self.say("which", STRONG), *rows]))
        return plain("\n\n").join(parts)

    def action_next(self) -> None:
        """Go on."""
        self.sitting.advance()
        self.app.open_sitting(self.sitting)

    def action_not_mine(self) -> None:
        """None of the slips named was it."""
        self.meanwhile(self.sitting.not_what_i_did, lambda _: self._settle(""))

    def action_first_slip(self) -> None:
        """It was the first one."""
        self._name_slip(0)

    def action_second_slip(self) -> None:
        """It was the second one."""
        self._name_slip(1)

    def action_third_slip(self) -> None:
        """It was the third one."""
        self._name_slip(2)

    def _name_slip(self, place: int) -> None:
        slip = self.outcome.tied[place]
        self.meanwhile(lambda: self.sitting.which_was_it(slip), lambda _: self._settle(slip))

    def _settle(self, slip: str) -> None:
        self._settled = slip
        self.refill()

    def action_take_back(self) -> None:
        """Ask again, the answer standing in the field."""
        typed = self.outcome.submission
        self.meanwhile(self.sitting.undo, lambda _item: self.app.open_sitting(self.sitting, typed))

    def action_retire(self) -> None:
        """Never ask this question again."""
        self.meanwhile(self.sitting.retire, lambda _: self.remark("retired"))

    def action_what_if(self) -> None:
        """Other numbers, and the answer that follows."""
        self.app.open_what_if(self.outcome.item.variant)
