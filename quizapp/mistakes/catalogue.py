"""Every mistake known, in the order in which they are tried."""

from quizapp.mistakes.counting import COUNTING
from quizapp.mistakes.detecting import DETECTING
from quizapp.mistakes.growing import GROWING
from quizapp.mistakes.joining import JOINING
from quizapp.mistakes.mistake import Mistake
from quizapp.mistakes.multiplying import MULTIPLYING
from quizapp.mistakes.normalizing import NORMALIZING
from quizapp.mistakes.seeing import SEEING
from quizapp.mistakes.sizing import SIZING
from quizapp.mistakes.transposing import TRANSPOSING
from quizapp.words import Language

CATALOGUE: tuple[Mistake, ...] = (
    *COUNTING, *SIZING, *SEEING, *TRANSPOSING, *NORMALIZING, *MULTIPLYING, *JOINING, *GROWING,
    *DETECTING,
)  # fmt: skip

BY_ID = {mistake.id: mistake for mistake in CATALOGUE}


def way_of(slip: str, language: Language) -> str:
    """What is done in a mistake or in two of them, ``a+b``; of a question's own its id."""
    parts = slip.split("+")
    return " + ".join(BY_ID[p].way.in_language(language) if p in BY_ID else p for p in parts)
