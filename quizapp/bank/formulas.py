"""Expressions and texts with placeholders, compiled once, their errors at the exact column."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from unicodedata import is_normalized, normalize

from quizapp.bank import bank_faults
from quizapp.bank import question_faults as faults
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.page import MEANT, Fields, Page, composed, text_of
from quizapp.bank.problems import Fault, one_line
from quizapp.bank.question import Sentence, Wording
from quizapp.calc.vocabulary import second_way
from quizapp.errors import ExpressionError, QuizappError
from quizapp.expressions import ARITHMETIC, Expression, compile_expression
from quizapp.frozen import dataclass
from quizapp.words import LANGUAGES, Hole, Language, Template, Text, sentence

ANSWERS = second_way()
"""What an answer may call. Only the names matter here: expressions are run elsewhere."""

LONG = 50_000
"""Characters of a text from which on even to look for its placeholders takes long."""

_LONGEST_SAID = 300
_PYTHON = {"true": "True", "false": "False", "null": "None", "none": "None", "yes": "True"}


@dataclass(frozen=True, slots=True)
class Names:
    """What the expressions of a question may name."""

    variables: frozenset[str] | None
    """None for any: one of the author's names was refused, and what follows of it is not said."""
    networks: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str] | None:
        """Variables and networks, for answers."""
        return None if self.variables is None else self.variables | self.networks

    def with_(self, more: Iterable[str]) -> "Names":
        """These and more variables, such as the unknowns of ``solve``."""
        if self.variables is None:
            return self
        return Names(self.variables | frozenset(more), self.networks)


def expression_of(page: Page, node: Node | None, names: Names) -> Expression | None:
    """A condition or a value: arithmetic over the variables."""
    scalar = text_of(page, node)
    return None if scalar is None else _expression(page, scalar, names, asks_networks=False)


def answer_of(page: Page, node: Node | None, names: Names) -> Expression | None:
    """An answer, which may also ask the networks for their quantities."""
    scalar = text_of(page, node)
    return None if scalar is None else _expression(page, scalar, names, asks_networks=True)


def _expression(
    page: Page, scalar: Scalar, names: Names, *, asks_networks: bool
) -> Expression | None:
    allowed = names.all if asks_networks else names.variables
    if not page.affords(scalar, (scalar.text,)):
        return None
    try:
        return _compiled(scalar.text, allowed, asks_networks)
    except ExpressionError as error:
        report_expression(page, scalar, error, names)
    return None


@lru_cache(maxsize=4096)
def _compiled(text: str, allowed: frozenset[str] | None, asks_networks: bool) -> Expression:
    functions = ANSWERS if asks_networks else ARITHMETIC
    return compile_expression(text, names=allowed, functions=functions)


def report_expression(
    page: Page, scalar: Scalar, error: ExpressionError, names: Names, *, start: int = 0
) -> None:
    """Report what is wrong with an expression that begins at `start` of the text of `scalar`."""
    page.charge_failure()
    offset, name = start + error.column, str(error.figures.get("name"))
    if not error.code.startswith("unknown-name"):
        page.report(said("B061", error), scalar, offset)
    elif name in _PYTHON:
        page.report(faults.PYTHON_SPELLING, scalar, offset, name=name, guess=_PYTHON[name])
    elif name in names.networks or name in ANSWERS:
        page.report(faults.NO_NETWORK_HERE, scalar, offset, name=name)
    else:
        page.report(said("B062", error), scalar, offset)


def said(code: str, error: QuizappError) -> Fault:
    """The fault that an error of another room is here, in its own words, if they are not many."""
    english, korean = (_literal(sentence(error, language)) for language in LANGUAGES)
    return Fault(code, Text(english, korean))


def _literal(text: str) -> str:
    """`text` as a template without placeholders."""
    shown = text if len(text) <= _LONGEST_SAID else text[:_LONGEST_SAID] + "…"
    return one_line(shown).replace("{", "{{").replace("}", "}}")


def wording_of(page: Page, node: Node | None, names: Names) -> Wording | None:
    """A text in one language or both, its placeholders compiled."""
    sentences: dict[Language, Sentence] = {}
    for languages, scalar in _texts(page, node):
        compiled = _sentence(page, scalar, names)
        if compiled is not None:
            sentences.update(dict.fromkeys(languages, compiled))
    return Wording(sentences) if sentences else None


def literal(text: str) -> Sentence:
    """A text without placeholders."""
    return Sentence(Template((text,)), {})


def plain_text_of(page: Page, node: Node | None) -> Text | None:
    """A text in one language or both that holds no placeholders, such as a title."""
    texts = {
        language: composed(scalar.text)
        for languages, scalar in _texts(page, node)
        for language in languages
    }
    return Text(**texts) if texts else None


def _texts(page: Page, node: Node | None) -> list[tuple[tuple[Language, ...], Scalar]]:
    """The text of each language; one that names none stands for all of them."""
    if isinstance(node, Listing):
        page.report(bank_faults.WORDING_NOT_LIST, node, paste=page.pasted(node))
        return []
    if isinstance(node, Mapping):
        names_language = any(MEANT.get(key.text, key.text) in LANGUAGES for key, _ in node.entries)
        if page.in_brackets(node) and not names_language:
            page.report(bank_faults.WORDING_NOT_MAPPING, node, paste=page.pasted(node))
            return []
        fields = Fields(page, node, LANGUAGES)
        found: Iterable[tuple[tuple[Language, ...], Scalar | None]] = [
            ((language,), text_of(page, fields.get(language))) for language in LANGUAGES
        ]
    else:
        found = [(LANGUAGES, text_of(page, node))]
    return [(languages, scalar) for languages, scalar in found if scalar is not None]


def _sentence(page: Page, scalar: Scalar, names: Names) -> Sentence | None:
    if len(scalar.text) > LONG and not page.affords(scalar, (scalar.text,)):
        return None
    try:
        template = Template.parse(scalar.text.rstrip())
    except ExpressionError as error:
        page.report(said("B063", error), scalar, error.column)
        return None
    expressions: dict[Hole, Expression] = {}
    before = page.errors
    if not page.affords(scalar, (hole.source for hole in template.holes)):
        return None
    for hole in template.holes:
        if not page.affords(scalar, ()):
            return None
        try:
            expressions[hole] = _compiled(hole.source, names.variables, asks_networks=False)
        except ExpressionError as error:
            report_expression(page, scalar, error, names, start=hole.column)
    return None if page.errors > before else Sentence(_composed(template), expressions)


def _composed(template: Template) -> Template:
    """The template with its letters composed; the places of its holes stay those of the file."""
    if all(is_normalized("NFC", each) for each in template.segments if isinstance(each, str)):
        return template
    segments = tuple(
        normalize("NFC", each) if isinstance(each, str) else each for each in template.segments
    )
    return replace(template, segments=segments)
