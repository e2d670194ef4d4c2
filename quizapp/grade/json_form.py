"""A verdict in JSON's types, with keys that stay."""

from typing import Any

from quizapp.generate import Variant, probe_seed
from quizapp.generate.json_form import answer_json
from quizapp.grade.verdict import Verdict


def verdict_json(variant: Variant, verdict: Verdict) -> dict[str, Any]:
    """The verdict; ``parts`` is for kinds that have them, ``probe`` for several slips that tie."""
    probe = probe_seed(variant, verdict.mistakes) if verdict.diagnosis.ties else None
    return {
        "verdict": verdict.kind,
        "read_as": verdict.read_as,
        "answer": answer_json(variant.answer),
        "parts": [
            {
                "name": part.name,
                "read_as": part.read_as,
                "correct": part.correct,
                "follow_through": part.follow_through,
            }
            for part in verdict.parts
        ]
        or None,
        "mistakes": list(verdict.mistakes),
        "probe": None if probe is None else {"seed": probe},
        "feedback": {
            "en": verdict.feedback.in_language("en"),
            "ko": verdict.feedback.in_language("ko"),
        },
    }
