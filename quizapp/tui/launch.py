"""What a run of this face is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import SettingsError
from quizapp.frozen import dataclass
from quizapp.generate import Chance
from quizapp.settings import Settings
from quizapp.study import Wanted, begin
from quizapp.study.planning import plan_from
from quizapp.words import Language, Text

if TYPE_CHECKING:
    from quizapp.bank import Library, Question
    from quizapp.history import Keeper, Review
    from quizapp.peers import Gathering, GroupSitting, Wish
    from quizapp.study import BookmarkFile, Desk, Sitting, Verb
    from quizapp.study.overview import LeftOff, Overview


@dataclass(frozen=True, slots=True)
class Launch:
    """The banks, where a learner sits, what they have set, and how the program opens.

    With ``wanted`` a sitting is begun at once, without it the home screen is shown. ``notices`` are
    said on the first screen. ``save`` writes settings down and gives what keeps it from doing so.
    ``load`` gives the launch that this one stands for until its banks are read; it is called in a
    thread, and an error of ours that it raises ends the program.
    """

    library: Library
    desk: Desk
    language: Language
    seed: int
    wanted: Wanted | None = None
    notices: tuple[Text, ...] = ()
    settings: Settings = Settings()  # frozen
    save: Callable[[Settings], SettingsError | None] = lambda _settings: None
    bookmark: BookmarkFile | None = None
    load: Callable[[], Launch] | None = None
    group: tuple[GroupSitting, bool] | Wish | None = None
    """A group to open at once, and whether it goes on where it stopped; or one to be set up."""
    preview: tuple[Path, int] | None = None
    """A bank file to be looked at while it is written, and the first seed."""
    journals: Path | None = None
    """The folder of what groups leave unfinished; without it nothing is."""

    @property
    def gathering(self) -> Gathering:
        """Where groups come together."""
        from quizapp.peers import Gathering

        desk = self.desk
        return Gathering(
            self.library, desk.learner.history, desk.keeper, desk.clock, self.journals,
            desk.plan.new_a_day,
        )  # fmt: skip

    @property
    def keeper(self) -> Keeper:
        """Where answers go."""
        return self.desk.keeper

    @property
    def clock(self) -> Callable[[], datetime]:
        """The aware local time."""
        return self.desk.clock

    @property
    def profile(self) -> str:
        """Whose history it is."""
        return self.desk.learner.profile

    def past(self, question: Question) -> Iterable[Review]:
        """Earlier answers to a question."""
        return self.desk.learner.past(question)

    def want(
        self,
        verb: Verb,
        pool: Sequence[Question],
        before: int,
        *,
        count: int | None = None,
        names: tuple[str, ...] = (),
    ) -> Wanted:
        """A sitting with numbers of its own: ``before`` is how many came before it."""
        return Wanted(verb, tuple(pool), self.seed_after(before), count, names=names)

    def seed_after(self, before: int) -> int:
        """The first sitting has the seed of the run, and each after it another."""
        return self.seed if before == 0 else Chance("another", self.seed, before).below(2**31)

    def begin(self, wanted: Wanted) -> Sitting:
        """The sitting, or the same one where it was broken off today."""
        return begin(self.desk, wanted, self.bookmark)

    def overview(self) -> Overview:
        """The day as it stands."""
        from quizapp.study.overview import overview_of

        return overview_of(self.desk, self.library)

    def left_off(self) -> LeftOff | None:
        """A sitting of today that was broken off."""
        from quizapp.study.overview import left_off

        return None if self.bookmark is None else left_off(self.desk, self.library, self.bookmark)

    def with_settings(self, settings: Settings) -> Launch:
        """The same, planned with other settings."""
        return replace(self, settings=settings, desk=replace(self.desk, plan=plan_from(settings)))
