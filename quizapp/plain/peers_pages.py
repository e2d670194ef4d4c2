"""What a group is shown at each moment, as lines of text."""

from quizapp.generate import Variant, wrong_lines
from quizapp.peers import Parting, Recalling, Reveal, Table, Talking, Turned, Voting
from quizapp.peers.said import (
    agreed_at_once,
    given,
    only_slip,
    parting_line,
    round_note,
    solution_head,
    summary_lines,
    tally_text,
    told_slips,
    truth_lines,
    ways_lines,
)
from quizapp.plain.pages import question_page, solution_page
from quizapp.study import Item
from quizapp.words import Language, cell_width, fit, say


def asked_page(table: Table, language: Language) -> list[str]:
    """The round, who is in it, and the question."""
    count = len(table.plan.rounds)
    people = " · ".join(table.here)
    head = say("peers.round", language, number=table.place + 1, count=count, people=people)
    phase = table.phase
    if not isinstance(phase, Voting | Recalling | Turned):
        return [head]
    notes = [note] if (note := round_note(table, language)) else []
    question = question_page(Item(table.place + 1, count, phase.variant), language)[1:]
    return [head, *notes, *question]


def back_page(variant: Variant, language: Language) -> list[str]:
    """The back of a card, and how to grade its recall."""
    back = variant.shown_answer.in_language(language)
    return [say("asked.back", language, back=back), say("asked.grade-card", language)]


def talk_page(talk: Talking, language: Language) -> list[str]:
    """That answers differ, and where."""
    lines = [say("peers.differ", language), parting_line(talk, language)]
    if talk.ways_shown:
        return [*lines, *ways_page(talk.parting, language), say("peers.talk", language)]
    return [*lines, say("peers.talk-ways" if talk.parting.ways else "peers.talk", language)]


def ways_page(parting: Parting, language: Language) -> list[str]:
    """The ways of doing the step on which answers part."""
    ways = [f"  {line}" for line in ways_lines(parting, language)]
    return [say("peers.ways", language), *ways]


def reveal_page(reveal: Reveal, language: Language, *, again: bool) -> list[str]:
    """The truth, everyone's answers with their slips, the solution, and one line for the group."""
    lines = [say("peers.agree", language)] if agreed_at_once(reveal) else []
    lines += [*_answers(reveal, language), *truth_lines(reveal, language)]
    if reveal.explained is not None:
        lines += _solution(reveal, reveal.explained, language)
    because = reveal.because
    if because is not None and because.in_language(language):
        lines += because.in_language(language).split("\n")
    lines.append(say("peers.together", language, line=tally_text(reveal.tally, language)))
    if again:
        lines.append(say("peers.all-wrong", language))
    return lines


def _answers(reveal: Reveal, language: Language) -> list[str]:
    """Each name with both answers; under the first who made it, a possible slip."""
    lines = [say("peers.answers" if reveal.twin is None else "peers.answers-twice", language)]
    width = max((cell_width(answers.name) for answers in reveal.answers), default=0)
    slips = told_slips(reveal.answers, language)
    for answers, said in zip(reveal.answers, slips, strict=True):
        both = [given(reveal.variant, answers.first, language)]
        if reveal.twin is not None:
            both.append(given(reveal.twin, answers.second, language))
        lines.append(f"  {fit(answers.name, width)}  {' → '.join(both)}")
        lines += [f"      {slip}" for slip in said]
    return lines


def _solution(reveal: Reveal, variant: Variant, language: Language) -> list[str]:
    """The worked solution; beside it the one slip, where only one was made."""
    mistakes = only_slip(reveal, variant)
    wrong = wrong_lines(variant, mistakes) if mistakes else ()
    page = solution_page(variant, wrong, language)
    return [solution_head(reveal, variant, language), *page] if page else []


def summary_page(table: Table, language: Language) -> list[str]:
    """How the group did, all together; nobody is ranked."""
    return ["", *summary_lines(table, language)]
