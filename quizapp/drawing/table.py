"""A walk as a table: layers, shapes, counts, receptive fields."""

from collections.abc import Sequence

from quizapp.calc import Misaligned, Network, Row, Trace, trace
from quizapp.calc.receptive_field import ReceptiveField, Seen
from quizapp.drawing.code import wiring
from quizapp.words import Language, cell_width, fit, render, say

_GAP = "  "


def shape_lines(network: Network, hidden: frozenset[str] = frozenset()) -> list[str]:
    """Each layer beside the shape it leaves, ``?`` for the nodes named in ``hidden``."""
    left = list(network.inputs)
    right = [render(shape) for shape in network.inputs.values()]
    for (name, text, feeds), row in zip(wiring(network), trace(network).rows, strict=True):
        left.append(f"{name}{text}{feeds}")
        right.append("?" if row.name in hidden else render(row.output_shape))
    width = max(map(cell_width, left))
    return [f"{fit(a, width)}{_GAP}{b}" for a, b in zip(left, right, strict=True)]


def trace_table(
    network: Network, rows: Sequence[Row], total: Trace | None, language: Language, width: int
) -> list[str]:
    """Layer, output shape, parameters, MACs and receptive field, with totals; fitted to a width.

    ``total`` is None where the walk broke off: then the rows it reached stand alone.
    """
    heads = [
        say(f"cli.column-{name}", language)
        for name in ("layer", "output", "parameters", "macs", "field")
    ]
    cells = [heads]
    for name, shape in network.inputs.items():
        cells.append([name, render(shape), "", "", ""])
    for (name, text, feeds), row in zip(wiring(network), rows, strict=False):
        cells.append(
            [
                f"{name}{text}{feeds}",
                render(row.output_shape),
                render(row.parameters),
                render(row.macs),
                seen_text(row.receptive_field),
            ]
        )
    if total is not None:
        cells.append(
            [say("cli.total", language), render(total.output_shape), render(total.parameters),
             render(total.macs), seen_text(total.receptive_field)]
        )  # fmt: skip
    widths = [max(cell_width(line[column]) for line in cells) for column in range(len(heads))]
    others = sum(widths[1:]) + len(_GAP) * (len(widths) - 1)
    widths[0] = max(12, min(widths[0], width - others))
    lines = [_line(line, widths) for line in cells]
    rule = "─" * min(width, sum(widths) + len(_GAP) * (len(widths) - 1))
    body = [lines[0], rule, *lines[1:]]
    if total is not None:
        body.insert(-1, rule)
    return body


def seen_text(seen: Seen) -> str:
    """A receptive field's size: one number where all axes agree; ``—`` for the whole input."""
    if isinstance(seen, Misaligned):
        return "≠"
    if not isinstance(seen, ReceptiveField):
        return "—"
    return render(seen.size[0] if len(set(seen.size)) == 1 else seen.size)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = fit(cells[0], widths[0])
    rest = [fit(cell, width, "right") for cell, width in zip(cells[1:], widths[1:], strict=True)]
    return _GAP.join([first, *rest]).rstrip()
