"""What a group is shown at each moment, in the words of either face.

Lines of text without layout: a face adds its columns and colours.
"""

from collections.abc import Sequence

from quizapp.generate import Variant
from quizapp.generate.twins import has_other_numbers, is_equal_twin
from quizapp.peers.differences import Parting
from quizapp.peers.reveal import Answers, Reveal, Tally, Vote
from quizapp.peers.rounds import Table, Talking, Voting
from quizapp.words import Language, say

MARKS = {"correct": "✓", "wrong": "✗"}


def round_note(table: Table, language: Language) -> str:
    """What is to be known before the question; empty as a rule."""
    phase = table.phase
    if isinstance(phase, Voting) and phase.twin_of is not None:
        return say(_kind_of_twin(phase.twin_of, phase.variant), language)
    if table.planned.explains in table.present:
        return say("peers.explains", language, name=table.planned.explains)
    return "" if table.planned.discussed else say("peers.too-high", language)


def _kind_of_twin(variant: Variant, twin: Variant) -> str:
    if not has_other_numbers(variant, twin):
        return "peers.once-more"
    return "peers.fresh" if is_equal_twin(variant, twin) else "peers.other-numbers"


def parting_line(talk: Talking, language: Language) -> str:
    """Where answers part, or what to compare first."""
    parting = talk.parting
    steps = [step.in_language(language) for step in parting.steps]
    if len(steps) == 1:
        return say("peers.part-at", language, step=steps[0])
    if steps:
        return say("peers.part-at-one", language, steps="; ".join(steps))
    if parting.compare is not None:
        return say("peers.compare", language, label=parting.compare)
    return say("peers.compare-all", language)


def then_line(talk: Talking, language: Language) -> str:
    """What comes after the talk: other numbers, where the question has any."""
    question, level = talk.variant.question, talk.variant.level
    varied = any(len(values) > 1 for values in question.space(level).values())
    return say("peers.then" if varied else "peers.then-again", language)


def ways_lines(parting: Parting, language: Language) -> list[str]:
    """The ways of doing the step on which answers part, each with a bullet."""
    return [f"· {way.in_language(language)}" for way in parting.ways]


def agreed_at_once(reveal: Reveal) -> bool:
    """Whether there was nothing to talk about."""
    return reveal.twin is None and reveal.all_agreed and len(reveal.answers) > 1


def truth_lines(reveal: Reveal, language: Language) -> list[str]:
    """The right answer; both, where there were two questions and they are not the same."""
    first = reveal.variant.shown_answer.in_language(language)
    second = first if reveal.twin is None else reveal.twin.shown_answer.in_language(language)
    if first == second:
        return [say("verdicts.answer", language, answer=first)]
    return [
        say("peers.right-first", language, answer=first),
        say("peers.right-again", language, answer=second),
    ]


def given(variant: Variant, vote: Vote | None, language: Language) -> str:
    """What was answered, behind its mark; an option by its text."""
    if vote is None:
        return say("peers.none", language)
    mark, read_as = MARKS.get(vote.verdict.kind, "≈"), vote.verdict.read_as
    if not variant.options:
        return f"{mark} {read_as}"
    places = [int(place) for place in read_as.split(", ")]
    texts = [variant.options[place - 1].text.in_language(language) for place in places]
    chosen = zip(places, texts, strict=True)
    return f"{mark} " + ", ".join(f"{place}. {text}" for place, text in chosen)


def told_slips(answers: Sequence[Answers], language: Language) -> list[list[str]]:
    """The possible slips of each person; the same one is told once, under its first."""
    told: set[str] = set()
    lines = []
    for each in answers:
        lines.append([slip for slip in _slips(each, language) if slip not in told])
        told.update(lines[-1])
    return lines


def _slips(answers: Answers, language: Language) -> list[str]:
    votes = [vote for vote in (answers.first, answers.second) if vote is not None]
    texts = [vote.verdict.feedback.in_language(language) for vote in votes]
    return [line for text in dict.fromkeys(texts) for line in text.split("\n") if line]


def only_slip(reveal: Reveal, variant: Variant) -> tuple[str, ...]:
    """The mistakes behind the one slip that was made on a variant; none where there were more."""
    first = variant is reveal.variant
    votes = [answers.first if first else answers.second for answers in reveal.answers]
    slips = {
        vote.verdict.mistakes
        for vote in votes
        if vote is not None and vote.verdict.mistakes and vote.verdict.diagnosis.catalogued
    }
    only = next(iter(slips)) if len(slips) == 1 else ()
    return tuple(only[0].split("+")) if len(only) == 1 else ()


def solution_head(reveal: Reveal, variant: Variant, language: Language) -> str:
    """Which of the two questions is worked."""
    return say("peers.solution" if variant is reveal.variant else "peers.solution-again", language)


def tally_text(tally: Tally, language: Language) -> str:
    """``1 of 3 → 3 of 3``."""
    return " → ".join(
        say("peers.of", language, right=right, count=count) for right, count in _counts(tally)
    )


def summary_lines(table: Table, language: Language) -> list[str]:
    """How the group did, all together; nobody is ranked."""
    tallies = list(table.tallies.values())
    right, count = _sum([tally.before for tally in tallies])
    lines = [say("peers.summary", language, rounds=len(tallies))]
    if count:
        lines.append(say("peers.summary-first", language, right=right, count=count))
    twice = [(tally.before, tally.after) for tally in tallies if tally.after is not None]
    if twice:
        counts = Tally(_sum([one for one, _ in twice]), _sum([other for _, other in twice]))
        lines.append(say("peers.summary-after", language, line=_shares(counts, language)))
    return lines


def _shares(tally: Tally, language: Language) -> str:
    """Answers, not people: a share of all that were given."""
    return " → ".join(
        say("peers.share", language, right=right, count=count) for right, count in _counts(tally)
    )


def _counts(tally: Tally) -> list[tuple[int, int]]:
    return [tally.before] if tally.after is None else [tally.before, tally.after]


def _sum(counts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(right for right, _ in counts), sum(count for _, count in counts)
