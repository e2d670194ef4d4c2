"""What a question asks for: a value to calculate, or options to choose from."""

import re
from fractions import Fraction

from quizapp.bank import bank_faults
from quizapp.bank import question_faults as faults
from quizapp.bank.file_text import in_quotes
from quizapp.bank.formulas import Names, answer_of, wording_of
from quizapp.bank.nodes import Mapping, Node, Scalar
from quizapp.bank.page import Fields, Page, fields_of, items_of, text_of
from quizapp.bank.plain_values import id_of, number_in, truth_of, whole_number_of, word_of
from quizapp.bank.question import Calculated, Choice, Option, OwnMistake, Tolerance
from quizapp.expressions import Expression

MOST_DIGITS = 15
_BARE = re.compile(r"[-+0-9.,_()\[\]\s]*")
_COMMAS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_SHAPE = re.compile(r"[0-9]+(?:\s*[x×]\s*[0-9]+)+")


def calculated_of(page: Page, fields: Fields, names: Names) -> Calculated | None:
    """A value to calculate; ``answer`` and what goes with it."""
    node = fields.required("answer", "answer: parameters(network)")
    answer = _answer_of(page, node, names)
    if answer and isinstance(node, Scalar) and names.networks and _BARE.fullmatch(node.text):
        page.report(faults.BARE_ANSWER, node, network=min(names.networks))
    as_choice = word_of(page, fields.get("as"), "as", ("choice",)) is not None
    tolerance = _tolerance_of(page, fields)
    mistakes = _mistakes_of(page, fields.get("mistakes"), names)
    return Calculated(answer, as_choice, tolerance, mistakes) if answer else None


def _answer_of(page: Page, node: Node | None, names: Names) -> Expression | None:
    """An answer; a number or a shape written as people write it is told apart first."""
    if isinstance(node, Scalar) and _COMMAS.fullmatch(node.text):
        figures = {"count": node.text.count(",") + 1, "guess": node.text.replace(",", "")}
        page.report(faults.COMMAS, node, word=node.text, **figures)
    elif isinstance(node, Scalar) and _SHAPE.fullmatch(node.text):
        sides = ", ".join(re.findall(r"[0-9]+", node.text))
        page.report(faults.SHAPE_AS_SHOWN, node, guess=f"({sides})")
    else:
        return answer_of(page, node, names)
    return None


def _tolerance_of(page: Page, fields: Fields) -> Tolerance | None:
    share, digits = fields.get("tolerance"), fields.get("digits")
    if share is not None and digits is not None:
        page.report(faults.TOLERANCE_AND_DIGITS, fields.key("digits"))
    if digits is not None:
        count = whole_number_of(page, digits, "digits", 1, MOST_DIGITS)
        return Tolerance("digits", Fraction(count)) if count else None
    scalar = text_of(page, share)
    if scalar is None:
        return None
    amount = number_in(scalar.text.removesuffix("%").rstrip())
    if amount is None or amount <= 0:
        page.report(faults.TOLERANCE, scalar, word=scalar.text)
    elif scalar.text.endswith("%"):
        return Tolerance("relative", Fraction(amount) / 100)
    else:
        return Tolerance("absolute", Fraction(amount))
    return None


def _mistakes_of(page: Page, node: Node | None, names: Names) -> tuple[OwnMistake, ...]:
    lines: dict[str, int] = {}
    found = (_mistake_of(page, item, names, lines) for item in items_of(page, node))
    return tuple(mistake for mistake in found if mistake is not None)


def _mistake_of(page: Page, node: Node, names: Names, lines: dict[str, int]) -> OwnMistake | None:
    from quizapp.mistakes import BY_ID  # few banks have mistakes of their own

    example = "{id: no-bias, answer: k * k, because: …}"
    fields = fields_of(page, node, ("id", "answer", "because"), example)
    if fields is None:
        return None
    written = fields.required("id", "id: no-bias")
    id_ = id_of(page, written)
    if id_ is not None and written is not None:
        if id_ in BY_ID:
            page.report(bank_faults.MISTAKE_OF_CATALOGUE, written, id=id_)
        elif id_ in lines:
            page.report(bank_faults.DUPLICATE_ID, written, id=id_, line=str(lines[id_]))
        lines.setdefault(id_, written.line)
    source = fields.required("answer", "answer: k * k")
    answer = _answer_of(page, source, names)
    if isinstance(source, Scalar) and answer and _BARE.fullmatch(source.text):
        page.report(faults.BARE_MISTAKE, source)
    because = wording_of(page, fields.required("because", "because: …"), names)
    return OwnMistake(id_, answer, because) if id_ and answer and because else None


def choice_of(page: Page, fields: Fields, names: Names) -> Choice | None:
    """Options to choose from, one of them right at least."""
    node = fields.required("choices", "choices: [{text: …, correct: true}, {text: …}]")
    written = items_of(page, node)
    before = page.errors
    options = [option for item in written if (option := _option_of(page, item, names))]
    if node is None or page.errors > before:
        return None
    if len(written) < 2:
        page.report(faults.TOO_FEW_CHOICES, fields.key("choices"))
    elif not any(option.correct for option in options):
        page.report(faults.NO_RIGHT_CHOICE, fields.key("choices"))
    return Choice(tuple(options))


def _option_of(page: Page, node: Node, names: Names) -> Option | None:
    if not isinstance(node, Mapping):
        paste = f": - text: {in_quotes(node.text)}" if isinstance(node, Scalar) else ""
        page.report(faults.CHOICE_FORM, node, paste=paste)
        return None
    fields = Fields(page, node, ("text", "correct", "because"))
    text = wording_of(page, fields.required("text", "text: …"), names)
    correct = truth_of(page, fields.get("correct"), "correct")
    because = wording_of(page, fields.get("because"), names)
    return Option(text, bool(correct), because) if text else None
