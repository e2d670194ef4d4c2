"""The program: which screen is open, and in which language."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.filter import LineFilter
from textual.reactive import Reactive, reactive, var
from textual.screen import ModalScreen, Screen
from textual.theme import Theme

from quizapp.collector import settle
from quizapp.errors import QuizappError
from quizapp.settings import Settings
from quizapp.tui.ascii_only import AsciiOnly
from quizapp.tui.commands import COMMANDS, Command, commands_with, faults_in
from quizapp.tui.launch import Launch
from quizapp.tui.orderly import OrderlyApp
from quizapp.tui.theme import THEMES, USUAL, theme_named
from quizapp.words import Language, Text, error_text, phrase

if TYPE_CHECKING:
    from quizapp.bank import Library, Question
    from quizapp.calc import Network
    from quizapp.generate import Variant
    from quizapp.peers import GroupSitting, Wish
    from quizapp.study import Outcome, Sitting, Verb, Wanted
    from quizapp.study.overview import LeftOff, Overview
    from quizapp.tui.calculator import Draft
    from quizapp.tui.peers_group import Group

T = TypeVar("T")

_BASE = 2
"""Textual's own empty screen, and the one that is turned."""

_PATIENCE = 0.2
"""Seconds until it is said that the banks are being read: mostly they are, and nothing flickers."""


class QuizApp(OrderlyApp):
    """Holds what the screens share and opens them; each is imported when first opened."""

    # Those of a sitting too: at a style sheet of its own a screen has all others parsed again.
    CSS_PATH = ["app.tcss", "page.tcss", "answers.tcss", "sitting.tcss"]  # noqa: RUF012 # Textual types it so
    language: reactive[Language] = reactive[Language]("en", init=False)
    commands: var[Mapping[str, Command]] = var[Mapping[str, Command]](COMMANDS, init=False)
    """The table, with the keys that the learner has set."""

    theme: Reactive[str] = Reactive(theme_named(USUAL).name)
    """The usual one from the start: one that is put on has all style sheets parsed again."""

    def __init__(self, launch: Launch) -> None:
        super().__init__()
        # Whatever moves would paint a key's answer more than once.
        self.animation_level = "none"
        self.launch = launch
        self.sitting: Sitting | None = None
        self.wanted: Wanted | None = None
        self.left_off: LeftOff | None = None
        self._notices: list[Text] = []
        self._ascii_only = AsciiOnly()
        self._reckons = False
        self._begun = 0
        self._said = 0
        self._told: set[str] = set()
        self.draft: Draft | None = None
        self.set_reactive(QuizApp.language, launch.language)
        self._adopt(launch.settings)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Ours alone."""
        return {theme.name: theme for theme in THEMES.values()}

    def on_mount(self) -> None:
        """Home, or the sitting that was asked for, as soon as the banks are read."""
        self._opening = self.set_timer(_PATIENCE, self._open_opening)
        launch = self.launch
        self._reckon(launch.load or (lambda: launch), self._loaded)

    def _open_opening(self) -> None:
        from quizapp.tui.opening import OpeningScreen

        self.push_screen(OpeningScreen())

    def _loaded(self, launch: Launch) -> None:
        self.launch = launch
        self._notices += [*launch.notices, *faults_in(launch.settings.keys)]
        if launch.preview is not None:
            self._open_preview(*launch.preview)
        elif launch.group is not None:
            self._turn_to(self._group_asked_for(launch.group))
        elif launch.wanted is None:
            self._reckon(launch.left_off, self._home_or_on)
        else:
            self.begin(launch.wanted)

    def _home_or_on(self, left_off: LeftOff | None) -> None:
        self.left_off = left_off
        self.open_home()

    def want(
        self,
        verb: Verb,
        pool: Sequence[Question],
        *,
        count: int | None = None,
        names: tuple[str, ...] = (),
    ) -> None:
        """Begin a sitting of a kind, with numbers not yet seen in this run."""
        self.begin(self.launch.want(verb, pool, self._begun, count=count, names=names))

    def begin(self, wanted: Wanted) -> None:
        """Begin what is wanted, or go on with it where it was broken off."""

        def begun(sitting: Sitting) -> None:
            self.wanted, self.sitting, self.left_off = wanted, sitting, None
            self._begun += 1
            self._said = 0
            if sitting.steps:
                self._notices.append(phrase("study.taken-up"))
            if wanted.verb == "sprint":
                self._notices.append(phrase("study.sprint"))
            self.open_sitting(sitting)

        self._reckon(partial(self.launch.begin, wanted), begun)

    def want_everything(self, verb: Verb) -> None:
        """The same over all banks."""
        self.want(verb, [q for bank in self.launch.library.banks for q in bank.questions])

    @property
    def unfinished(self) -> tuple[Sitting | LeftOff, Verb] | None:
        """A sitting that is not over, of this run or broken off before it."""
        if self.sitting is not None and self.sitting.item is not None and self.wanted is not None:
            return self.sitting, self.wanted.verb
        return None if self.left_off is None else (self.left_off, self.left_off.wanted.verb)

    def go_on(self) -> None:
        """Take up the sitting that is not over."""
        if self.sitting is not None and self.sitting.item is not None:
            self.open_sitting(self.sitting)
        elif self.left_off is not None:
            self.begin(self.left_off.wanted)

    def begin_again(self) -> None:
        """Another sitting like the last one, with numbers of its own."""
        if self.wanted is not None:
            self.begin(replace(self.wanted, seed=self.launch.seed_after(self._begun)))

    def end_sitting(self) -> None:
        """The sitting is over: it is not taken up again."""
        if self.sitting is not None:
            self.sitting.close()
            self.sitting = None

    @property
    def settings(self) -> Settings:
        """What the learner has set."""
        return self.launch.settings

    def set(self, settings: Settings) -> Text | None:
        """Follow other settings from now on, and keep them; what keeps them from being kept.

        The language is for :meth:`action_language`: what was said on the command line comes first.
        """
        self.launch = self.launch.with_settings(settings)
        self._adopt(settings)
        error = self.launch.save(settings)
        return None if error is None else error_text(error)

    def _adopt(self, settings: Settings) -> None:
        self.theme = theme_named(settings.theme).name
        self.commands = commands_with(settings.keys)
        if self._ascii_only.enabled != settings.ascii:
            self._ascii_only.enabled = settings.ascii
            for screen in self.screen_stack if self.is_running else ():
                for node in screen.walk_children(with_self=True):
                    node.refresh()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and signs of ASCII alone where that is set."""
        own = [self._ascii_only] if self._ascii_only.enabled else []
        return [*super().get_line_filters(), *own]

    def first_time(self, advice: str) -> bool:
        """True once for each piece of advice."""
        fresh = advice not in self._told
        self._told.add(advice)
        return fresh

    def leaving(self) -> ModalScreen[str | None]:
        """Asked at ctrl+c."""
        from quizapp.tui.menu import Leave

        return Leave(self.language, self.launch.keeper.pending)

    def take_notices(self, sitting: Sitting | None = None) -> list[Text]:
        """What is still to be said, of the start and of the sitting; each is taken once."""
        errors = [] if sitting is None else sitting.notices[self._said :]
        self._said += len(errors)
        taken, self._notices = [*self._notices, *map(error_text, errors)], []
        return taken

    def open_home(self) -> None:
        """The home screen, with the day as it stands."""
        self._reckon(self.launch.overview, self._turn_home)

    def _turn_home(self, overview: Overview) -> None:
        from quizapp.tui.home import HomeScreen

        self._turn_to(HomeScreen(overview))

    def open_sitting(self, sitting: Sitting, typed: str = "") -> None:
        """Where the sitting stands: its question, its verdict, or its results."""
        from quizapp.tui.sitting import SittingScreen

        self.sitting = sitting
        item = sitting.item if sitting.answered is None else sitting.answered.item
        open_ = self.screen_stack[_BASE - 1 :][:1]
        if item is None:
            self.open_results(sitting)
        elif open_ and isinstance(open_[0], SittingScreen) and open_[0].sitting is sitting:
            self._close_above()
            open_[0].turn(typed)
        else:
            self._turn_to(SittingScreen(sitting, item, typed))

    def open_results(self, sitting: Sitting) -> None:
        """The score so far."""
        from quizapp.tui.results import ResultsScreen

        self._turn_to(ResultsScreen(sitting))

    def open_missed(self, sitting: Sitting, place: int) -> None:
        """One of the answers missed, by its place among them."""
        from quizapp.tui.missed import MissedScreen

        self._turn_to(MissedScreen(sitting, place))

    def open_group(self, group: Group) -> None:
        """The moment at which a group is."""
        from quizapp.tui.peers_screens import screen_of

        self._turn_to(screen_of(group))

    def open_browse(self, library: Library | None = None, search: str = "", key: str = "") -> None:
        """The questions that have the words of a search; the cursor at the one with the key."""
        from quizapp.tui.browse import BrowseScreen

        self._turn_to(BrowseScreen(library or self.launch.library, search, key))

    def open_specimen(
        self, library: Library, questions: Sequence[Question], place: int, search: str
    ) -> None:
        """One of the questions found, with everything that a learner does not see."""
        from quizapp.tui.specimen import SpecimenScreen

        self._turn_to(SpecimenScreen(library, questions, place, search=search))

    def _open_preview(self, path: Path, seed: int) -> None:
        from quizapp.tui.preview import PreviewScreen, WatchedFile

        self._turn_to(PreviewScreen(WatchedFile(path), seed))

    def open_pictures(
        self,
        networks: Mapping[str, Network],
        kinds: frozenset[str] | None = None,
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        """Networks in pictures over the screen that is open; all kinds of them unless said."""
        from quizapp.tui.picture import PictureScreen

        self.push_screen(PictureScreen(networks, kinds, hidden))

    def open_example(self, variant: Variant) -> None:
        """A question worked out, over the screen that is open."""
        from quizapp.tui.example import ExampleScreen

        self.push_screen(ExampleScreen(variant))

    def due_again(self, outcome: Outcome) -> int | None:
        """In how many days what was answered comes back, if that can be said."""
        from quizapp.study.overview import next_due

        verb = None if self.wanted is None else self.wanted.verb
        return None if verb is None else next_due(self.launch.desk, verb, outcome)

    def open_what_if(self, variant: Variant) -> None:
        """A question's numbers changed, over the screen that is open."""
        from quizapp.tui.what_if import WhatIfScreen

        self.push_screen(WhatIfScreen(variant))

    def action_progress(self) -> None:
        """What has come of it, over the screen that is open."""
        from quizapp.tui.progress import ProgressScreen

        self._reckon(self.launch.overview, lambda day: self._push(ProgressScreen(day)))

    def action_settings(self) -> None:
        """What can be set, over the screen that is open."""
        from quizapp.tui.settings_screen import SettingsScreen

        self._push(SettingsScreen())

    def action_help(self) -> None:
        """Every command and its keys, over the screen that is open."""
        from quizapp.tui.help import HelpScreen

        self._push(HelpScreen(self._known_as))

    @property
    def _known_as(self) -> str:
        from quizapp.tui.screen import CommandScreen

        return self.screen.known_as if isinstance(self.screen, CommandScreen) else ""

    def action_language(self) -> None:
        """The other language, from now on."""
        self.language = "en" if self.language == "ko" else "ko"
        if error := self.set(replace(self.settings, language=self.language)):
            self._notices.append(error)

    def action_calculator(self) -> None:
        """A network of one's own, as the calculator was left."""
        from quizapp.tui.calculator import CalculatorScreen, Draft

        self._turn_to(CalculatorScreen(self.draft or Draft()))

    def action_peers(self) -> None:
        """Rounds for several people: a group to be set up."""
        from quizapp.peers import Wish

        self._turn_to(self._group_asked_for(Wish()))

    def action_browse(self) -> None:
        """Every bank and question."""
        self.open_browse()

    def action_home(self) -> None:
        """The home screen; a sitting that is not over is gone on with from there."""
        self.open_home()

    def _push(self, screen: Screen[None]) -> None:
        """Open over the screen that is open, once."""
        if type(self.screen) is not type(screen):
            self.push_screen(screen)

    def _turn_to(self, screen: Screen[None]) -> None:
        """Switch; what stands over the screen below is closed, be it a menu just opened."""
        self._opening.stop()
        self._close_above()
        if len(self.screen_stack) < _BASE:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)
        screen.call_after_refresh(settle)

    def _close_above(self) -> None:
        while isinstance(self.screen, ModalScreen) or len(self.screen_stack) > _BASE:
            self.pop_screen()

    def _reckon(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call what may take long and go on with its result; nothing else begins meanwhile."""
        if not self._reckons:
            self._reckons = True
            self._go_on(call, then)

    # Described, or Textual writes out the arguments: a whole pool of questions, some 10 ms.
    @work(description="go on")
    async def _go_on(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        try:
            result = await asyncio.to_thread(call)
        except QuizappError as error:
            # For the command line to say, once the terminal is its own again.
            self.bug = error
            self.exit(return_code=1)
            return
        finally:
            self._reckons = False
        then(result)

    def _group_asked_for(self, asked: tuple[GroupSitting, bool] | Wish) -> Screen[None]:
        """The rounds of a group, or the screen where one is set up."""
        from quizapp.peers import Wish
        from quizapp.tui.peers_group import Group
        from quizapp.tui.peers_screens import screen_of
        from quizapp.tui.peers_setup import PeersSetupScreen

        if isinstance(asked, Wish):
            return PeersSetupScreen(self.launch.gathering, asked)
        return screen_of(Group(*asked))
