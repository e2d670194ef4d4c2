"""A question with a number changed, and the answer that follows."""

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizapp.drawing import network_lines
from quizapp.generate import Variant
from quizapp.generate.what_if import changeable, stepped, suppose
from quizapp.tui.commands import bindings
from quizapp.tui.numbered import NumberedList
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import ODD, QUIET, STRONG, plain, stacked
from quizapp.words import cell_width, fit, render, say, sentence

_INDENT = "   "
_VALUES_IN_SIGHT = 7


class WhatIfScreen(CommandScreen):
    """Opened over a verdict, to which it goes back; nothing here is kept."""

    CSS_PATH = "what_if.tcss"
    NAMES = ("close", "more", "less", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, variant: Variant) -> None:
        super().__init__()
        self._variant = variant
        self._listed = changeable(variant)
        self._supposed = suppose(variant, {})

    def body(self) -> ComposeResult:
        """The numbers, the answer, the question they make."""
        yield Static(id="keys")
        yield NumberedList(len(self._listed))
        yield Static(id="answer")
        yield Static(id="asked")

    def show(self) -> None:
        """Write it all."""
        language = self.language
        self.head(
            plain(say("calculator.what-if", language), STRONG),
            plain(self._variant.question.key, QUIET),
        )
        self.write("keys", plain(say("calculator.what-if-keys", language), QUIET))
        column = max(map(cell_width, self._listed), default=0)
        self.query_one(NumberedList).show(
            [
                f"{fit(name, column)}   {values_line(values, self._supposed.values[name])}"
                for name, values in self._listed.items()
            ]
        )
        self.write("answer", self._answer())
        self.write("asked", self._asked())

    def _answer(self) -> Content:
        """The answer as it moves, and what is to be said against these numbers."""
        supposed, language = self._supposed, self.language
        reason = "" if supposed.fault is None else sentence(supposed.fault, language)
        if supposed.drawn is None:
            return plain(say("calculator.no-answer", language, reason=reason), ODD)
        answer = plain(say("calculator.answer", language, change=supposed.change), STRONG)
        return stacked([answer, plain(reason, QUIET)] if reason else [answer])

    def _asked(self) -> Content:
        """The question as it would read; nothing where there is none."""
        prompt, drawn = self._supposed.prompt, self._supposed.drawn
        if prompt is None or drawn is None:
            return plain("")
        lines = network_lines(drawn.networks, self._variant.show, width=self.body_width)
        shown = [plain(""), *(plain(f"{_INDENT}{line}") for line in lines)] if lines else []
        return stacked([plain(prompt.in_language(self.language)), *shown])

    def action_more(self) -> None:
        """The next value of the number with the mark."""
        self._change(1)

    def action_less(self) -> None:
        """The value before."""
        self._change(-1)

    def _change(self, step: int) -> None:
        name = list(self._listed)[self.query_one(NumberedList).cursor or 0]
        self._supposed = stepped(self._supposed, name, step)
        self.refill()


def values_line(values: Sequence[Any], chosen: Any) -> str:
    """``1  [3]  5``: the values around the chosen one, ``…`` where there are more."""
    place = values.index(chosen)
    start = min(max(place - _VALUES_IN_SIGHT // 2, 0), max(len(values) - _VALUES_IN_SIGHT, 0))
    stop = start + _VALUES_IN_SIGHT
    shown = [
        f"[{render(value)}]" if number == place else f" {render(value)} "
        for number, value in enumerate(values)
        if start <= number < stop
    ]
    return ("… " if start else "") + " ".join(shown).rstrip() + (" …" if stop < len(values) else "")
