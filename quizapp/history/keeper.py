"""Rows that cannot be saved now, and are saved later."""

import threading

from quizapp.errors import HistoryError
from quizapp.history.derived import Derive
from quizapp.history.log import History
from quizapp.history.rows import Note, Review


class Keeper:
    """Hands rows to a history, and holds in memory those it would not take.

    ``derive`` keeps what is derived from the log. Without a history everything is held. Threads may
    share a keeper.
    """

    def __init__(self, history: History | None, derive: Derive | None = None) -> None:
        self._history = history
        self._derive = derive
        self._waiting: list[tuple[Review | Note, Note | None]] = []
        self._lock = threading.Lock()

    @property
    def pending(self) -> int:
        """How many rows are in memory only."""
        return len(self._waiting)

    def keep(self, row: Review | Note, source: Note | None = None) -> HistoryError | None:
        """Saves what waits, in order, and then ``row`` together with its ``source``.

        None means that all of it is committed; an error, that ``row`` waits now and why.
        """
        with self._lock:
            self._waiting.append((row, source))
            while self._waiting:
                try:
                    self._append(*self._waiting[0])
                except HistoryError as error:
                    return error
                del self._waiting[0]
        return None

    def _append(self, row: Review | Note, source: Note | None) -> None:
        if self._history is None:
            raise HistoryError(
                "history-off",
                "no history is open, so this is kept only until the program ends; `quizapp where` "
                "shows where the history belongs",
            )
        self._history.append(row, self._derive, source)
