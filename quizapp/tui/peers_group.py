"""A group on the screens: its sitting, and the frame of every moment of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizapp.errors import RoundError
from quizapp.peers import GroupSitting
from quizapp.tui.pages import notices_page
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import ODD, plain, stacked
from quizapp.words import Text, cell_width, error_text, fit, phrase, say, sentence


@dataclass(slots=True)
class Group:
    """A sitting, and how much of what went wrong in it has been said."""

    sitting: GroupSitting
    goes_on: bool = False
    """It was taken up where it had stopped, which is yet to be said."""
    undrawn: int = 0
    screens: int = 0
    """Of its screens, those that are open: at a change from one to the next there are two."""

    def notices(self) -> Iterator[Text]:
        """What is to be said before anything else; each thing once, but for what is not saved."""
        if self.goes_on:
            self.goes_on = False
            yield phrase("peers.goes-on")
        for error in self.sitting.table.undrawn[self.undrawn :]:
            yield error_text(error)
        self.undrawn = len(self.sitting.table.undrawn)
        if self.sitting.unsaved is not None:
            yield error_text(self.sitting.unsaved)


class GroupScreen(CommandScreen):
    """One moment of a group's rounds. What it shows is what the phase of the table holds."""

    CSS_PATH = "peers.tcss"

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.group = group
        group.screens += 1
        self._notices = [*self.app.take_notices(), *group.notices()]
        self._refused: RoundError | None = None

    @property
    def sitting(self) -> GroupSitting:
        """The sitting that is played."""
        return self.group.sitting

    def body(self) -> ComposeResult:
        """Notices, then what the moment is about."""
        yield Static(id="notices")
        yield from self.moment()

    def moment(self) -> ComposeResult:
        """What is looked at now."""
        yield from ()

    def show(self) -> None:
        """Write the frame, then the moment."""
        table, aside = self.sitting.table, self.aside()
        round_ = say(
            "peers.round",
            self.language,
            number=min(table.place + 1, len(table.plan.rounds)),
            count=len(table.plan.rounds),
            people=" · ".join(table.here),
        )
        self.head(plain(fit(round_, min(cell_width(round_), self.room_beside(aside)))), aside)
        refused = self._refused
        notices = [notices_page(self._notices, self.language)] if self._notices else []
        if refused is not None:
            notices.append(plain(f"! {sentence(refused, self.language)}", ODD))
        self.write("notices", stacked(notices))
        self.show_moment()

    def aside(self) -> Content:
        """What stands at the right of the top line."""
        return plain("")

    def show_moment(self) -> None:
        """Write what the moment is about."""
        raise NotImplementedError

    def take(self, step: Callable[[], object]) -> None:
        """Take a step and show what comes of it; one that cannot be taken is told."""

        def taken(refused: RoundError | None) -> None:
            if refused is None:
                self.app.open_group(self.group)
            else:
                self._refused = refused
                self.refill()

        self.meanwhile(partial(_refusal, step), taken)

    def action_skip(self) -> None:
        """Leave this round."""
        self.take(self.sitting.skip)

    def action_finish(self) -> None:
        """No more rounds."""
        self.take(self.sitting.end)

    def on_unmount(self) -> None:
        """Whoever leaves the group's screens leaves it for later: here, or at another terminal."""
        self.group.screens -= 1
        if not self.group.screens:
            self.sitting.pause()

    def action_people(self) -> None:
        """Who is here: go, come, come back."""
        from quizapp.tui.peers_people import PeopleModal

        def chosen(name: str | None) -> None:
            if name == "":
                self.welcome()
            elif name is not None:
                self.go_or_come(name)

        self.app.push_screen(PeopleModal(self.sitting.table, self.language), chosen)

    def go_or_come(self, name: str) -> None:
        """Somebody who is here goes, somebody who was here comes back."""
        here = name in self.sitting.table.present
        self.take(partial(self.sitting.leave if here else self.sitting.join, name))

    def welcome(self) -> None:
        """Somebody new."""
        from quizapp.tui.peers_people import NewcomerModal

        def named(name: str | None) -> None:
            if name is not None:
                self.take(partial(self.sitting.join, name))

        people = self.sitting.table.people
        self.app.push_screen(NewcomerModal(people, self.language), named)


def _refusal(step: Callable[[], object]) -> RoundError | None:
    """Take a step; why it could not be taken, where that was so."""
    try:
        step()
    except RoundError as error:
        return error
    return None
