"""A variant with everything that a learner does not see: proof, solution, mistakes, findings."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from quizapp.bank import Problem, Question
from quizapp.errors import QuizappError
from quizapp.generate import Variant, generate, hints_of, lines_of
from quizapp.generate.proofs import both_ways
from quizapp.mistakes import BY_ID
from quizapp.tui.solution import solution
from quizapp.tui.text import ODD, QUIET, RIGHT, STRONG, WRONG, hanging, plain, stacked
from quizapp.tui.whole_question import whole_question
from quizapp.words import Language, render, say, sentence


def specimen_page(
    question: Question, seed: int, level: int, language: Language, width: int
) -> Content:
    """The variant of a seed with all there is to it; or why there is none."""
    head = plain(say("browse.seed", language, seed=str(seed)), QUIET)
    try:
        variant = generate(question, seed, level)
        parts = [head, *_parts(variant, language, width)]
    except QuizappError as error:
        parts = [head, plain(f"✗ {sentence(error, language)}", WRONG)]
    return plain("\n\n").join(part for part in parts if part)


def _parts(variant: Variant, language: Language, width: int) -> Iterator[Content]:
    yield whole_question(variant, language, width, solved=True)
    right = say("verdicts.answer", language, answer=variant.shown_answer.in_language(language))
    yield stacked(
        [hanging(plain("✓ ", RIGHT), plain(right, STRONG), width), *_proof(variant, language)]
    )
    if lines := lines_of(variant):
        yield _headed("browse.solution", solution(lines, language, width), language)
    if wrong := list(_wrong(variant, language, width)):
        yield _headed("browse.mistakes", stacked(wrong), language)
    if hints := [hint.in_language(language) for hint in hints_of(variant)]:
        numbered = [
            hanging(plain(f"{number}. ", QUIET), plain(hint), width)
            for number, hint in enumerate(hints, 1)
        ]
        yield _headed("browse.hints", stacked(numbered), language)
    yield _about(variant, language)


def _headed(key: str, content: Content, language: Language) -> Content:
    return stacked([plain(say(key, language), QUIET), content])


def _proof(variant: Variant, language: Language) -> Iterator[Content]:
    """Both ways' values; where they agree they are said once."""
    for name, first, second in both_ways(variant):
        called = say("browse.solutions", language) if name == "solutions" else name
        label = f"{called}: " if called else ""
        if first == second:
            yield plain(label + say("browse.both-ways", language, value=first), QUIET)
        else:
            said = say("browse.ways-differ", language, first=first, second=second)
            yield plain(label + said, WRONG)


def _wrong(variant: Variant, language: Language, width: int) -> Iterator[Content]:
    """Each known wrong answer with the mistakes that lead to it."""
    for known in variant.known_wrong:
        named = [
            f"{BY_ID[id_].way.in_language(language)} ({id_})" if id_ in BY_ID else id_
            for id_ in known.mistakes
        ]
        tie = "  =  ".join(named)
        yield hanging(plain(f"✗ {render(known.answer)}  ", WRONG), plain(tie), width)


def _about(variant: Variant, language: Language) -> Content:
    """What the author says, the source, the convention, the numbers drawn."""
    question, lines = variant.question, []
    if variant.because is not None and (because := variant.because.in_language(language)):
        lines.append(because)
    if variant.drawn.variables:
        drawn = [f"{name} = {render(value)}" for name, value in variant.drawn.variables.items()]
        lines.append(", ".join(drawn))
    if question.convention:
        said = ", ".join(f"{key}: {value}" for key, value in question.convention.items())
        lines.append(say("browse.convention", language, said=said))
    if question.source is not None:
        where = f" {question.source.where}" if question.source.where else ""
        lines.append(say("browse.source", language, source=question.source.id + where))
    return stacked(plain(line, QUIET) for line in lines)


def findings_page(problems: Sequence[Problem], language: Language, width: int) -> Content:
    """What `check` says, errors first; each with its line and column."""
    ordered = sorted(problems, key=lambda problem: (problem.severity != "error", problem.line))
    lines = []
    for problem in ordered:
        bad = problem.severity == "error"
        mark = plain(
            f"{'✗' if bad else '!'} {problem.line}:{problem.column} ", WRONG if bad else ODD
        )
        said = f"{problem.code} {problem.message.in_language(language)}"
        lines.append(hanging(mark, plain(said), width))
    return stacked(lines)
