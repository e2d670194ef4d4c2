"""What the next step of a sitting needs, imported while the learner thinks about this one."""

from importlib import import_module

_FOR_AN_ANSWER = (
    "quizapp.grade.judging", "quizapp.generate.past", "quizapp.generate.solution",
    "quizapp.mistakes.outcome", "quizapp.study.deriving", "quizapp.words.phrases.verdicts",
    "wcwidth",
)  # fmt: skip


def prepare_for_answers() -> None:
    """Import what it takes to judge an answer and to keep it.

    A first question is shown without: it is for a thread of its own, once the question stands.
    """
    for module in _FOR_AN_ANSWER:
        import_module(module)
