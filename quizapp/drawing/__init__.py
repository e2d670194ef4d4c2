"""Networks and progress drawn as lines of text: code, tables, diagrams, bars, grids.

Pure, and in either language.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.drawing.ascii import ascii_twin
    from quizapp.drawing.bars import field_bars, share_bars
    from quizapp.drawing.code import torch_lines
    from quizapp.drawing.diagram import diagram_lines
    from quizapp.drawing.growing import Grown, field_grid, growth
    from quizapp.drawing.keras import keras_code, keras_lines
    from quizapp.drawing.line_tables import LineTable, line_table
    from quizapp.drawing.progress import (
        calendar_lines,
        forecast_bars,
        progress_bar,
        retention_bars,
        spark,
    )
    from quizapp.drawing.runnable import torch_code
    from quizapp.drawing.shown import network_lines
    from quizapp.drawing.sliding import Sliding, kernel_step, slidings
    from quizapp.drawing.table import comparison_table, shape_lines, trace_table
else:
    __getattr__ = on_demand(
        __name__,
        {
            "ascii": "ascii_twin",
            "bars": "field_bars share_bars",
            "code": "torch_lines",
            "diagram": "diagram_lines",
            "growing": "Grown field_grid growth",
            "keras": "keras_code keras_lines",
            "line_tables": "LineTable line_table",
            "progress": "calendar_lines forecast_bars progress_bar retention_bars spark",
            "runnable": "torch_code",
            "shown": "network_lines",
            "sliding": "Sliding kernel_step slidings",
            "table": "comparison_table shape_lines trace_table",
        },
    )

__all__ = [
    "Grown",
    "LineTable",
    "Sliding",
    "ascii_twin",
    "calendar_lines",
    "comparison_table",
    "diagram_lines",
    "field_bars",
    "field_grid",
    "forecast_bars",
    "growth",
    "keras_code",
    "keras_lines",
    "kernel_step",
    "line_table",
    "network_lines",
    "progress_bar",
    "retention_bars",
    "shape_lines",
    "share_bars",
    "slidings",
    "spark",
    "torch_code",
    "torch_lines",
    "trace_table",
]
