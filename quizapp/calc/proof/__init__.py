"""A second way to every quantity of a network, which shares no formula with the first.

Sizes come from walking the places a window can take, parameters and buffers from adding up the
tensors torch would allocate, MACs from counting output elements times the inputs each is summed
over, receptive fields from spreading one unit's index set back through the graph. The layers'
fields and the graph are read; the rules of the walk and the layers' own arithmetic are not.

All take a network that :func:`quizapp.calc.trace` accepts.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.calc.proof.detection import SECOND_WAYS
    from quizapp.calc.proof.spreading import receptive_field
    from quizapp.calc.proof.totals import (
        buffers,
        macs,
        output_shape,
        parameters,
        shapes,
        weight_shapes,
    )
    from quizapp.calc.proof.weights import buffer_tensors, tensors
else:
    __getattr__ = on_demand(
        __name__,
        {
            "detection": "SECOND_WAYS",
            "spreading": "receptive_field",
            "totals": "buffers macs output_shape parameters shapes weight_shapes",
            "weights": "buffer_tensors tensors",
        },
    )

__all__ = [
    "SECOND_WAYS",
    "buffer_tensors",
    "buffers",
    "macs",
    "output_shape",
    "parameters",
    "receptive_field",
    "shapes",
    "tensors",
    "weight_shapes",
]
