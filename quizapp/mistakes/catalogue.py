"""Every mistake known, in the order in which they are tried."""

from quizapp.mistakes.counting import COUNTING
from quizapp.mistakes.mistake import Mistake
from quizapp.mistakes.seeing import SEEING
from quizapp.mistakes.sizing import SIZING

CATALOGUE: tuple[Mistake, ...] = (*COUNTING, *SIZING, *SEEING)

BY_ID = {mistake.id: mistake for mistake in CATALOGUE}
