"""Networks drawn as lines of text: as PyTorch code, as a table. Pure, in either language."""

from quizapp.drawing.code import torch_lines
from quizapp.drawing.shown import network_lines
from quizapp.drawing.table import shape_lines, trace_table

__all__ = ["network_lines", "shape_lines", "torch_lines", "trace_table"]
