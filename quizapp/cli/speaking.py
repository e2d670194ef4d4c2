"""A parser of command lines that says what it says in English or Korean."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from quizapp.languages import Language


class Parser(argparse.ArgumentParser):
    """Written in English; ``spoken`` is asked for the language once there is something to say.

    What Korean there is for it stands in :mod:`quizapp.cli.korean`, and is loaded where it is
    spoken. ``grammar`` adds the arguments when they are needed: of most verbs they never are.
    """

    def __init__(
        self,
        *,
        spoken: "Callable[[], Language]",
        grammar: "Callable[[Parser], None] | None" = None,
        **about: Any,
    ) -> None:
        super().__init__(**about)
        self.spoken = spoken
        self._grammar = grammar

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What stands on the line, and what of it is not known."""
        self._complete()
        return super().parse_known_args(args, namespace)

    def format_usage(self) -> str:
        """The line of usage."""
        self._complete()
        self._take_formatter()
        return super().format_usage()

    def format_help(self) -> str:
        """Everything that can be written on this line."""
        self._complete()
        self._take_formatter()
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Usage and what is wrong, on standard error; ends with 2."""
        if self.spoken() == "en":
            super().error(message)
        from quizapp.cli.korean import in_korean

        self.exit(2, f"{self.format_usage()}{self.prog}: 오류: {in_korean(message)}\n")

    def _complete(self) -> None:
        grammar, self._grammar = self._grammar, None
        if grammar is not None:
            grammar(self)

    def _take_formatter(self) -> None:
        if self.spoken() == "ko":
            from quizapp.cli.korean_help import KoreanHelp

            self.formatter_class = KoreanHelp
