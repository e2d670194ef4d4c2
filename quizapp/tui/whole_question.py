"""A question with everything it offers, to be read and pointed at, not answered."""

from textual.content import Content

from quizapp.generate import OutputAsked, Variant
from quizapp.tui.pages import asked_rows, question_page
from quizapp.tui.text import RIGHT, hanging, plain, stacked
from quizapp.words import Language


def whole_question(variant: Variant, language: Language, width: int, *, solved: bool) -> Content:
    """Prompt, networks, options or items; once it is ``solved``, which options are right, and why.

    A card's back is no part of it.
    """
    parts = [question_page(variant, language)]
    if variant.options:
        parts.append(plain(""))
        parts += [
            _option(variant, place, language, width, solved=solved)
            for place in range(len(variant.options))
        ]
    elif variant.asked is not None and not isinstance(variant.asked, OutputAsked):
        parts += [plain(""), *asked_rows(variant, language, width)]
    return stacked(parts)


def _option(
    variant: Variant, place: int, language: Language, width: int, *, solved: bool
) -> Content:
    option = variant.options[place]
    text = option.text.in_language(language)
    if not solved:
        return hanging(plain(f"  {place + 1}. "), plain(text), width)
    if option.because is not None and (because := option.because.in_language(language)):
        text += f" ({because})"
    mark = plain(f"✓ {place + 1}. ", RIGHT) if option.correct else plain(f"✗ {place + 1}. ")
    return hanging(mark, plain(text), width)
