"""Questions about a network of one's own, layer by layer, built where they are asked.

They are ordinary questions: drawn, proved, diagnosed and explained as those of a bank. Their cards
are known by the network, so that answers about one are never taken for answers about another.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from quizapp.bank import Question, question_written
from quizapp.calc import Network, Row, trace
from quizapp.calc.receptive_field import ReceptiveField
from quizapp.study.planning import OWN_BANK
from quizapp.words import LANGUAGES, Text, phrase, render

MOST_BEFORE = 16
"""Layers up to the one whose receptive field is asked: more would be bookkeeping."""

_TRIVIAL = (
    "Identity", "Dropout", "ReLU", "Softmax", "Sigmoid", "Tanh", "GELU", "SiLU", "BatchNorm",
)  # fmt: skip
"""What leaves these is what came in, and everybody sees it."""

_KERNEL = re.compile(r"(Conv[123]d|ConvTranspose[123]d)\((\d+), (\d+), (\d+)(.*)\)")
_KERNELS = (1, 2, 3, 5, 7)


def questions_about(network: Network) -> list[Question]:
    """What leaves each layer, what it learns and costs, how far it sees, and what if it differed.

    Layers in the order of the network, each written like none before it. Raises NetworkError where
    the network cannot be walked.
    """
    rows = trace(network).rows
    digest = hashlib.sha256(json.dumps(network.as_json()).encode()).hexdigest()[:12]
    seen: set[tuple[str, object]] = set()
    questions: list[Question] = []
    for place, row in enumerate(rows):
        before = rows[place - 1].receptive_field if place else None
        key = (row.layer, row.input_shapes)
        fresh = key not in seen
        seen.add(key)
        for kind, question in _about(network, place, row, before, fresh=fresh):
            questions.append(_question(digest, f"{place + 1}-{kind}", kind, *question))
    total = (phrase("study.own-total"), "parameters(network)", network.as_json())
    return [*questions, _question(digest, "total", "parameters", *total)]


_Asked = tuple[Any, ...]


def _about(
    network: Network, place: int, row: Row, before: object, *, fresh: bool
) -> Iterator[tuple[str, _Asked]]:
    """What is asked of one layer: kind, prompt, answer, network, and what varies."""
    shape = render(row.input_shapes[0])
    figures = {"number": place + 1, "layer": row.layer, "shape": shape, "k": "{k}"}
    alone = {"input": list(row.input_shapes[0]), "layers": [row.layer]}
    if fresh and len(row.inputs) == 1:
        if not row.layer.startswith(_TRIVIAL):
            yield "shape", (phrase("study.own-shape", **figures), "output_shape(network)", alone)
        if row.parameters:
            prompt = phrase("study.own-parameters", **figures)
            yield "parameters", (prompt, "parameters(network)", alone)
        if row.macs:
            yield "macs", (phrase("study.own-macs", **figures), "macs(network)", alone)
        match = _KERNEL.fullmatch(row.layer)
        if match is not None and min(row.input_shapes[0][1:]) >= max(_KERNELS):
            yield "what-if", _what_if(match, figures, alone["input"])
    field = row.receptive_field
    if isinstance(field, ReceptiveField) and place < MOST_BEFORE and field != before:
        part = Network(network.inputs, network.nodes[: place + 1]).as_json()
        yield "field", (phrase("study.own-field", **figures), "receptive_field(network)", part)


def _what_if(match: re.Match[str], figures: Mapping[str, object], shape: object) -> _Asked:
    """The parameters, had the kernel another size."""
    name, c_in, c_out, size, rest = match.groups()
    others = tuple(k for k in _KERNELS if k != int(size))
    layer = f"{name}({c_in}, {c_out}, k{rest})"
    prompt = phrase("study.own-what-if", **figures)
    network = {"input": shape, "layers": [layer]}
    return prompt, "parameters(network)", network, {"k": others}


def _question(
    digest: str,
    id_: str,
    kind: str,
    prompt: Text,
    answer: str,
    network: Mapping[str, Any],
    vary: Mapping[str, tuple[Any, ...]] | None = None,
) -> Question:
    """A question as an author would have written it."""
    record = {
        "id": f"{digest}-{id_}", "topic": kind, "vary": vary or {}, "network": network,
        "answer": answer, "prompt": {name: prompt.in_language(name) for name in LANGUAGES},
    }  # fmt: skip
    written = json.dumps(_texts(record), ensure_ascii=False, separators=(",", ":"))
    question = question_written(OWN_BANK, written)
    if question is None:
        raise RuntimeError(f"no question: {written}")
    return question


def _texts(value: Any) -> Any:
    """Numbers as a file holds them."""
    if isinstance(value, Mapping):
        return {name: _texts(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_texts(part) for part in value]
    return str(value)
