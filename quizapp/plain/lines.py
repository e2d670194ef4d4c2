"""A sitting as lines in and lines out."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from quizapp.generate import wrong_lines
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
        self._lines = lines
        self._out = out
        self._language = language
        self._noticed = 0
        self._unsaved = False
        self._actions: dict[str, Callable[[], bool]] = {
            "hint": self._hint,
            "skip": self._skip,
            "undo": self._undo,
            "flag": self._flag,
        }

    def run(self) -> None:
        """Until nothing is asked any more or nothing more is typed."""
        self._print(say("plain.commands", self._language))
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
            asks_next = self._actions[action]() if action else self._answer(typed)
            if asks_next:
                self._ask()
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

    def _answer(self, typed: str) -> bool:
        outcome = self._sitting.submit(typed)
        if not outcome.verdict.counts:
            self._print(*unread_page(outcome.verdict, self._language))
            return False
        self._print(*saved_page(outcome, self._language, said_before=self._unsaved))
        self._unsaved = outcome.unsaved is not None
        self._print(*verdict_page(outcome, self._language))
        self._explain(outcome)
        self._sitting.advance()
        return True

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
