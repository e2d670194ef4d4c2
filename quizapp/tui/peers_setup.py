"""Setting up a group: who is here, and which rounds."""

from dataclasses import replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from quizapp.errors import QuizappError
from quizapp.peers import Gathering, RoundKind, Wish, group_of, names_typed
from quizapp.tui.calculator_picker import Picker
from quizapp.tui.commands import bindings
from quizapp.tui.field import PlainInput
from quizapp.tui.numbered import NumberedList
from quizapp.tui.pages import notices_page
from quizapp.tui.peers_group import Group
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import ODD, QUIET, STRONG, plain, side_by_side
from quizapp.words import say, sentence

_KINDS: tuple[RoundKind | None, ...] = ("mix", None, "misses", "code", "cards")
"""None stands for the mix of one topic."""

_APART_KINDS: tuple[RoundKind | None, ...] = ("mix", None, "code")
MOST_ROUNDS = 30
_ROWS_WITH_HOW = 22


class PeersSetupScreen(CommandScreen):
    """Names, then a row to begin with; groups that were broken off come first."""

    CSS_PATH = "peers.tcss"
    NAMES = ("begin-group", "field", "more", "less", "home", "language", "quit")
    BINDINGS = bindings(NAMES)
    AUTO_FOCUS = "PlainInput"

    def __init__(self, gathering: Gathering, wish: Wish) -> None:
        super().__init__()
        self._gathering = gathering
        self._wish = wish
        self._left = () if wish.people else gathering.unfinished()
        self._kinds = _APART_KINDS if wish.apart else _KINDS
        self._notices = self.app.take_notices()
        self._fault: QuizappError | None = None

    def body(self) -> ComposeResult:
        """A field for the names, then the rows."""
        yield Static(id="notices")
        yield Static(id="how")
        yield Static(id="who")
        yield PlainInput(", ".join(self._wish.people), id="names")
        yield Static(id="fault")
        yield Static(id="which")
        first = len(self._left) + self._kinds.index(self._kind_wished())
        yield NumberedList(len(self._left) + len(self._kinds), cursor=0 if self._left else first)

    def _kind_wished(self) -> RoundKind | None:
        return None if self._wish.kind == "mix" and self._wish.topics else self._wish.kind

    def on_mount(self) -> None:
        """Nothing to type where a group can simply go on."""
        self.query_one(PlainInput).cursor_blink = False
        if self._left or self._wish.people:
            self.query_one(NumberedList).focus()

    def show(self) -> None:
        """Write it all."""
        language = self.language
        self.head(plain(say("peers.title", language), STRONG), plain(""))
        self.write("notices", notices_page(self._notices, language))
        # A small terminal has no room for it above what is asked.
        roomy = self.app.size.height >= _ROWS_WITH_HOW
        self.write("how", plain(say("peers.how", language) if roomy else "", QUIET))
        self.write("who", plain(say("peers.names", language), STRONG))
        fault = self._fault
        self.write("fault", plain("" if fault is None else sentence(fault, language), ODD))
        names = [" · ".join(left.people) for left in self._left]
        rows = [say("peers.go-on-with", language, people=people) for people in names]
        rows += [say(f"peers.kind-{kind or 'topic'}", language) for kind in self._kinds]
        self.query_one(NumberedList).show(rows)
        self._show_rounds()

    def _show_rounds(self) -> None:
        which = plain(f"{say('peers.which', self.language)}   ", STRONG)
        rounds = say("peers.rounds", self.language, count=self._wish.rounds)
        self.write("which", side_by_side([which, plain(rounds, QUIET)]))

    def action_field(self) -> None:
        """Between names and rows."""
        names, rows = self.query_one(PlainInput), self.query_one(NumberedList)
        (rows if names.has_focus else names).focus()

    def action_more(self) -> None:
        """A round more."""
        self._change(1)

    def action_less(self) -> None:
        """A round less."""
        self._change(-1)

    def _change(self, by: int) -> None:
        rounds = min(max(self._wish.rounds + by, 1), MOST_ROUNDS)
        self._wish = replace(self._wish, rounds=rounds)
        self._show_rounds()

    @on(Input.Submitted)
    def _named(self) -> None:
        if self._people() is not None:
            self.query_one(NumberedList).focus()

    @on(NumberedList.Picked)
    def _picked(self) -> None:
        self.action_begin_group()

    def action_begin_group(self) -> None:
        """Begin with the row under the cursor; of a topic, ask which."""
        place = self.query_one(NumberedList).chosen[0]
        if place < len(self._left):
            self._begin(self._left[place])
            return
        people, kind = self._people(), self._kinds[place - len(self._left)]
        if people is None:
            self.query_one(PlainInput).focus()
        elif kind is not None:
            topics = self._wish.topics if kind != "mix" or self._kind_wished() == "mix" else ()
            self._begin(replace(self._wish, people=people, kind=kind, topics=topics))
        else:
            self._ask_topic(replace(self._wish, people=people, kind="mix"))

    def _people(self) -> tuple[str, ...] | None:
        """The names typed; where they cannot be a group's, that is said."""
        typed = self.query_one(PlainInput).value
        try:
            people = group_of(names_typed(typed))
        except QuizappError as error:
            self._say_fault(error)
            return None
        self._say_fault(None)
        return people

    def _say_fault(self, fault: QuizappError | None) -> None:
        self._fault = fault
        self.refill()

    def _ask_topic(self, wish: Wish) -> None:
        topics = self._topics()

        def chosen(place: int | None) -> None:
            if place is not None:
                self._begin(replace(wish, topics=(topics[place][0],)))

        title = say("peers.which-topic", self.language)
        titles = [title for _, title in topics]
        self.app.push_screen(Picker(title, titles, self.language), chosen)

    def _topics(self) -> list[tuple[str, str]]:
        """Topics of the banks at hand that can be put to a vote, each with its title."""
        found: dict[str, str] = {}
        for bank in self._gathering.library.banks:
            for question in bank.questions:
                topic = bank.topics.get(question.topic)
                title = bank.title if topic is None else topic.title
                found.setdefault(question.topic, title.in_language(self.language))
        return list(found.items())

    def _begin(self, wish: Wish) -> None:
        def begun(result: Group | QuizappError) -> None:
            if isinstance(result, Group):
                self.app.open_group(result)
            else:
                self._say_fault(result)

        self.meanwhile(partial(_gathered, self._gathering, wish), begun)


def _gathered(gathering: Gathering, wish: Wish) -> Group | QuizappError:
    """The group; or why there is none."""
    try:
        return Group(*gathering.sitting(wish))
    except QuizappError as error:
        return error
