"""Every error this program raises on purpose.

::

    QuizappError
    ├── ExpressionError   the little language: text it cannot read, a value it cannot compute
    ├── NetworkError      a network that cannot be read, or that torch would refuse
    ├── DrawError         a question from which no variant can be drawn
    ├── ProofError        two ways of computing one answer disagree
    ├── HistoryError      the history cannot be opened, read or written
    ├── SettingsError     the settings cannot be read or written as they are
    ├── ExchangeError     a file that cannot be taken in or given out, code that cannot be pinned
    ├── RoundError        a step of a group's round that cannot be taken now
    └── UsageError        a command line, or a name on it, that means nothing here

An error carries a ``code``, its English sentence as a template, and the figures of the template.
``str(error)`` is that sentence; :func:`quizapp.words.sentence` gives it in either language.
"""


class QuizappError(Exception):
    """The root: caught once, in ``cli.main``, and printed as one sentence."""

    def __init__(self, code: str, english: str, **figures: object) -> None:
        super().__init__(code)
        self.code = code
        self.english = english
        self.figures = figures

    def __str__(self) -> str:
        return self.english.format_map(self.figures)


class ExpressionError(QuizappError):
    """An expression that is refused; ``column`` is where in its text, from 0."""

    def __init__(self, code: str, english: str, *, column: int = 0, **figures: object) -> None:
        super().__init__(code, english, **figures)
        self.column = column


class NetworkError(QuizappError):
    """A network that is refused.

    ``path`` leads through the mappings and lists of the written form to the fault, and ``column``
    is the place inside the string found there, from 0.
    """

    def __init__(
        self,
        code: str,
        english: str,
        *,
        path: tuple[str | int, ...] = (),
        column: int = 0,
        **figures: object,
    ) -> None:
        super().__init__(code, english, **figures)
        self.path = path
        self.column = column


class DrawError(QuizappError):
    """A question from which no variant can be drawn with a seed."""


class ProofError(QuizappError):
    """Two ways of computing one answer disagree: the variant is never shown."""


class HistoryError(QuizappError):
    """The history cannot be opened, read or written."""


class SettingsError(QuizappError):
    """The settings cannot be read or written as they are."""


class ExchangeError(QuizappError):
    """A file that cannot be taken in or given out, or code whose output cannot be pinned."""


class RoundError(QuizappError):
    """A step of a group's round that cannot be taken now, or a code that does not belong to it."""


class UsageError(QuizappError):
    """A command line, or a name on it, that means nothing here: exit code 2."""
