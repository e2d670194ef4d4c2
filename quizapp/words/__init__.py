"""Text in two languages: sentences and their figures, Korean particles, width in cells.

Everything printed passes through here. The room knows no question, network or verdict.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand
from quizapp.words.cells import cell_width, fit
from quizapp.words.figures import decimal, render, rounded
from quizapp.words.forbidden import is_forbidden, plain_text
from quizapp.words.languages import LANGUAGES, Language, Text, chosen_language
from quizapp.words.particles import particle
from quizapp.words.sentences import error_text, phrase, say, sentence
from quizapp.words.templates import Hole, Template

if TYPE_CHECKING:
    from quizapp.words.glossary import TERMS, Term, folded_term, term
else:
    __getattr__ = on_demand(__name__, {"glossary": "TERMS Term folded_term term"})

__all__ = [
    "LANGUAGES",
    "TERMS",
    "Hole",
    "Language",
    "Template",
    "Term",
    "Text",
    "cell_width",
    "chosen_language",
    "decimal",
    "error_text",
    "fit",
    "folded_term",
    "is_forbidden",
    "particle",
    "phrase",
    "plain_text",
    "render",
    "rounded",
    "say",
    "sentence",
    "term",
]
