"""A variant in JSON's types, with keys that stay."""

from collections.abc import Mapping
from typing import Any

from quizapp.calc.json_form import value_json
from quizapp.generate.asked import (
    Asked,
    MatchAsked,
    OrderAsked,
    OutputAsked,
    SolveAsked,
    TableAsked,
)
from quizapp.generate.solution import lines_of
from quizapp.generate.variant import Variant
from quizapp.words import Text


def variant_json(variant: Variant) -> dict[str, Any]:
    """Everything a variant is, its solution and its known wrong answers."""
    networks = {name: net.as_json() for name, net in variant.drawn.networks.items()}
    alone = list(networks) == ["network"]
    return {
        "id": variant.question.key,
        "seed": variant.seed,
        "level": variant.level,
        "kind": variant.question.kind,
        "variables": {name: value_json(v) for name, v in variant.drawn.variables.items()},
        "prompt": _text_json(variant.prompt),
        "network": networks["network"] if alone else None,
        "networks": networks if networks and not alone else None,
        "answer": answer_json(variant.answer),
        "choices": [
            {
                "value": value_json(option.value),
                "text": _text_json(option.text),
                "correct": option.correct,
            }
            for option in variant.options
        ]
        or None,
        "solution": [
            {
                "text": _text_json(line.text),
                "expression": line.expression,
                "value": value_json(line.value),
            }
            for line in lines_of(variant)
        ],
        "mistakes": [
            {"id": id_, "answer": value_json(known.answer)}
            for known in variant.known_wrong
            for id_ in known.mistakes
        ],
        "signature": variant.signature,
        **_asked_json(variant.asked),
    }


def answer_json(answer: Any) -> Any:
    """Values of unknowns by name, a card's back in both languages, else as values are."""
    if isinstance(answer, Text):
        return _text_json(answer)
    if isinstance(answer, Mapping):
        return {name: value_json(value) for name, value in answer.items()}
    return value_json(answer)


def _asked_json(asked: Asked | None) -> dict[str, Any]:
    """What is shown besides the prompt: items, pairs, code; nothing for other kinds."""
    match asked:
        case OrderAsked():
            return {"items": [_text_json(item) for item in asked.items]}
        case MatchAsked():
            sides = {"left": asked.lefts, "right": asked.rights}
            return {side: [_text_json(text) for text in texts] for side, texts in sides.items()}
        case SolveAsked():
            return {"unknowns": {name: list(values) for name, values in asked.unknowns.items()}}
        case TableAsked():
            return {"columns": list(asked.columns), "rows": [row.layer for row in asked.rows]}
        case OutputAsked():
            return {"code": asked.code, "versions": dict(asked.pinned.versions)}
    return {}


def _text_json(text: Text) -> dict[str, str]:
    return {"en": text.in_language("en"), "ko": text.in_language("ko")}
