"""A bank file while it is being written: read again whenever it is saved."""

import asyncio
from pathlib import Path

from textual import work
from textual.content import Content

from quizapp.bank import Library, Question, load_banks
from quizapp.tui.browse_pages import findings_page
from quizapp.tui.commands import bindings
from quizapp.tui.specimen import SpecimenScreen
from quizapp.tui.text import ODD, QUIET, plain
from quizapp.words import say

LOOK_SECONDS = 0.5


class WatchedFile:
    """A file that is read again when it is another than before."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, int] | None = None

    def look(self) -> Library | None:
        """What is in it now, with all that is wrong; None where nothing has changed."""
        stamp = self._stamp()
        if stamp == self._seen:
            return None
        self._seen = stamp
        return load_banks([self.path])

    def _stamp(self) -> tuple[int, int]:
        """When it was written, and how long it is; an editor may have taken it away just now."""
        try:
            status = self.path.stat()
        except OSError:
            return 0, -1
        return status.st_mtime_ns, status.st_size


class PreviewScreen(SpecimenScreen):
    """Keeps question, seed and place while its file changes under it; errors stand on top."""

    NAMES = (
        "next-question", "next-seed", "seed-before", "question-before", "other-level", "picture",
        "what-if", "language", "quit",
    )  # fmt: skip
    BINDINGS = bindings(NAMES)

    def __init__(self, watched: WatchedFile, seed: int) -> None:
        library = watched.look() or Library((), ())
        super().__init__(library, _questions(library), 0, seed)
        self._watched = watched
        self._looking = False

    def on_mount(self) -> None:
        """Look at the file from time to time."""
        self.set_interval(LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Look at the file once, unless that is being done."""
        if not self._looking:
            self._looking = True
            self._look()

    @work(group="look")
    async def _look(self) -> None:
        try:
            library = await asyncio.to_thread(self._watched.look)
        finally:
            self._looking = False
        if library is not None:
            self._take(library)

    def _take(self, library: Library) -> None:
        """The file as it is now.

        Where nothing can be read, or not the question that is looked at, all of it stays in sight
        as it was, until what is wrong has been put right.
        """
        before, self.library = self.question, library
        questions = _questions(library)
        keys = [question.key for question in questions]
        faulty = any(problem.severity == "error" for problem in library.problems)
        gone = before is not None and before.key not in keys
        self.is_old = gone and (faulty or not questions)
        if not self.is_old:
            self.questions = questions
            if before is not None and not gone:
                self.place = keys.index(before.key)
            self.place = min(self.place, max(0, len(questions) - 1))
        self.refill()

    def about_file(self) -> list[Content]:
        """What is wrong with the file, and whether what is shown is older than that."""
        name = plain(str(self._watched.path), QUIET)
        parts = [name]
        if self.library.problems:
            width = self.body_width - 4
            parts.append(findings_page(self.library.problems, self.language, width))
        if self.is_old:
            parts.append(plain(say("browse.as-before", self.language), ODD))
        return parts


def _questions(library: Library) -> tuple[Question, ...]:
    return tuple(question for bank in library.banks for question in bank.questions)
