"""What may be said besides an answer: a worked example, a signature, which slip it was."""

from collections.abc import Callable, Sequence

from quizapp.generate import lines_of
from quizapp.mistakes import way_of
from quizapp.plain.pages import example_page
from quizapp.study import Outcome, Sitting
from quizapp.words import Language, say

Print = Callable[..., None]

_WORDS = {
    ":example": "example", ":예시": "example",
    ":retire": "retire", ":그만": "retire",
    ":signature": "signature", ":서명": "signature",
    ":was": "was", ":원인": "was",
    ":not": "not", ":아니요": "not",
}  # fmt: skip


class Asides:
    """Takes the lines that are asides; they cost nothing."""

    def __init__(self, sitting: Sitting, print_lines: Print, language: Language) -> None:
        self._sitting = sitting
        self._print = print_lines
        self._language = language

    def take(self, typed: str) -> bool | None:
        """None where the line is no aside; else whether the next question is to be asked."""
        word, *rest = typed.split() or [""]
        what = _WORDS.get(word)
        if what == "example":
            return self._example()
        if what == "retire":
            return self._retire()
        if what == "signature":
            return self._sign()
        if what == "not":
            return self._settle(None)
        if what == "was":
            return self._settle(rest[0] if rest else "")
        return None

    def offer(self, outcome: Outcome) -> None:
        """Ask which of the slips that tie it was."""
        if not outcome.tied:
            return
        self._print(say("study.which", self._language, first=1, last=len(outcome.tied)))
        self._print(*ways_page(outcome.tied, self._language))

    def _example(self) -> bool:
        variant = self._sitting.show_one()
        if variant is None:
            self._say("study.no-example")
            return False
        self._say("study.example")
        self._print(*example_page(variant, lines_of(variant), self._language))
        return True

    def _retire(self) -> bool:
        self._sitting.retire()
        self._say("study.retired")
        self._sitting.skip()
        return True

    def _sign(self) -> bool:
        """What makes the last item answered again, or before any the one that is asked."""
        item = self._sitting.outcomes[-1].item if self._sitting.outcomes else self._sitting.item
        if item is not None:
            self._print(item.variant.signature)
        return False

    def _settle(self, number: str | None) -> bool:
        last = self._sitting.outcomes[-1] if self._sitting.outcomes else None
        if last is None or not last.verdict.mistakes:
            self._say("study.nothing-to-settle")
            return False
        if number is None:
            self._sitting.not_what_i_did()
        elif number.isdecimal() and 0 < int(number) <= len(last.tied):
            self._sitting.which_was_it(last.tied[int(number) - 1])
        else:
            self.offer(last)
            return False
        self._say("study.noted")
        return False

    def _say(self, key: str) -> None:
        self._print(say(key, self._language))


def ways_page(mistakes: Sequence[str], language: Language) -> list[str]:
    """Slips behind their numbers."""
    return [f"  {n}. {way_of(mistake, language)}" for n, mistake in enumerate(mistakes, 1)]
