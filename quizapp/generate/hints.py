"""The hint ladder of a variant: each rung gives a little more away."""

from collections.abc import Iterator

from quizapp.generate.asked import (
    LETTERS,
    CardAsked,
    MatchAsked,
    OrderAsked,
    OutputAsked,
    SolveAsked,
    TableAsked,
    TypedAsked,
    cell_text,
    filled,
    values_text,
)
from quizapp.generate.variant import Variant
from quizapp.words import LANGUAGES, Text, phrase


def hints_of(variant: Variant) -> tuple[Text, ...]:
    """From the author's own hint to all but the last step.

    For what is calculated: the first formula, its numbers put in, its value, then every step but
    the last. The first names no number of the answer. Other kinds give a part of the answer away
    rung by rung, and never all of it.
    """
    authored = variant.question.hint
    hints = [filled(authored, variant.drawn)] if authored is not None else []
    if variant.drawn.truth is not None:
        hints += _calculated(variant)
    else:
        hints += _of_kind(variant)
    return tuple(dict.fromkeys(hints))


def _calculated(variant: Variant) -> Iterator[Text]:
    from quizapp.generate.solution import labelled, lines_of  # no other kind is worked out

    lines = lines_of(variant)
    if lines:
        first = lines[0]
        yield from (labelled(first, first.formula), labelled(first, first.numbers))
    if len(lines) > 1:
        yield lines[0].text
    if len(lines) > 2:
        texts = [line.text for line in lines[:-1]]
        yield Text(
            *("\n".join(text.in_language(language) for text in texts) for language in LANGUAGES)
        )


def _of_kind(variant: Variant) -> Iterator[Text]:
    match variant.asked:
        case None:
            yield from _options(variant)
        case SolveAsked() as asked:
            yield phrase("hints.solutions", count=len(asked.solutions))
            if len(asked.unknowns) > 1:
                name = next(iter(asked.unknowns))
                yield phrase("hints.one-value", value=values_text({name: asked.answer[name]}))
        case TableAsked() as asked if len(asked.rows) - asked.given > 1:
            row = asked.answer[asked.given]
            yield phrase("hints.rows", number=asked.given + 1, row="  ".join(map(cell_text, row)))
        case TypedAsked() as asked:
            yield from _letters(asked)
        case OrderAsked() as asked:
            yield phrase("hints.first-item", item=asked.items[asked.answer[0] - 1])
            if len(asked.items) > 3:
                yield phrase("hints.last-item", item=asked.items[asked.answer[-1] - 1])
        case MatchAsked() as asked:
            for place in range((len(asked.lefts) - 1) // 2):
                right = asked.rights[LETTERS.index(asked.answer[place])]
                yield phrase("hints.pair", left=asked.lefts[place], right=right)
        case OutputAsked() as asked:
            yield from _printed(asked)
        case CardAsked():
            return


def _options(variant: Variant) -> Iterator[Text]:
    """How many are right, where several are; then half of the wrong ones, one by one."""
    if len(variant.right_places) > 1:
        yield phrase("hints.right-options", count=len(variant.right_places))
    wrong = [option.text for option in variant.options if not option.correct]
    for text in wrong[: len(wrong) // 2]:
        yield phrase("hints.not-this", option=text)


def _letters(asked: TypedAsked) -> Iterator[Text]:
    shown = [asked.shown.in_language(language) for language in LANGUAGES]
    least = min(map(len, shown))
    if least < 3:
        return
    yield phrase(
        "hints.first-letter",
        letters=Text(*(text[0] for text in shown)),
        count=Text(*(str(len(text)) for text in shown)),
    )
    if least > 5:
        yield phrase("hints.letters", letters=Text(*(text[: len(text) // 2] for text in shown)))


def _printed(asked: OutputAsked) -> Iterator[Text]:
    """How many lines, and the form of the first: digits and letters hidden; then the first."""
    lines = asked.answer.splitlines()
    if not lines:
        return
    form = "".join("·" if character.isalnum() else character for character in lines[0])
    yield phrase("hints.lines", count=len(lines), shape=form)
    if len(lines) > 1:
        yield phrase("hints.first-line", line=lines[0])
