"""Networks drawn as lines of text: code, tables, diagrams, bars. Pure, in either language."""

from quizapp.drawing.ascii import ascii_twin
from quizapp.drawing.bars import field_bars, share_bars
from quizapp.drawing.code import torch_lines
from quizapp.drawing.diagram import diagram_lines
from quizapp.drawing.keras import keras_code, keras_lines
from quizapp.drawing.runnable import torch_code
from quizapp.drawing.shown import network_lines
from quizapp.drawing.table import comparison_table, shape_lines, trace_table

__all__ = [
    "ascii_twin",
    "comparison_table",
    "diagram_lines",
    "field_bars",
    "keras_code",
    "keras_lines",
    "network_lines",
    "shape_lines",
    "share_bars",
    "torch_code",
    "torch_lines",
    "trace_table",
]
