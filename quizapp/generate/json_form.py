"""A variant in JSON's types, with keys that stay."""

from typing import Any

from quizapp.calc.json_form import value_json
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
        "answer": value_json(variant.answer),
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
    }


def _text_json(text: Text) -> dict[str, str]:
    return {"en": text.in_language("en"), "ko": text.in_language("ko")}
