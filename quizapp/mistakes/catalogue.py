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

CATALOGUE: tuple[Mistake, ...] = (
    *COUNTING, *SIZING, *SEEING, *TRANSPOSING, *NORMALIZING, *MULTIPLYING, *JOINING, *GROWING,
    *DETECTING,
)  # fmt: skip

BY_ID = {mistake.id: mistake for mistake in CATALOGUE}
