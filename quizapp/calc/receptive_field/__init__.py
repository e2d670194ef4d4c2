"""What one unit of a map sees of the input, axis by axis, over every path.

After Araujo, Norris and Sim, *Computing Receptive Fields of Convolutional Neural Networks*
(Distill 2019): size, effective stride (the jump), effective padding. Unit ``u`` of an axis covers
the input from ``u·effective_stride − effective_padding`` on, ``size`` places wide.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.calc.receptive_field.field import (
        Disagreement,
        Misaligned,
        ReceptiveField,
        Seen,
        Taps,
        one_pixel,
        through_windows,
        union,
    )
    from quizapp.calc.receptive_field.phases import (
        through_adaptive,
        through_taps,
        through_upsampling,
    )
    from quizapp.calc.receptive_field.places import (
        landed,
        standing,
        through_elsewhere,
        through_standing,
    )
else:
    __getattr__ = on_demand(
        __name__,
        {
            "field": (
                "Disagreement Misaligned ReceptiveField Seen Taps one_pixel through_windows union"
            ),
            "phases": "through_adaptive through_taps through_upsampling",
            "places": "landed standing through_elsewhere through_standing",
        },
    )

__all__ = [
    "Disagreement",
    "Misaligned",
    "ReceptiveField",
    "Seen",
    "Taps",
    "landed",
    "one_pixel",
    "standing",
    "through_adaptive",
    "through_elsewhere",
    "through_standing",
    "through_taps",
    "through_upsampling",
    "through_windows",
    "union",
]
