"""A verdict in JSON's types, with keys that stay."""

from typing import Any

from quizapp.calc.json_form import value_json
from quizapp.generate import Variant
from quizapp.grade.judging import Verdict


def verdict_json(variant: Variant, verdict: Verdict) -> dict[str, Any]:
    """The verdict; ``parts`` and ``probe`` are for kinds and follow-ups that have them."""
    return {
        "verdict": verdict.kind,
        "read_as": verdict.read_as,
        "answer": value_json(variant.answer),
        "parts": None,
        "mistakes": list(verdict.mistakes),
        "probe": None,
        "feedback": {
            "en": verdict.feedback.in_language("en"),
            "ko": verdict.feedback.in_language("ko"),
        },
    }
