"""The reveal: the truth, everyone's answers, the slips, the solution, one line for the group."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizapp.generate.what_if import changeable
from quizapp.peers import Reveal, Vote, is_right
from quizapp.peers.said import (
    agreed_at_once,
    given,
    only_slip,
    solution_head,
    tally_text,
    told_slips,
    truth_lines,
)
from quizapp.tui.commands import bindings
from quizapp.tui.peers_group import Group, GroupScreen
from quizapp.tui.solution import worked
from quizapp.tui.text import QUIET, RIGHT, STRONG, WRONG, hanging, plain, side_by_side, stacked
from quizapp.tui.whole_question import whole_question
from quizapp.words import Language, cell_width, fit, say

_GAP = "   "


class RevealScreen(GroupScreen):
    """A round decided."""

    NAMES = (
        "next", "picture", "what-if", "people", "finish", "home", "language", "quit",
    )  # fmt: skip
    BINDINGS = bindings(NAMES)

    def __init__(self, group: Group, reveal: Reveal, *, again: bool) -> None:
        super().__init__(group)
        self._reveal = reveal
        self._again = again

    def moment(self) -> ComposeResult:
        """Answers, solution, question."""
        yield Static(id="answers")
        yield Static(id="solution")
        yield Static(id="question")

    def aside(self) -> Content:
        """The one line for the group."""
        line = tally_text(self._reveal.tally, self.language)
        return plain(say("peers.together", self.language, line=line), STRONG)

    def show_moment(self) -> None:
        """Write it all."""
        language, reveal = self.language, self._reveal
        self.write("answers", answers_page(reveal, language, self.body_width, again=self._again))
        self.write("solution", solution_page(reveal, language, self.body_width))
        shown = [
            plain(say("tui.question", language), QUIET),
            whole_question(reveal.variant, language, self.body_width, solved=True),
        ]
        self.write("question", stacked(shown))

    def unavailable(self) -> frozenset[str]:
        """Nothing to draw without a network, nothing to change without variables."""
        variant = self._reveal.variant
        shut = {"picture": not variant.drawn.networks, "what-if": not changeable(variant)}
        return frozenset(name for name in shut if shut[name])

    def action_next(self) -> None:
        """To the next round, or to the twin where all were wrong."""
        self.take(self.sitting.go_on)

    def action_picture(self) -> None:
        """The networks of the question in pictures."""
        self.app.open_pictures(self._reveal.variant.drawn.networks)

    def action_what_if(self) -> None:
        """Other numbers, and the answer that follows."""
        self.app.open_what_if(self._reveal.variant)


def answers_page(reveal: Reveal, language: Language, width: int, *, again: bool) -> Content:
    """The truth; each name with both answers in columns, a possible slip under who made it."""
    parts = [plain(line, STRONG) for line in truth_lines(reveal, language)]
    if agreed_at_once(reveal):
        parts.insert(0, plain(say("peers.agree", language)))
    parts += [plain(""), *_answers(reveal, language, width)]
    if again:
        parts += [plain(""), plain(say("peers.all-wrong", language), STRONG)]
    return stacked(parts)


def _answers(reveal: Reveal, language: Language, width: int) -> Iterator[Content]:
    """Names and answers in columns; where those are too wide, an answer below the other."""
    names = max((cell_width(each.name) for each in reveal.answers), default=0)
    firsts = [given(reveal.variant, each.first, language) for each in reveal.answers]
    seconds = [
        given(reveal.twin, each.second, language) if reveal.twin is not None else ""
        for each in reveal.answers
    ]
    heads = say("peers.first-answer", language), say("peers.second-answer", language)
    column = max(map(cell_width, (*firsts, heads[0])))
    in_columns = names + column + max(map(cell_width, seconds)) + 2 * len(_GAP) <= width
    if reveal.twin is not None and in_columns:
        yield plain(f"{' ' * names}{_GAP}{fit(heads[0], column)}{_GAP}{heads[1]}", QUIET)
    slips = told_slips(reveal.answers, language)
    for each, first, second, said in zip(reveal.answers, firsts, seconds, slips, strict=True):
        name = plain(f"{fit(each.name, names)}{_GAP}", STRONG)
        one, other = plain(first, _style(each.first)), plain(second, _style(each.second))
        if in_columns:
            gap = plain(" " * (column - one.cell_length) + _GAP)
            yield side_by_side([name, one, gap, other] if other else [name, one])
        else:
            yield hanging(name, one, width)
            if other:
                yield hanging(plain(" " * names + _GAP), side_by_side([plain("→ "), other]), width)
        for slip in said:
            yield hanging(plain(" " * names + _GAP), plain(slip, QUIET), width)


def _style(vote: Vote | None) -> str:
    if vote is None:
        return QUIET
    return RIGHT if is_right(vote.verdict) else WRONG


def solution_page(reveal: Reveal, language: Language, width: int) -> Content:
    """The worked solution, beside it the slip if only one was made; what the author says."""
    parts = []
    variant = reveal.explained
    if variant is not None:
        steps = worked(variant, only_slip(reveal, variant), language, width)
        if steps:
            parts += [plain(solution_head(reveal, variant, language), QUIET), steps]
    because = reveal.because
    if because is not None and (said := because.in_language(language)):
        parts.append(plain(said))
    return stacked(parts)
