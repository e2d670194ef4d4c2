"""What other rooms refuse, at its place in the file. ``▸`` marks the place."""

from pathlib import Path

import pytest

from tests.bank.written_banks import (
    Case,
    problems_of,
    unmarked,
    with_answer,
    with_fields,
    with_prompt,
)

CASES = {
    "unclosed-hole": Case(
        "B063: '{' is never closed; close it with '}', or write '{{' for a brace that is printed",
        with_prompt('"k is ▸{k"'),
    ),
    "unknown-name": Case("B062: kk is not defined; did you mean k?", with_prompt("Is it {▸kk}?")),
    "name-in-block": Case(
        "B062: kk is not defined; did you mean k?",
        with_prompt("|\n      Is it\n        so, {▸kk}?"),
    ),
    "let-is-in-order": Case(
        "B062: area is not defined", with_fields("let: {twice: 2 * ▸area, area: k * k}")
    ),
    "syntax": Case(
        "B061: this cannot be read as an expression: k * * 2",
        with_fields("where: k * ▸* 2"),
    ),
    "function": Case(
        "B062: paramters is not defined; did you mean parameters?",
        with_answer("2 * ▸paramters(network)"),
    ),
    "layer": Case(
        "B062: ReLu is not defined; did you mean ReLU?",
        with_fields("network:", "  input: [3, 8, 8]", "  layers: ['Conv2d(3, 8, 3)', '▸ReLu()']"),
    ),
    "layer-in-block": Case(
        "B062: ReLu is not defined; did you mean ReLU?",
        with_fields(
            "network:",
            "  input: [3, 8, 8]",
            "  layers: |",
            "    nn.Sequential(",
            "      nn.Conv2d(3, 8, 3),",
            "      ▸nn.ReLu(),",
            "    )",
        ),
    ),
    "argument": Case(
        "B072: `Conv2d(3, 8, 1, stirde=2)` has no argument `stirde`; did you mean `stride`?",
        with_fields("network: {input: [3, 8, 8], layers: ['ReLU(), Conv2d(3, 8, k, ▸stirde=2)']}"),
    ),
    "missing-argument": Case(
        "B072: `Conv2d(3, 8)` needs `kernel_size`",
        with_fields("network: {input: [3, 8, 8], layers: ['ReLU(), ▸Conv2d(3, 8)']}"),
    ),
    "refused": Case(
        "B072: layer 2: `Conv2d(3, 8, 3)` expects 3 channels and gets 8",
        with_fields("network: {input: [3, 8, 8], layers: ['Conv2d(3, 8, 3)', '▸Conv2d(3, 8, 3)']}"),
    ),
    "network-key": Case(
        "B012: unknown key 'layres'; did you mean 'layers'?",
        with_fields("network: {input: [3, 8, 8], ▸layres: []}"),
    ),
    "item-key": Case(
        "B012: unknown key 'nam'; did you mean 'name'?",
        with_fields("network: {input: [3, 8, 8], layers: [{▸nam: x, layer: ReLU()}]}"),
    ),
    "key-astray": Case(
        "B071: `dim` has no place beside `add`",
        with_fields("network: {input: [3, 8, 8], layers: [{add: [[], []], ▸dim: 1}]}"),
    ),
    "no-input": Case(
        "B071: a network needs `input:`, such as [3, 224, 224]",
        with_fields("network:", "  ▸layers: [ReLU()]"),
    ),
    "size-of-input": Case(
        "B072: a number above zero belongs here, not 0",
        with_fields("network: {input: [3, 8, ▸0], layers: [ReLU()]}"),
    ),
    "no-such-node": Case(
        "B071: nothing before is named `steam`; did you mean `stem`?",
        with_fields(
            "network:",
            "  input: [3, k, 8]",
            "  layers:",
            "    - {name: stem, layer: ReLU()}",
            "    - {layer: ReLU(), from: ▸steam}",
        ),
    ),
    "cut-call": Case(
        'B024: inside [...] YAML cuts a call at its commas; write ["Conv2d(3, 8, 3)", "ReLU()"]',
        with_fields(
            "network:", "  input: [3, 8, 8]", "  layers: [▸Conv2d(3, 8,", "    3), ReLU()]"
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_error_of_an_expression_or_a_network_is_named_at_its_place(
    tmp_path: Path, name: str
) -> None:
    text, line, column = unmarked(CASES[name].text)
    code, _, message = CASES[name].message.partition(": ")
    assert problems_of(tmp_path, text) == [(line, column, code, message)]
