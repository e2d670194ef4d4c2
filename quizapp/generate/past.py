"""What was on the screen, kept with an answer, and the screen made of it again.

Nothing is drawn a second time: another version of the drawing, or a question that was edited since,
changes nothing about a screen that was.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, get_args

from quizapp.bank import Calculated, Choice, Match, Order, Output, Question, Show
from quizapp.errors import DrawError, ExpressionError, NetworkError
from quizapp.generate import drawn as drawing
from quizapp.generate.asked import (
    LETTERS,
    Asked,
    MatchAsked,
    OrderAsked,
    OutputAsked,
    TableAsked,
    asked_of,
    filled,
    match_asked,
    order_asked,
)
from quizapp.generate.drawn import Drawn
from quizapp.generate.variant import (
    KnownWrong,
    ShownOption,
    Variant,
    figure_of,
    known_wrong_of,
    prompt_of,
)
from quizapp.words import LANGUAGES, Language, Text

T = TypeVar("T")


def shown_of(variant: Variant, language: Language) -> dict[str, object]:
    """What of a screen does not follow from the question and its variables, as JSON holds it.

    ``options`` are the options, items or pairs as they were read, in their order.
    """
    shown: dict[str, object] = {
        "show": variant.show,
        "options": list(_read(variant, language)),
        "language": language,
    }
    match variant.asked:
        case OutputAsked() as asked:
            shown["versions"] = asked.versions
        case TableAsked(given=given) if given:
            shown["given"] = given
    return shown


def _read(variant: Variant, language: Language) -> Iterator[str]:
    match variant.asked:
        case OrderAsked(items=items):
            yield from (item.in_language(language) for item in items)
        case MatchAsked(lefts=lefts, rights=rights):
            yield from (text.in_language(language) for text in lefts)
            for letter, text in zip(LETTERS, rights, strict=False):
                yield f"{letter}. {text.in_language(language)}"
        case _:
            yield from (option.text.in_language(language) for option in variant.options)


def variant_shown(
    question: Question,
    seed: int,
    level: int,
    variables: Mapping[str, Any],
    shown: Mapping[str, Any],
) -> Variant:
    """The variant of a question that had these variables and of which :func:`shown_of` was kept.

    Raises DrawError where the calculator would not have it any more.
    """
    try:
        drawn = drawing.filled(question, variables)
    except (ExpressionError, NetworkError) as fault:
        raise DrawError(
            "not-again", "{question}: this screen cannot be made again: {fault}",
            question=question.key, fault=fault,
        ) from fault  # fmt: skip
    if drawn is None:
        raise DrawError(
            "not-solved", "{question}: nothing solves what was asked then", question=question.key
        )
    task = question.task
    wrong = known_wrong_of(task, drawn)[0] if isinstance(task, Calculated) else ()
    read = [text for text in _listed(shown.get("options")) if isinstance(text, str)]
    asked = _asked(question, seed, level, drawn, shown, read)
    options: Sequence[ShownOption] = ()
    if isinstance(task, Choice) or (isinstance(task, Calculated) and task.as_choice):
        options = _options(question, drawn, wrong, read)
    return Variant(
        question, seed, level, drawn, prompt_of(question, drawn, asked),
        filled(question.because, drawn) if question.because is not None else None,
        tuple(options), wrong, asked, _show(question, shown.get("show")),
    )  # fmt: skip


def _show(question: Question, word: object) -> Show:
    """As it was shown; where nothing usable is kept, as its author wanted it."""
    shows: tuple[Show, ...] = get_args(Show)
    known = next((show for show in shows if show == word), question.show)
    return "torch" if known == "any" else known


def _options(
    question: Question, drawn: Drawn, wrong: Sequence[KnownWrong], read: Sequence[str]
) -> list[ShownOption]:
    """Each option that was read, with what is known of it."""
    task = question.task
    if isinstance(task, Choice):
        known = [
            ShownOption(
                filled(option.text, drawn), option.correct,
                because=filled(option.because, drawn) if option.because is not None else None,
            )
            for option in task.options
        ]  # fmt: skip
    else:
        truth = drawn.truth.answer if drawn.truth is not None else None
        known = [ShownOption(Text.same(figure_of(task, truth)), True, truth)]
        known += [
            ShownOption(Text.same(figure_of(task, each.answer)), False, each.answer, each.mistakes)
            for each in wrong
        ]
    places = _places(known, read, lambda option: option.text)
    # A wrong answer of a mistake that is in the catalogue no more is still what was read.
    return [
        ShownOption(Text.same(text), False) if place is None else known[place]
        for text, place in zip(read, places, strict=True)
    ]


def _asked(
    question: Question, seed: int, level: int, drawn: Drawn, shown: Mapping[str, Any],
    read: Sequence[str],
) -> Asked | None:  # fmt: skip
    task = question.task
    match task:
        case Order():
            items = [filled(item, drawn) for item in task.items]
            places = _whole(_places(items, read, lambda item: item), len(items))
            return order_asked(items, places)
        case Match():
            pairs = [(filled(left, drawn), filled(right, drawn)) for left, right in task.pairs]
            rights = list(dict.fromkeys(right for _, right in pairs))
            lefts = _places(pairs, read[: len(pairs)], lambda pair: pair[0])
            letters = [text.partition(". ")[2] for text in read[len(pairs) :]]
            order = _places(rights, letters, lambda right: right)
            return match_asked(
                [pairs[place] for place in _whole(lefts, len(pairs))],
                [rights[place] for place in _whole(order, len(rights))],
            )
        case Output():
            made = [OutputAsked(task.language, task.code, pinned) for pinned in task.pinned]
            return next((one for one in made if one.versions == shown.get("versions")), made[0])
    asked = asked_of(question, seed, level, drawn)
    if isinstance(asked, TableAsked) and isinstance(given := shown.get("given"), int):
        return replace(asked, given=max(0, min(given, len(asked.rows) - 1)))
    return asked


def _places(
    known: Sequence[T], read: Sequence[str], text_of: Callable[[T], Text]
) -> list[int | None]:
    """Where each text that was read stands among what is known, each place once."""
    left = dict(enumerate(known))
    places: list[int | None] = []
    for text in read:
        place = next(
            (
                place
                for place, item in left.items()
                if text in [text_of(item).in_language(language) for language in LANGUAGES]
            ),
            None,
        )
        if place is not None:
            del left[place]
        places.append(place)
    return places


def _whole(places: Sequence[int | None], count: int) -> list[int]:
    """All the places, those that were not read at the end."""
    found = [place for place in places if place is not None]
    return [*found, *(place for place in range(count) if place not in found)]


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
