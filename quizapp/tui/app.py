"""The program: which screen is open, and in which language."""

from contextlib import ExitStack

from textual.reactive import reactive
from textual.screen import ModalScreen, Screen

from quizapp.bank import Question
from quizapp.study import Sitting
from quizapp.tui.launch import Launch
from quizapp.tui.orderly import OrderlyApp
from quizapp.tui.theme import THEME
from quizapp.words import Language, Text, sentence


class QuizApp(OrderlyApp):
    """Holds what the screens share and opens them; each is imported when first opened."""

    CSS_PATH = "app.tcss"
    language: reactive[Language] = reactive[Language]("en", init=False)

    def __init__(self, launch: Launch) -> None:
        super().__init__()
        self.register_theme(THEME)
        self.theme = THEME.name
        self.launch = launch
        self._notices = list(launch.notices)
        self._pool: tuple[Question, ...] = ()
        self._turning = ExitStack()
        self._begun = 0
        self._said = 0
        self._told: set[str] = set()
        self.set_reactive(QuizApp.language, launch.language)

    def on_mount(self) -> None:
        """Home, or the first question of the quiz that was asked for."""
        questions = self.launch.questions
        first = self._home() if questions is None else self._screen_of(self._new_sitting(questions))
        self.push_screen(first)

    def begin(self, questions: tuple[Question, ...]) -> None:
        """A quiz over these questions, with numbers not yet seen in this run."""
        self._turn_to(self._screen_of(self._new_sitting(questions)))

    def begin_again(self) -> None:
        """Another quiz over the questions of the last one."""
        self.begin(self._pool)

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
        said = [Text(sentence(error, "en"), sentence(error, "ko")) for error in errors]
        taken, self._notices = [*self._notices, *said], []
        return taken

    def open_home(self) -> None:
        """The list of banks."""
        self._turn_to(self._home())

    def open_sitting(self, sitting: Sitting, typed: str = "") -> None:
        """Where the sitting stands: its question, its verdict, or its results."""
        self._turn_to(self._screen_of(sitting, typed))

    def open_results(self, sitting: Sitting) -> None:
        """The score so far."""
        from quizapp.tui.results import ResultsScreen

        self._turn_to(ResultsScreen(sitting))

    def open_missed(self, sitting: Sitting, place: int) -> None:
        """One of the answers missed, by its place among them."""
        from quizapp.tui.missed import MissedScreen

        self._turn_to(MissedScreen(sitting, place))

    def action_language(self) -> None:
        """The other language."""
        self.language = "en" if self.language == "ko" else "ko"

    def _turn_to(self, screen: Screen[None]) -> None:
        """Switch, and paint when the new screen has found its size: once instead of three times.

        A menu that was opened while an answer was being kept is closed.
        """
        self._turning.enter_context(self.batch_update())
        while isinstance(self.screen, ModalScreen):
            self.pop_screen()
        self.switch_screen(screen)

    def turned(self) -> None:
        """Called by a screen that is ready to be seen."""
        self._turning.close()

    def _home(self) -> Screen[None]:
        from quizapp.tui.home import HomeScreen

        return HomeScreen()

    def _new_sitting(self, questions: tuple[Question, ...]) -> Sitting:
        self._pool = questions
        self._said = 0
        self._begun += 1
        return self.launch.sitting(questions, self._begun - 1)

    def _screen_of(self, sitting: Sitting, typed: str = "") -> Screen[None]:
        if sitting.answered is not None:
            from quizapp.tui.verdict import VerdictScreen

            return VerdictScreen(sitting, sitting.answered)
        if sitting.item is not None:
            from quizapp.tui.question import QuestionScreen

            return QuestionScreen(sitting, sitting.item, typed)
        from quizapp.tui.results import ResultsScreen

        return ResultsScreen(sitting)
