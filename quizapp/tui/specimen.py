"""A question seen by its author: any of its variants, and what `check` has to say."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from quizapp.bank import Library, Problem, Question
from quizapp.errors import QuizappError
from quizapp.generate import Variant, generate
from quizapp.generate.what_if import changeable
from quizapp.lint.check import question_problems
from quizapp.lint.places import Places
from quizapp.lint.space import levels_of
from quizapp.tui.browse_pages import findings_page, specimen_page
from quizapp.tui.commands import bindings
from quizapp.tui.headings import titled
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, RIGHT, STRONG, plain, stacked
from quizapp.tui.unawaited import unawaited
from quizapp.words import say

SEEDS = 100
"""Tried while somebody waits; `check` itself tries more."""

MOST_COLUMNS = 4
_LEAST_COLUMN = 52
_BETWEEN = 4


class SpecimenScreen(CommandScreen):
    """One of several questions at a seed; on a wide terminal the next seeds beside it."""

    CSS_PATH = "browse.tcss"
    NAMES: ClassVar[tuple[str, ...]] = (
        "next-question", "next-seed", "seed-before", "question-before", "other-level", "picture",
        "what-if", "list", "home", "language", "quit",
    )  # fmt: skip
    BINDINGS = bindings(NAMES)

    is_old = False
    """True while what is shown can be read no more where it came from."""

    def __init__(
        self,
        library: Library,
        questions: Sequence[Question],
        place: int,
        seed: int = 1,
        search: str = "",
    ) -> None:
        super().__init__()
        self.library = library
        self.questions = tuple(questions)
        self.place = place
        self.seed = seed
        self._level: int | None = None
        self._search = search
        """To go back to."""
        self._checked: dict[tuple[str, str], list[Problem]] = {}
        self._checking = False

    def body(self) -> ComposeResult:
        """What is wrong, then a column a variant."""
        yield Static(id="findings")
        with Horizontal(id="specimens"):
            for _ in range(MOST_COLUMNS):
                yield Static(classes="specimen")

    @property
    def question(self) -> Question | None:
        """The one that is looked at."""
        return self.questions[self.place] if self.questions else None

    @property
    def level(self) -> int:
        """Of the variants shown: the question's own, unless another was asked for."""
        question = self.question
        return self._level or (question.level if question is not None else 1)

    def show(self) -> None:
        """Write it all."""
        question = self.question
        self._show_head(question)
        self._show_findings(question)
        columns = max(
            1, min(MOST_COLUMNS, (self.body_width + _BETWEEN) // (_LEAST_COLUMN + _BETWEEN))
        )
        width = self.body_width // columns - _BETWEEN
        for number, column in enumerate(self.query(".specimen").results(Static)):
            column.display = number < columns and question is not None
            if column.display and question is not None:
                seed = self.seed + number
                column.update(specimen_page(question, seed, self.level, self.language, width))
        self._look_over()

    def _show_head(self, question: Question | None) -> None:
        if question is None:
            self.head(plain(say("browse.title", self.language), STRONG), plain(""))
            return
        aside = plain(say("browse.at", self.language, level=self.level, kind=question.kind), QUIET)
        place = say("tui.place", self.language, number=self.place + 1, count=len(self.questions))
        self.head(plain(titled(question.key, place, self.room_beside(aside)), STRONG), aside)

    def _show_findings(self, question: Question | None) -> None:
        parts = self.about_file()
        found = None if question is None else self._checked.get(self._key(question))
        if question is None or self.is_old:
            pass
        elif found is None:
            parts.append(plain(say("browse.checking", self.language), QUIET))
        elif found:
            parts.append(findings_page(found, self.language, self.body_width - _BETWEEN))
        else:
            parts.append(plain(say("browse.sound", self.language, seeds=SEEDS), RIGHT))
        self.write("findings", stacked(parts))

    def about_file(self) -> list[Content]:
        """What is to be said of the file before its questions."""
        return []

    @staticmethod
    def _key(question: Question) -> tuple[str, str]:
        return question.key, question.revision

    def _look_over(self) -> None:
        """Check the question that is looked at, unless one is being checked: then after it."""
        question = self.question
        if question is not None and not self._checking and self._key(question) not in self._checked:
            self._checking = True
            self._check(question)

    @work(group="check", description="check")
    async def _check(self, question: Question) -> None:
        found = await unawaited(partial(question_problems, question, SEEDS, Places()))
        self._checked[self._key(question)] = found
        self._checking = False
        self._show_findings(self.question)
        self._look_over()

    def unavailable(self) -> frozenset[str]:
        """What the question has not."""
        question, variant = self.question, self._variant()
        shut = {
            "next-question": len(self.questions) < 2,
            "question-before": len(self.questions) < 2,
            "other-level": question is None or len(levels_of(question)) < 2,
            "picture": variant is None or not variant.drawn.networks,
            "what-if": variant is None or not changeable(variant),
        }
        return frozenset(name for name in shut if shut[name])

    def _variant(self) -> Variant | None:
        """The first one shown; None where it cannot be drawn."""
        if self.question is None:
            return None
        try:
            return generate(self.question, self.seed, self.level)
        except QuizappError:
            return None

    def action_next_seed(self) -> None:
        """Other numbers."""
        self._put_seed(self.seed + 1)

    def action_seed_before(self) -> None:
        """The numbers before."""
        self._put_seed(self.seed - 1)

    def _put_seed(self, seed: int) -> None:
        self.seed = max(seed, 0)
        self.refill()

    def action_next_question(self) -> None:
        """The next question."""
        self._go(1)

    def action_question_before(self) -> None:
        """The question before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        self.place = (self.place + step) % len(self.questions)
        self._level = None
        self.query_one("#body").scroll_home(animate=False)
        self.refill()

    def action_other_level(self) -> None:
        """The next level that changes the numbers."""
        if self.question is not None:
            levels = levels_of(self.question)
            higher = [level for level in levels if level > self.level]
            self._level = higher[0] if higher else levels[0]
            self.refill()

    def action_picture(self) -> None:
        """Its networks in pictures."""
        if (variant := self._variant()) is not None:
            self.app.open_pictures(variant.drawn.networks)

    def action_what_if(self) -> None:
        """A number changed."""
        if (variant := self._variant()) is not None:
            self.app.open_what_if(variant)

    def action_list(self) -> None:
        """Back to the list."""
        key = "" if self.question is None else self.question.key
        self.app.open_browse(self.library, self._search, key)
