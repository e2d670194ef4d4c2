"""What is read on the screens: questions, explanations, results.

What only a question or only an explanation needs is imported there: what is seen first needs less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.tui.text import ODD, QUIET, RIGHT, STRONG, WRONG, hanging, plain, side_by_side, stacked
from quizapp.words import Language, Text, cell_width, fit, render, say, sentence

if TYPE_CHECKING:
    from quizapp.generate import TableAsked, Variant
    from quizapp.grade import Verdict
    from quizapp.study import Outcome, Sitting, Summary

_STYLES = {"correct": RIGHT, "wrong": WRONG}
_INDENT = "   "
_WIDEST_NUMBER = 4
"""With its indent."""


def question_page(variant: Variant, language: Language) -> Content:
    """The prompt, then the networks."""
    parts = [plain(variant.prompt.in_language(language), STRONG)]
    shown = _drawn(variant)
    if shown:
        parts += [plain(""), *(plain(f"{_INDENT}{line}") for line in shown)]
    return stacked(parts)


def _drawn(variant: Variant) -> list[str]:
    """Networks and code; of a table that says all of its network itself, only the input."""
    from quizapp.drawing import network_lines
    from quizapp.generate import OutputAsked, TableAsked

    networks = variant.drawn.networks
    if isinstance(variant.asked, TableAsked) and _rows_say_all(variant.asked):
        inputs = networks["network"].inputs
        return [f"{name}: {render(shape)}" for name, shape in inputs.items()]
    if isinstance(variant.asked, OutputAsked):
        return variant.asked.code.splitlines()
    return network_lines(networks, variant.show, variant.hidden)


def _rows_say_all(asked: TableAsked) -> bool:
    """Whether every call fits its row at any width, and each layer follows the one above it."""
    from quizapp.tui.cells import label_room

    room = label_room(len(asked.columns))
    straight = all(below.inputs == (above.name,) for above, below in pairwise(asked.rows))
    return straight and all(cell_width(row.layer) <= room for row in asked.rows)


def asked_page(outcome: Outcome, language: Language, width: int) -> Content:
    """The question once more; of its options the right ones marked, and the wrong ones taken."""
    from quizapp.generate import MatchAsked, OrderAsked

    variant = outcome.item.variant
    parts = [plain(say("tui.question", language), QUIET), question_page(variant, language)]
    if variant.options:
        parts.append(plain(""))
    taken = _places_of(outcome)
    for place, option in enumerate(variant.options, 1):
        mark = plain("  ")
        if option.correct:
            mark = plain("✓ ", RIGHT)
        elif place in taken:
            mark = plain("✗ ", WRONG)
        number = side_by_side([mark, plain(f"{place}. ")])
        parts.append(hanging(number, plain(option.text.in_language(language)), width))
    if isinstance(variant.asked, OrderAsked | MatchAsked):
        parts += [plain(""), *asked_rows(variant, language, width)]
    return stacked(parts)


def asked_rows(variant: Variant, language: Language, width: int) -> Iterator[Content]:
    """Items or pairs, each behind its number or letter."""
    from quizapp.generate.asked_lines import asked_lines

    for line in asked_lines(variant, language):
        number, dot, text = line.partition(". ")
        if dot and len(number) <= _WIDEST_NUMBER:
            yield hanging(plain(number + dot), plain(text), width)
        else:
            yield plain(line)


def _places_of(outcome: Outcome) -> tuple[int, ...]:
    """The options taken, from 1."""
    from quizapp.grade import Unreadable, read_places

    read = read_places(outcome.submission, len(outcome.item.variant.options))
    return () if isinstance(read, Unreadable) else read.value


def notices_page(notices: Sequence[Text], language: Language) -> Content:
    """Things to know before anything else."""
    return stacked(plain(f"! {notice.in_language(language)}", ODD) for notice in notices)


def hints_page(sitting: Sitting, language: Language, width: int) -> Content:
    """The hints taken so far, or how many there are."""
    total = sitting.hint_total
    if not sitting.hints_shown:
        return plain(say("tui.hints-left", language, count=total) if total else "", QUIET)
    lines = []
    for number, hint in enumerate(sitting.hints_shown, 1):
        head = say("tui.hint-number", language, number=number, count=total)
        lines.append(hanging(plain(f"{head}  ", QUIET), plain(hint.in_language(language)), width))
    return stacked(lines)


def unsaved_page(outcome: Outcome, language: Language) -> Content:
    """That the answer is not saved; empty as a rule."""
    if outcome.unsaved is None:
        return plain("")
    return plain(f"! {sentence(outcome.unsaved, language)}", ODD)


def verdict_line(verdict: Verdict, language: Language) -> Content:
    """``✗ Not quite: 9,216``."""
    if verdict.self_grade is not None:
        grade = say(f"asked.grade-{verdict.self_grade}", language)
        forgotten = verdict.self_grade == 1
        return plain(f"{'✗' if forgotten else '✓'} {grade}", WRONG if forgotten else RIGHT)
    head = say(f"verdicts.{verdict.kind}", language)
    text = f"{head}: {verdict.read_as}" if verdict.read_as else head
    return plain(text, _STYLES.get(verdict.kind, ODD))


def again_page(verdict: Verdict, language: Language) -> Content:
    """What to change in an answer that does not count."""
    return stacked(
        [
            verdict_line(verdict, language),
            plain(verdict.feedback.in_language(language)),
            plain(say("verdicts.ask-again", language), QUIET),
        ]
    )


def explanation_page(outcome: Outcome, language: Language, width: int) -> Content:
    """The possible slip first, then the steps, the right answer, what the author says."""
    blocks = list(_explanation(outcome, language, width))
    return plain("\n\n").join(blocks)


def _explanation(outcome: Outcome, language: Language, width: int) -> Iterator[Content]:
    from quizapp.generate.solution import lines_of
    from quizapp.tui.solution import compared_solution, solution

    verdict, variant = outcome.verdict, outcome.item.variant
    if verdict.self_grade is not None:
        back = plain(verdict.answer.in_language(language), STRONG)
        yield stacked([plain(say("tui.back-of-card", language), QUIET), back])
        if variant.because and (because := variant.because.in_language(language)):
            yield plain(because)
        return
    typed = outcome.submission.strip()
    if not variant.options and _bare(typed) != _bare(verdict.read_as):
        read = say("tui.typed-read-as", language, typed=typed, value=verdict.read_as)
        yield plain(read, QUIET)
    if verdict.kind == "correct":
        if lines := lines_of(variant):
            yield solution(lines[-1:], language, width)
    else:
        if feedback := verdict.feedback.in_language(language):
            yield plain(feedback)
        if verdict.parts and (parts := parts_page(verdict, language)):
            yield parts
        if lines_of(variant):
            yield compared_solution(outcome, language, width)
        yield plain(
            say("verdicts.answer", language, answer=verdict.answer.in_language(language)), STRONG
        )
    if variant.because and (because := variant.because.in_language(language)):
        yield plain(because)


def _bare(text: str) -> str:
    """A text without what only sets its parts off: read differently, it need not be said."""
    return text.replace(",", "").replace(" ", "").replace("x", "×")


def parts_page(verdict: Verdict, language: Language) -> Content:
    """The parts that are not right, each with what is; those that follow through are marked so."""
    lines = []
    for part in verdict.parts:
        if part.correct or not part.answer:
            continue
        mark = plain("→ ", ODD) if part.follow_through else plain("✗ ", WRONG)
        figures = {"name": part.name, "given": part.read_as, "right": part.answer}
        lines.append(side_by_side([mark, plain(say("asked.part", language, **figures))]))
    return stacked(lines)


def _given(verdict: Verdict, language: Language) -> str:
    """What was answered; of a card how well it came."""
    if verdict.self_grade is None:
        return verdict.read_as
    return say(f"asked.grade-{verdict.self_grade}", language)


def missed_page(summary: Summary, language: Language, width: int) -> Content:
    """A line for each thing missed: its prompt, what was answered, what was right."""
    rows = []
    for outcome in summary.missed:
        verdict = outcome.verdict
        prompt = outcome.item.variant.prompt.in_language(language).split("\n")[0]
        answers = f"{_given(verdict, language)} → {verdict.answer.in_language(language)}"
        rows.append((f"{outcome.item.number}. {prompt}", answers))
    right = min(max((cell_width(answers) for _, answers in rows), default=0), width // 2)
    left = width - right - 2
    return stacked(plain(f"{fit(text, left)}  {fit(answers, right)}") for text, answers in rows)
