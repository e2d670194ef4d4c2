"""What a variant asks for besides its prompt, as lines of text, the same in every face."""

from collections.abc import Sequence

from quizapp.generate.asked import (
    LETTERS,
    CardAsked,
    MatchAsked,
    OrderAsked,
    OutputAsked,
    SolveAsked,
    TableAsked,
    cell_text,
)
from quizapp.generate.variant import Variant
from quizapp.words import Language, Text, cell_width, fit, say

_INDENT = "  "
_WIDEST_PAIR = 68


def asked_lines(variant: Variant, language: Language) -> list[str]:
    """Options, items, pairs, columns, code; for some kinds, how it is typed."""
    match variant.asked:
        case None:
            return numbered([option.text for option in variant.options], language)
        case OrderAsked() as asked:
            return numbered(asked.items, language)
        case MatchAsked() as asked:
            return _pairs(asked, language)
        case OutputAsked() as asked:
            return [f"{_INDENT}{_INDENT}{line}" for line in asked.code.splitlines()]
        case TableAsked() as asked:
            return _table(asked, language)
        case SolveAsked() as asked:
            ranges = ", ".join(
                f"{name}: {min(values)}–{max(values)}" for name, values in asked.unknowns.items()
            )
            return [say("asked.unknowns", language, ranges=ranges)]
        case CardAsked():
            return [say("asked.turn-card", language)]
        case _:
            return []


def numbered(texts: Sequence[Text], language: Language) -> list[str]:
    """Texts behind their numbers, from 1."""
    return [f"{_INDENT}{n}. {text.in_language(language)}" for n, text in enumerate(texts, 1)]


def _table(asked: TableAsked, language: Language) -> list[str]:
    """What is to be typed, and the rows that are filled in already."""
    columns = "  ".join(say(f"asked.column-{column}", language) for column in asked.columns)
    if not asked.given:
        return [say("asked.table", language, columns=columns, rows=len(asked.rows))]
    rows = zip(asked.rows[: asked.given], asked.answer, strict=False)
    left = len(asked.rows) - asked.given
    return [
        *(
            f"{_INDENT}{number}. {row.layer}: {'  '.join(map(cell_text, cells))}"
            for number, (row, cells) in enumerate(rows, 1)
        ),
        say("asked.table-given", language, given=asked.given, columns=columns, rows=left),
    ]


def _pairs(asked: MatchAsked, language: Language) -> list[str]:
    """Numbers on the left, letters on the right."""
    lefts = [f"{n}. {text.in_language(language)}" for n, text in enumerate(asked.lefts, 1)]
    rights = [
        f"{letter}. {text.in_language(language)}"
        for letter, text in zip(LETTERS, asked.rights, strict=False)
    ]
    width = max(map(cell_width, lefts))
    if width + max(map(cell_width, rights)) > _WIDEST_PAIR:
        return [_INDENT + line for line in (*lefts, "", *rights)]
    rights += [""] * (len(lefts) - len(rights))
    rows = zip(lefts, rights, strict=True)
    return [f"{_INDENT}{fit(left, width)}   {right}".rstrip() for left, right in rows]
