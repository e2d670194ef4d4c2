"""The calculator on the command line."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.streams import show, width
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.calc import Network
    from quizapp.words import Language

FINE = 0


def calc(options: argparse.Namespace, language: "Language") -> int:
    """A network's table, down to the layer where it breaks if it does."""
    from quizapp.calc import Row, Trace, walk
    from quizapp.calc.json_form import trace_json
    from quizapp.calc.rules import TRUE
    from quizapp.drawing import trace_table
    from quizapp.errors import NetworkError
    from quizapp.words import say

    network = _network(options)
    rows: list[Row] = []
    fault = None
    try:
        # One by one: what the walk found before it broke off is worth seeing.
        for row in walk(network):
            rows.append(row)  # noqa: PERF402 # see above
    except NetworkError as error:
        fault = error
    total = None if fault else Trace(network, TRUE, tuple(rows))
    if fault is not None and options.json:
        raise fault
    if options.json and total is not None:
        show(json.dumps(trace_json(total), ensure_ascii=False))
        return FINE
    show(*trace_table(network, rows, total, language, width()))
    if fault is not None:
        raise fault
    show(say("cli.macs-note", language))
    return FINE


def _network(options: argparse.Namespace) -> "Network":
    from quizapp.bank.network_file import network_in_text, network_of_file
    from quizapp.calc import read_network

    source: str = options.network
    shape = None if options.input is None else _shape(options.input)
    if source == "-":
        return network_in_text(sys.stdin.read(), shape)
    if "(" not in source and (Path(source).is_file() or source.endswith((".yaml", ".yml"))):
        return network_of_file(Path(source), shape)
    if shape is None:
        raise UsageError("no-input-shape", "layers need their input: --input 3,224,224")
    return read_network({"input": shape, "layers": source})


def _shape(text: str) -> list[int]:
    from quizapp.grade import Unreadable, read_shape

    read = read_shape(text)
    if isinstance(read, Unreadable):
        raise UsageError(
            "input-shape", "--input takes a shape such as 3,224,224, not {text}", text=text
        )
    return list(read.value)
