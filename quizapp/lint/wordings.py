"""The texts of a question, each with the keys that lead to it."""

from collections.abc import Iterator

from quizapp.bank import (
    Calculated,
    Choice,
    Flashcard,
    Match,
    Order,
    Question,
    Wording,
)
from quizapp.lint.finding import Path


def wordings_of(question: Question) -> Iterator[tuple[Path, Wording]]:
    """Every text that a learner may read, in the order of the page.

    What ``accept`` lists is none of them: it is what learners write.
    """
    yield ("front" if isinstance(question.task, Flashcard) else "prompt",), question.prompt
    yield from _of_task(question)
    for key, wording in (("hint", question.hint), ("because", question.because)):
        if wording is not None:
            yield (key,), wording


def _of_task(question: Question) -> Iterator[tuple[Path, Wording]]:
    match question.task:
        case Calculated(mistakes=mistakes):
            for number, own in enumerate(mistakes):
                yield ("mistakes", number, "because"), own.because
        case Choice(options=options):
            for number, option in enumerate(options):
                yield ("choices", number, "text"), option.text
                if option.because is not None:
                    yield ("choices", number, "because"), option.because
        case Order(items=items):
            for number, item in enumerate(items):
                yield ("items", number), item
        case Match(pairs=pairs):
            for number, (left, right) in enumerate(pairs):
                yield ("pairs", number, "left"), left
                yield ("pairs", number, "right"), right
        case Flashcard(back=back):
            yield ("back",), back
