"""A sitting as lines in and lines out."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from quizapp.generate import CardAsked, TableAsked, wrong_lines
from quizapp.grade import read_row, unread_row
from quizapp.plain.asides import Asides
from quizapp.plain.pages import (
    question_page,
    saved_page,
    solution_page,
    summary_page,
    unread_page,
    verdict_page,
)
from quizapp.study import Outcome, Sitting
from quizapp.words import Language, plain_text, say, sentence

COMMANDS = {
    ":hint": "hint", ":힌트": "hint",
    ":skip": "skip", ":건너뛰기": "skip",
    ":undo": "undo", ":되돌리기": "undo",
    ":flag": "flag", ":신고": "flag",
    ":quit": "quit", ":끝": "quit",
}  # fmt: skip


def play(sitting: Sitting, lines: Iterable[str], out: TextIO, language: Language) -> None:
    """Play to the end of the sitting, of the lines, or to ``:quit``; then print the summary.

    Nothing but text is written: no colour and no control codes.
    """
    LineMode(sitting, iter(lines), out, language).run()


class LineMode:
    """One sitting being played: prints a page, reads a line, and so on."""

    def __init__(
        self, sitting: Sitting, lines: Iterator[str], out: TextIO, language: Language
    ) -> None:
        self._sitting = sitting
        sitting.language = language
        self._lines = lines
        self._out = out
        self._language = language
        self._noticed = 0
        self._unsaved = False
        self._rows: list[str] = []
        self._asides = Asides(sitting, self._print, language)
        self._actions: dict[str, Callable[[], bool]] = {
            "hint": self._hint,
            "skip": self._skip,
            "undo": self._undo,
            "flag": self._flag,
        }

    def run(self) -> None:
        """Until nothing is asked any more or nothing more is typed."""
        self._print(say("plain.commands", self._language))
        if self._sitting.item is not None:
            self._print(say("study.more-commands", self._language))
        self._ask()
        while self._sitting.item is not None:
            self._out.write("> ")
            self._out.flush()
            line = next(self._lines, None)
            if line is None:
                self._print("")
                break
            typed = line.strip()
            action = COMMANDS.get(typed)
            if action == "quit":
                break
            asks_next = self._actions[action]() if action else self._asides.take(typed)
            if asks_next is None:
                asks_next = self._answer(typed)
            if asks_next:
                self._ask()
        self._sitting.close()
        if self._sitting.seconds_left == 0:
            self._print("", say("study.time-is-up", self._language))
        self._print(*summary_page(self._sitting.summary(), self._language))

    def _print(self, *lines: str) -> None:
        for line in lines:
            self._out.write(plain_text(line) + "\n")
        self._out.flush()

    def _ask(self) -> None:
        for error in self._sitting.notices[self._noticed :]:
            self._print(sentence(error, self._language))
        self._noticed = len(self._sitting.notices)
        if self._sitting.item is not None:
            self._print("", *question_page(self._sitting.item, self._language))
            self._rows = []
            self._ask_row()

    def _answer(self, typed: str) -> bool:
        text = self._gathered(typed)
        if text is None:
            return False
        outcome = self._sitting.submit(text)
        self._rows = []
        if not outcome.verdict.counts:
            self._print(*unread_page(outcome.verdict, self._language))
            return False
        self._print(*saved_page(outcome, self._language, said_before=self._unsaved))
        self._unsaved = outcome.unsaved is not None
        self._print(*verdict_page(outcome, self._language))
        self._explain(outcome)
        self._asides.offer(outcome)
        self._sitting.advance()
        return True

    def _gathered(self, typed: str) -> str | None:
        """The answer when it is whole: a table is typed row by row, a card is turned first."""
        asked = self._sitting.item.variant.asked if self._sitting.item is not None else None
        if isinstance(asked, CardAsked) and not typed:
            back = asked.back.in_language(self._language)
            self._print(say("asked.back", self._language, back=back))
            self._print(say("asked.grade-card", self._language))
            return None
        if not isinstance(asked, TableAsked) or ";" in typed:
            return typed
        if read_row(asked.columns, typed) is None:
            why = unread_row(asked, asked.given + len(self._rows) + 1)
            self._print(why.in_language(self._language))
            return None
        self._rows.append(typed)
        if asked.given + len(self._rows) == len(asked.rows):
            return "; ".join(self._rows)
        self._ask_row()
        return None

    def _ask_row(self) -> None:
        """Which row of a table comes next."""
        asked = self._sitting.item.variant.asked if self._sitting.item is not None else None
        if isinstance(asked, TableAsked):
            number, count = asked.given + len(self._rows) + 1, len(asked.rows)
            layer = asked.rows[number - 1].layer
            self._print(
                say("plain.row-of", self._language, number=number, count=count, layer=layer)
            )

    def _explain(self, outcome: Outcome) -> None:
        """The worked solution where the answer was wrong, a single slip's own lines beside it."""
        if outcome.verdict.kind == "correct":
            return
        variant = outcome.item.variant
        ids = outcome.verdict.mistakes
        known = outcome.verdict.diagnosis.catalogued
        wrong = wrong_lines(variant, ids[0].split("+")) if len(ids) == 1 and known else ()
        self._print(*solution_page(variant, wrong, self._language))

    def _hint(self) -> bool:
        hint = self._sitting.hint()
        if hint is None:
            self._print(say("plain.no-more-hints", self._language))
            return False
        self._print(
            say(
                "plain.hint",
                self._language,
                number=len(self._sitting.hints_shown),
                count=self._sitting.hint_total,
                hint=hint.in_language(self._language),
            )
        )
        return False

    def _skip(self) -> bool:
        self._print(say("plain.skipped", self._language))
        self._sitting.skip()
        return True

    def _undo(self) -> bool:
        if self._sitting.undo() is None:
            self._print(say("plain.nothing-to-undo", self._language))
            return False
        self._print(say("plain.undone", self._language))
        return True

    def _flag(self) -> bool:
        self._sitting.flag()
        self._print(say("plain.flagged", self._language))
        return False
