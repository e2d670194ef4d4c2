"""The calculator on the command line."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.cli.places import path_named
from quizapp.cli.streams import show, tell, typed_lines, width
from quizapp.errors import NetworkError, UsageError

if TYPE_CHECKING:
    from quizapp.calc import Network, Row, Rules, Trace
    from quizapp.words import Language

FINE, WRONG = 0, 1


def calc(options: argparse.Namespace, language: "Language") -> int:
    """A network's table, down to the layer where it breaks if it does; or what is asked instead."""
    network = network_of(options.network, options)
    if options.form is not None:
        show(*_written(network, options.form, ascii_only=options.ascii))
        return FINE
    rules = _rules(options.rules)
    if not options.json:
        show(*_what_went_wrong(options.rules, language))
    rows, fault = _walked(network, rules)
    if fault is not None and options.json:
        raise fault
    from quizapp.calc import Trace

    walked = None if fault else Trace(network, rules, tuple(rows))
    if walked is not None and options.compare is not None:
        return _compare(walked, options, language)
    if walked is not None and options.derive is not None:
        lines = list(_derived(walked, options.derive, language))
        if not lines:
            raise UsageError(
                "nothing-derived",
                "{layer} names no layer with anything to reckon; the table lists the layers",
                layer=options.derive or options.network,
            )
        show(*lines)
        return FINE
    if walked is not None and options.json:
        from quizapp.calc.json_form import trace_json

        show(json.dumps(trace_json(walked), ensure_ascii=False))
        return FINE
    return _table(network, rows, walked, fault, language)


def _walked(network: "Network", rules: "Rules") -> "tuple[list[Row], NetworkError | None]":
    """The rows as far as the network holds together, and why it does not if it breaks."""
    from quizapp.calc import walk

    rows: list[Row] = []
    try:
        # One by one: what the walk found before it broke off is worth seeing.
        for row in walk(network, rules):
            rows.append(row)  # noqa: PERF402 # see above
    except NetworkError as error:
        return rows, error
    return rows, None


def _table(
    network: "Network",
    rows: "list[Row]",
    walked: "Trace | None",
    fault: NetworkError | None,
    language: "Language",
) -> int:
    from quizapp.drawing import trace_table
    from quizapp.words import say

    show(*trace_table(network, rows, walked, language, width()))
    if fault is not None:
        tell(fault, language)
        return WRONG
    show(say("cli.macs-note", language))
    return FINE


def _rules(ids: str | None) -> "Rules":
    """The true table, or one with the mistakes named in it."""
    from quizapp.calc.rules import TRUE
    from quizapp.expressions import nearest
    from quizapp.mistakes import BY_ID

    rules = TRUE
    for id_ in ids.split(",") if ids else ():
        mistake = BY_ID.get(id_.strip())
        if mistake is None:
            guess = nearest(id_.strip(), BY_ID)
            if guess is None:
                raise UsageError(
                    "no-mistake-known", "no mistake is called {id}; those known are: {ids}",
                    id=id_, ids=", ".join(BY_ID),
                )  # fmt: skip
            raise UsageError(
                "no-mistake", "no mistake is called {id}; did you mean {guess}?",
                id=id_, guess=guess,
            )  # fmt: skip
        rules = mistake.rules(rules)
    return rules


def _what_went_wrong(ids: str | None, language: "Language") -> Iterator[str]:
    """Which mistakes the numbers that follow have in them."""
    from quizapp.mistakes import BY_ID
    from quizapp.words import say

    for id_ in ids.split(",") if ids else ():
        mistake = BY_ID[id_.strip()]
        yield say("cli.gone-wrong", language, id=mistake.id, way=mistake.way.in_language(language))


def _derived(walked: "Trace", asked: str, language: "Language") -> Iterator[str]:
    """The arithmetic of one layer, by name or call, or with an empty name of the whole network."""
    from quizapp.calc.derivation import nested, nested_lines, quantity_steps
    from quizapp.words import render, say

    for quantity in ("output_shape", "parameters", "macs", "receptive_field"):
        steps = [
            step
            for step in quantity_steps(quantity, walked)
            if step.place and (not asked or asked in (step.place, step.label))
        ]
        if not steps:
            continue
        yield say(f"cli.steps-{quantity}", language)
        if quantity in ("parameters", "macs") and not asked:
            for line in nested_lines(nested(quantity, walked)):
                label = f"{line.label}: " if line.label else ""
                yield f"  {'  ' * line.depth}{label}{line.text}"
            continue
        for step in steps:
            result = f" → {render(step.result)}" if isinstance(step.result, tuple) else ""
            formula = f"{step.term.formula()} = " if asked else ""
            yield f"  {step.label}: {formula}{step.term.numbers()} = {render(step.value)}{result}"


def _compare(walked: "Trace", options: argparse.Namespace, language: "Language") -> int:
    from quizapp.calc import trace
    from quizapp.drawing import comparison_table

    other = trace(network_of(options.compare, options), walked.rules)
    names = (_short(options.network), _short(options.compare))
    show(*comparison_table(names, (walked, other), language))
    return FINE


def _short(written: str) -> str:
    return written if len(written) <= 24 else f"{written[:23]}…"


def _written(network: "Network", form: str, *, ascii_only: bool) -> list[str]:
    """The network as code or drawn."""
    from quizapp.drawing import diagram_lines, keras_code, torch_code

    if form == "diagram":
        return diagram_lines(network, width(), ascii_only=ascii_only)
    return torch_code(network) if form == "torch" else keras_code(network)


def network_of(source: str, options: argparse.Namespace) -> "Network":
    """An architecture by its name, a file's network, layers over ``--input``, or standard input.

    Raises UsageError for a name or a file that is not there, NetworkError for what is wrong in one.
    """
    from quizapp.bank.network_file import network_in_text, network_of_file
    from quizapp.calc import read_network, zoo

    shape = None if options.input is None else _shape(options.input)
    if source == "-":
        return network_in_text("".join(typed_lines(sys.stdin)), shape)
    if "(" not in source:
        if not _is_name(source):
            return network_of_file(path_named(source), shape)
        if shape is not None and all(map(_is_name, _sources(options))):
            raise UsageError(
                "input-of-named",
                "{name} has an input of its own; --input goes with layers or a file",
                name=source,
            )
        try:
            return zoo.network(source)
        except NetworkError as error:
            raise UsageError(error.code, error.english, **error.figures) from None
    if shape is None:
        raise UsageError("no-input-shape", "layers need their input: --input 3,224,224")
    return read_network({"input": shape, "layers": source})


def _sources(options: argparse.Namespace) -> list[str]:
    """The networks that are asked for."""
    wanted = (options.network, getattr(options, "compare", None))
    return [source for source in wanted if source is not None]


def _is_name(source: str) -> bool:
    """Whether this can only be an architecture's name."""
    written = source == "-" or "(" in source or source.endswith((".yaml", ".yml"))
    return not written and not os.path.isfile(source)  # noqa: PTH113 # Path's raises for a name too long to be a file's


def _shape(text: str) -> list[int]:
    from quizapp.grade import Unreadable, read_shape

    read = read_shape(text)
    if isinstance(read, Unreadable) or min(read.value) < 1:
        raise UsageError(
            "input-shape", "--input takes a shape such as 3,224,224, not {text}", text=text
        )
    return list(read.value)
