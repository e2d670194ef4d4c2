"""Takes the README's screenshots from the running app: ``python .screenshots/make.py``.

Each is an SVG beside this file, in English and in Korean. The same banks give the same pictures:
seeds and clock are fixed, and the history is made here and forgotten again.
"""

# ruff: noqa: INP001 # a script beside its pictures, and no package

import asyncio
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))

from quizapp.bank import Library, load_banks  # noqa: E402
from quizapp.history import History, Keeper  # noqa: E402
from quizapp.peers import Gathering, Wish  # noqa: E402
from quizapp.study import Deriver, Desk, Learner, Wanted, begin, needs_in, topics_in  # noqa: E402
from quizapp.tui import Launch, QuizApp  # noqa: E402
from quizapp.words import LANGUAGES, Language, render  # noqa: E402

SIZE = 80, 24
BANKS = Path("questions")
"""From the top folder, so that the pictures show no path of this machine's."""

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
QUESTION = "parameters/conv-weights-and-biases"
SIGHT = "receptive-fields/convolutions-and-pools"
TOGETHER = "stride-padding/height-with-padding"

Keys = Sequence[str]


def clock(start: datetime) -> Callable[[], datetime]:
    """A clock that goes on by twenty seconds each time it is looked at."""

    def moments() -> Iterator[datetime]:
        moment = start
        while True:
            yield moment
            moment += timedelta(seconds=20)

    ticking = moments()
    return lambda: next(ticking)


def desk_in(folder: Path, library: Library, start: datetime) -> Desk:
    """Where a learner sits whose history is in a folder."""
    topic_of = topics_in(question for bank in library.banks for question in bank.questions)
    ticking = clock(start)
    history = History.open(folder / "history.db", ticking)
    return Desk(Learner(history), Keeper(history, Deriver(topic_of)), ticking, needs_in(library))


def live_through(folder: Path, library: Library) -> None:
    """Three weeks of quizzes, most answers right, some with a slip."""
    questions = [question for bank in library.banks[:6] for question in bank.questions[:14]]
    calculated = tuple(question for question in questions if question.kind == "calculated")
    for ago in range(21, 0, -1):
        if ago % 6 == 3:
            continue
        desk = desk_in(folder, library, NOW - timedelta(days=ago))
        sitting = begin(desk, Wanted("quiz", calculated, ago, 12))
        for number in range(12):
            if sitting.item is None:
                break
            variant = sitting.item.variant
            wrong = variant.known_wrong and (number + ago) % 4 == 0 and not variant.options
            answer = variant.known_wrong[0].answer if wrong else variant.answer
            places = ",".join(map(str, variant.right_places))
            sitting.submit(places if variant.options else render(answer))
            if sitting.answered is not None:
                sitting.advance()
        if desk.learner.history is not None:
            desk.learner.history.close()


async def take(name: str, launch: Launch, keys: Keys, size: tuple[int, int] = SIZE) -> None:
    """One screenshot, after these keys."""
    app = QuizApp(launch)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(1.0)
        for key in keys:
            # What begins with "=" is typed.
            await pilot.press(*(key[1:] if key.startswith("=") else [key]))
            await pilot.pause(0.4)
        await app.workers.wait_for_complete()
        await pilot.pause(0.3)
        svg = app.export_screenshot(title="quizapp", simplify=True)
    (FOLDER / f"{name}.{launch.language}.svg").write_text(svg, encoding="utf-8")
    print(f"{name}.{launch.language}.svg")


async def all_of(language: Language, folder: Path) -> None:
    """Every screenshot in one language."""
    library = load_banks([BANKS])
    live_through(folder, library)
    desk = desk_in(folder, library, NOW)

    def launch(**more: object) -> Launch:
        return Launch(library, desk, language, 1, **more)  # type: ignore[arg-type]

    asked, seen = (_one(library, key) for key in (QUESTION, SIGHT))
    await take("home", launch(), [])
    await take("question", launch(wanted=asked), ["=7*7*160*112"])
    await take("verdict", launch(wanted=asked), ["=" + _slip(desk, asked), "enter"])
    await take("picture", launch(wanted=seen), ["=1", "enter", "p", "right", "right"])
    wish = Wish(("Ana", "Ben", "Cho"), seed=3, topics=(TOGETHER,), rounds=1)
    await take_talk(launch, Gathering(library, None, Keeper(None), desk.clock, None), wish)
    file = Path(asked.pool[0].place.file)
    await take("preview", launch(preview=(file, 1)), ["enter"] * 3, (120, 30))


def _one(library: Library, key: str) -> Wanted:
    """A sitting over one question."""
    question = library.question(key)
    if question is None:
        raise SystemExit(f"no question is called {key}")
    return Wanted("drill", (question,), 1, 1, exact=True)


def _slip(desk: Desk, asked: Wanted) -> str:
    """What somebody types who forgets the biases."""
    item = begin(desk, asked).item
    if item is None:
        raise SystemExit("nothing is asked")
    slips = [known for known in item.variant.known_wrong if "forgot-bias" in known.mistakes]
    return str(slips[0].answer)


async def take_talk(launch: Callable[..., Launch], gathering: Gathering, wish: Wish) -> None:
    """A group whose answers differ."""
    group, _ = gathering.sitting(wish)
    variant = group.variant
    if variant is None:
        raise SystemExit("the first round asks nothing")
    answers = [variant.known_wrong[0].answer, variant.known_wrong[1].answer, variant.answer]
    for name, answer in zip(wish.people, answers, strict=True):
        group.vote(name, render(answer))
    group.show_ways()
    await take("together", launch(group=(group, False)), [])


def main() -> None:
    """Both languages."""
    os.chdir(FOLDER.parent)
    for language in LANGUAGES:
        with TemporaryDirectory() as folder:
            asyncio.run(all_of(language, Path(folder)))


if __name__ == "__main__":
    main()
