"""A group's rounds as lines: private answers in turn, then what all may see."""

from collections.abc import Callable
from typing import TextIO

from quizapp.errors import HistoryError, RoundError
from quizapp.peers import (
    GroupSitting,
    Over,
    Recalling,
    Revealed,
    Talking,
    Turned,
    Voting,
)
from quizapp.plain.masked import Typing
from quizapp.plain.peers_pages import (
    asked_page,
    back_page,
    reveal_page,
    summary_page,
    talk_page,
    ways_page,
)
from quizapp.words import Language, plain_text, say, sentence

COMMANDS = {
    ":quit": "quit", ":끝": "quit",
    ":skip": "skip", ":건너뛰기": "skip",
    ":ways": "ways", ":방법": "ways",
    ":join": "join", ":들어오기": "join",
    ":leave": "leave", ":나가기": "leave",
}  # fmt: skip


def play_together(
    sitting: GroupSitting, typing: Typing, out: TextIO, language: Language, *, goes_on: bool = False
) -> None:
    """Play to the last round, to ``:quit`` or to the end of input; then print the summary.

    A kill, a signal or ctrl+c leaves the journal, and with it the round, to be gone on with.
    """
    GroupLines(sitting, typing, out, language).run(goes_on=goes_on)


class GroupLines:
    """One group sitting being played in lines."""

    def __init__(
        self, sitting: GroupSitting, typing: Typing, out: TextIO, language: Language
    ) -> None:
        self._sitting = sitting
        sitting.language = language
        self._typing = typing
        self._out = out
        self._language = language
        self._undrawn = 0
        self._unsaved = False
        self._asked: object = None
        self._turn = ""
        self._talked = -1

    def run(self, *, goes_on: bool) -> None:
        """Until the rounds are over, or nothing more is typed."""
        self._say("peers.commands")
        if goes_on:
            self._say("peers.resumed")
        while not isinstance(self._sitting.phase, Over):
            for error in self._sitting.table.undrawn[self._undrawn :]:
                self._print(sentence(error, self._language))
            self._undrawn = len(self._sitting.table.undrawn)
            if not self._moment():
                self._sitting.end()
        self._sitting.finish()
        self._print(*summary_page(self._sitting.table, self._language))

    def _moment(self) -> bool:
        """Whatever the phase asks for, once; False at the end of input and for ``:quit``."""
        table = self._sitting.table
        if not table.present:
            self._say("peers.nobody")
            return self._open(None)
        match table.phase:
            case Voting():
                return self._vote()
            case Talking() as talk:
                self._talk(talk, table.place)
                return self._open(self._sitting.ready)
            case Revealed(reveal, again):
                self._print("", *reveal_page(reveal, self._language, again=again))
                self._say("peers.next")
                return self._open(self._sitting.go_on)
            case Recalling(name):
                self._print("", *asked_page(table, self._language), f"  {name}")
                return self._open(self._sitting.turn)
            case Turned(_, variant):
                self._print(*back_page(variant, self._language))
                return self._answer(table.waiting[0])
        return False

    def _talk(self, talk: Talking, place: int) -> None:
        """Where answers part; the ways alone where that was said before."""
        if talk.ways_shown and self._talked == place:
            self._print(*ways_page(talk.parting, self._language))
            self._say("peers.talk")
        else:
            self._print("", *talk_page(talk, self._language))
        self._talked = place

    def _vote(self) -> bool:
        """The next private answer; the question above it only when it is new."""
        table, me = self._sitting.table, self._sitting.plan.me
        phase = table.phase
        if isinstance(phase, Voting) and self._asked != (table.place, phase.ballot):
            self._asked, self._turn = (table.place, phase.ballot), ""
            self._print("", *asked_page(table, self._language))
            if me is not None and me not in table.waiting and self._sitting.code is not None:
                self._say("peers.code", code=self._sitting.code)
        if me is None:
            if self._turn != table.waiting[0]:
                self._turn = table.waiting[0]
                self._say("peers.keyboard", name=self._turn)
            return self._answer(self._turn)
        return self._answer(me) if me in table.waiting else self._code(table.waiting[0])

    def _answer(self, name: str) -> bool:
        masked = self._typing.masked(f"{plain_text(name)}> ")
        if masked is None:
            return False
        typed = masked.strip()
        if typed.startswith(":"):
            return self._command(typed, name)
        again = self._sitting.vote(name, typed)
        if again is not None:
            self._say("peers.ask-again", why=again)
            return True
        self._told(self._sitting.unsaved)
        self._say("peers.locked")
        if name == self._sitting.plan.me and self._sitting.code is not None:
            self._say("peers.code", code=self._sitting.code)
        return True

    def _code(self, name: str) -> bool:
        """Somebody else's answer, from their code."""
        whose = say("peers.code-of", self._language, name=plain_text(name))
        typed = self._typing.line(f"{whose}> ")
        if typed is None:
            return False
        if typed.strip().startswith(":"):
            return self._command(typed.strip(), name)
        try:
            again = self._sitting.enter_code(name, typed)
        except RoundError as error:
            self._print(sentence(error, self._language))
            return True
        if again is not None:
            self._say("peers.ask-again", why=again)
        return True

    def _open(self, on_enter: Callable[[], None] | None) -> bool:
        """A line that everyone may see: a command, or enter to go on."""
        typed = self._typing.line("> ")
        if typed is None:
            return False
        if typed.strip().startswith(":") or on_enter is None:
            return self._command(typed.strip(), "")
        on_enter()
        self._told(self._sitting.unsaved)
        return True

    def _command(self, typed: str, name: str) -> bool:
        """Take a command; ``name`` is whom it means where it names nobody."""
        word, _, rest = typed.partition(" ")
        command, whom = COMMANDS.get(word), rest.strip() or name
        if command == "quit":
            return False
        try:
            self._take(command, typed, whom)
        except RoundError as error:
            self._print(sentence(error, self._language))
        return True

    def _take(self, command: str | None, typed: str, whom: str) -> None:
        phase = self._sitting.phase
        if command == "ways" and isinstance(phase, Talking) and phase.parting.ways:
            self._sitting.show_ways()
        elif command == "skip":
            self._sitting.skip()
        elif command == "leave" and whom:
            self._sitting.leave(whom)
        elif command == "join" and whom:
            self._sitting.join(whom)
        else:
            self._say("peers.what-now", typed=typed)

    def _told(self, unsaved: HistoryError | None) -> None:
        """Say once that something is not saved, until all of it is again."""
        if unsaved is not None and not self._unsaved:
            self._print(sentence(unsaved, self._language))
        self._unsaved = unsaved is not None

    def _say(self, key: str, **figures: object) -> None:
        self._print(say(key, self._language, **figures))

    def _print(self, *lines: str) -> None:
        for line in lines:
            self._out.write(plain_text(line) + "\n")
        self._out.flush()
