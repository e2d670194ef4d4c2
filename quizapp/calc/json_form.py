"""A trace in JSON's types, with keys that stay."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizapp.calc.graph import Row, Trace
    from quizapp.calc.receptive_field import Seen


def trace_json(walked: "Trace") -> dict[str, Any]:
    """Input, totals and rows; a fraction is written ``"1/2"``."""
    inputs = {name: list(shape) for name, shape in walked.network.inputs.items()}
    return {
        "input": inputs["input"] if list(inputs) == ["input"] else inputs,
        "output_shape": list(walked.output_shape),
        "parameters": walked.parameters,
        "buffers": walked.buffers,
        "macs": walked.macs,
        "receptive_field": _seen_json(walked.receptive_field),
        "rows": [_row_json(row) for row in walked.rows],
    }


def _row_json(row: "Row") -> dict[str, Any]:
    return {
        "name": row.name,
        "layer": row.layer,
        "inputs": list(row.inputs),
        "output_shape": list(row.output_shape),
        "parameters": row.parameters,
        "buffers": row.buffers,
        "macs": row.macs,
        "receptive_field": _seen_json(row.receptive_field),
    }


def _seen_json(seen: "Seen") -> dict[str, Any] | None:
    from quizapp.calc.receptive_field import Misaligned, ReceptiveField

    if isinstance(seen, Misaligned):
        return {"misaligned": [list(path) for path in seen.paths]}
    if not isinstance(seen, ReceptiveField):
        return None
    return {
        name: value_json(getattr(seen, name))
        for name in ("size", "effective_stride", "effective_padding")
    }


def value_json(value: Any) -> Any:
    """A value of an expression: numbers stay, shapes are lists, fractions ``"1/2"``."""
    if isinstance(value, tuple):
        return [value_json(part) for part in value]
    return str(value) if isinstance(value, Fraction) else value
