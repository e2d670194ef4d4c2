"""The banks that come with the program, read once for all tests: it takes two seconds."""

from quizapp.bank import load_banks
from quizapp.paths import shipped_banks

LIBRARY = load_banks([shipped_banks()])
QUESTIONS = {question.key: question for bank in LIBRARY.banks for question in bank.questions}
