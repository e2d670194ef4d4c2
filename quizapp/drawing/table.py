"""A walk as a table: layers, shapes, counts, receptive fields."""

from collections.abc import Sequence

from quizapp.calc import Misaligned, Network, Row, Trace, trace
from quizapp.calc.receptive_field import ReceptiveField, Seen
from quizapp.drawing.code import wiring
from quizapp.words import Language, cell_width, fit, render, say

_GAP = "  "

_WHOLE_FROM = 100
"""A ratio as large as this is said without decimals."""


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
    """Layer, output shape, parameters and their share, MACs, receptive field; fitted to a width.

    The columns add up to the totals, shares to 100 %. ``total`` is None where the walk broke off:
    then the rows it reached stand alone, without shares.
    """
    columns = ("layer", "output", "parameters", "share", "macs", "field")
    cells = [[say(f"cli.column-{name}", language) for name in columns]]
    cells += [[name, render(shape), *[""] * 4] for name, shape in network.inputs.items()]
    shares = percentages([row.parameters for row in rows]) if total is not None else []
    for number, ((name, text, feeds), row) in enumerate(zip(wiring(network), rows, strict=False)):
        cells.append(
            [
                f"{name}{text}{feeds}",
                render(row.output_shape),
                render(row.parameters),
                shares[number] if shares and row.parameters else "",
                render(row.macs),
                seen_text(row.receptive_field),
            ]
        )
    if total is not None:
        whole = "100.0 %" if any(row.parameters for row in rows) else ""
        cells.append(
            [
                say("cli.total", language),
                render(total.output_shape),
                render(total.parameters),
                whole,
                render(total.macs),
                seen_text(total.receptive_field),
            ]
        )
    return _ruled(cells, width, totals=total is not None)


def percentages(counts: Sequence[int]) -> list[str]:
    """Shares in tenths of a percent that add up to 100.0, the largest rests rounded up."""
    whole = sum(counts)
    if not whole:
        return [""] * len(counts)
    tenths = [count * 1000 // whole for count in counts]
    by_rest = sorted(range(len(counts)), key=lambda at: -(counts[at] * 1000 % whole))
    for place in by_rest[: 1000 - sum(tenths)]:
        tenths[place] += 1
    return [f"{share // 10}.{share % 10} %" for share in tenths]


def _ruled(cells: list[list[str]], width: int, *, totals: bool) -> list[str]:
    """The cells as lines, the first column cut where the others leave no room for it."""
    widths = [max(cell_width(line[column]) for line in cells) for column in range(len(cells[0]))]
    others = sum(widths[1:]) + len(_GAP) * (len(widths) - 1)
    widths[0] = max(12, min(widths[0], width - others))
    lines = [_line(line, widths) for line in cells]
    rule = "─" * min(width, sum(widths) + len(_GAP) * (len(widths) - 1))
    body = [lines[0], rule, *lines[1:]]
    if totals:
        body.insert(-1, rule)
    return body


def comparison_table(
    names: tuple[str, str], walks: tuple[Trace, Trace], language: Language
) -> list[str]:
    """Two networks side by side: output, layers, parameters, MACs, receptive field."""
    one, other = walks

    def times(first: int, second: int) -> str:
        if not first or not second:
            return ""
        ratio = second / first
        return f"×{ratio:,.2f}" if ratio < _WHOLE_FROM else f"×{ratio:,.0f}"

    cells = [
        ["", *names, ""],
        [_column("output", language), render(one.output_shape), render(other.output_shape), ""],
        [_column("layers", language), *(render(len(walk.rows)) for walk in walks), ""],
        [
            _column("parameters", language),
            render(one.parameters),
            render(other.parameters),
            times(one.parameters, other.parameters),
        ],
        [
            _column("macs", language),
            render(one.macs),
            render(other.macs),
            times(one.macs, other.macs),
        ],
        [_column("field", language), *(seen_text(walk.receptive_field) for walk in walks), ""],
    ]
    widths = [max(cell_width(line[column]) for line in cells) for column in range(4)]
    return [_line(line, widths) for line in cells]


def _column(name: str, language: Language) -> str:
    return say(f"cli.column-{name}", language)


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
