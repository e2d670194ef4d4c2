"""What is printed at each moment of a sitting, as lines of text."""

from collections.abc import Sequence

from quizapp.drawing import network_lines
from quizapp.generate import Line, Variant, abridged, compare, lines_of
from quizapp.generate.asked_lines import asked_lines
from quizapp.grade import Verdict
from quizapp.study import Item, Outcome, Summary
from quizapp.words import Language, cell_width, fit, render, say, sentence


def question_page(item: Item, language: Language) -> list[str]:
    """The number of the question, its prompt, its networks, its options."""
    kind = "plain.question" if item.count else "study.question-open"
    head = say(kind, language, number=item.number, count=item.count)
    new = [say("study.new", language)] if item.is_new else []
    return [head, *new, *_asked(item.variant, language)]


def example_page(variant: Variant, lines: Sequence[Line], language: Language) -> list[str]:
    """A variant with its worked solution, to be looked at."""
    answer = variant.shown_answer.in_language(language)
    return [
        *_asked(variant, language),
        *(f"  {line.text.in_language(language)}" for line in lines),
        say("verdicts.answer", language, answer=answer),
    ]


def _asked(variant: Variant, language: Language) -> list[str]:
    networks = network_lines(variant.drawn.networks, variant.show, variant.hidden)
    return [
        *variant.prompt.in_language(language).split("\n"),
        *(f"    {line}" for line in networks),
        *asked_lines(variant, language),
    ]


def unread_page(verdict: Verdict, language: Language) -> list[str]:
    """Why an answer does not count, and that it is asked again."""
    return [
        say(f"verdicts.{verdict.kind}", language),
        verdict.feedback.in_language(language),
    ]


def verdict_page(outcome: Outcome, language: Language) -> list[str]:
    """The verdict, what was read, and the possible slip."""
    verdict = outcome.verdict
    if verdict.self_grade is not None:
        return _card_page(outcome, language)
    head = say(f"verdicts.{verdict.kind}", language)
    if _digits(outcome.submission) == _digits(verdict.read_as):
        lines = [f"{head}: {verdict.read_as}"]
    else:
        lines = [f"{head} ({say('verdicts.read-as', language, value=verdict.read_as)})"]
    if verdict.kind != "correct":
        if feedback := verdict.feedback.in_language(language):
            lines += feedback.split("\n")
        lines += _parts_page(verdict, language)
        lines.append(say("verdicts.answer", language, answer=verdict.answer.in_language(language)))
    because = outcome.item.variant.because
    if because is not None and because.in_language(language):
        lines += because.in_language(language).split("\n")
    return lines


def _card_page(outcome: Outcome, language: Language) -> list[str]:
    """The back of a card after its grade."""
    lines = [say("asked.back", language, back=outcome.verdict.answer.in_language(language))]
    because = outcome.item.variant.because
    return lines if because is None else [*lines, *because.in_language(language).split("\n")]


def _parts_page(verdict: Verdict, language: Language) -> list[str]:
    """The parts of an answer that are wrong, each with what is right."""
    return [
        f"  {'→' if part.follow_through else '✗'} "
        + say("asked.part", language, name=part.name, given=part.read_as, right=part.answer)
        for part in verdict.parts
        if not part.correct and part.answer
    ]


def _digits(text: str) -> str:
    """A number without what groups its digits; an echo of the same number need not be said."""
    return text.replace(",", "").replace(" ", "").replace("_", "")


def solution_page(variant: Variant, wrong: Sequence[Line], language: Language) -> list[str]:
    """The worked solution; with a slip's own lines, both in columns, the parting marked ``←``."""
    right = lines_of(variant)
    if not right:
        return []
    if not wrong:
        return [f"  {_step(line, language)}" for line in abridged(right)]
    return [f"  {line}" for line in beside(wrong, right, language)]


def _step(line: Line | int, language: Language) -> str:
    if isinstance(line, int):
        return say("verdicts.left-out", language, count=line)
    return line.text.in_language(language)


def beside(wrong: Sequence[Line], right: Sequence[Line], language: Language) -> list[str]:
    """Two solutions in columns, the first line on which they part marked."""
    rows = [("", say("verdicts.that-way", language), say("verdicts.right-way", language))]
    lines = compare(wrong, right)
    parting = next((place for place, line in enumerate(lines) if line.parts), None)
    for line in abridged(lines, parting):
        if isinstance(line, int):
            rows.append((say("verdicts.left-out", language, count=line), "", ""))
            continue
        mark = "  ←" if line.parts else ""
        label = line.label.in_language(language)
        rows.append((label, _sum(line.wrong), _sum(line.right) + mark))
    widths = [max(cell_width(row[column]) for row in rows) for column in range(2)]
    return [
        "  ".join([fit(row[0], widths[0]), fit(row[1], widths[1]), row[2]]).rstrip() for row in rows
    ]


def _sum(line: Line | None) -> str:
    return "—" if line is None else line.arithmetic


def saved_page(outcome: Outcome, language: Language, *, said_before: bool) -> list[str]:
    """That an answer is not saved, once; an empty page where it is."""
    if outcome.unsaved is None or said_before:
        return []
    return [sentence(outcome.unsaved, language)]


def summary_page(summary: Summary, language: Language) -> list[str]:
    """The score, and what was missed with its right answer."""
    lines = ["", say("plain.summary", language, right=summary.right, count=summary.asked)]
    if summary.missed:
        lines.append(say("plain.missed", language))
    for outcome in summary.missed:
        prompt = outcome.item.variant.prompt.in_language(language).split("\n")[0]
        answer = outcome.verdict.answer.in_language(language)
        lines.append(f"  {outcome.item.number}. {prompt}  {outcome.verdict.read_as} → {answer}")
    return lines


def variant_page(variant: Variant, lines: Sequence[Line], language: Language) -> list[str]:
    """A variant with everything a learner does not see: its answer, steps, and wrong answers."""
    page = [f"{variant.question.key}  seed {variant.seed}"]
    page += _asked(variant, language)
    answer = variant.shown_answer.in_language(language)
    page.append(say("verdicts.answer", language, answer=answer))
    if variant.because is not None:
        page += variant.because.in_language(language).split("\n")
    page += [f"  {line.text.in_language(language)}" for line in lines]
    page += [
        f"  ✗ {render(known.answer)}  {', '.join(known.mistakes)}" for known in variant.known_wrong
    ]
    return [*page, variant.signature, ""]
