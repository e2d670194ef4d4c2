"""The calculator: networks in, numbers out. It imports no clock, no chance and no files.

``read_network`` reads the written form, ``trace`` walks it; ``vocabulary`` offers the same to
expressions, ``derivation`` explains, ``proof`` computes everything a second way.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.calc.graph import (
        Network,
        NetworkTemplate,
        Node,
        Row,
        Trace,
        compile_network,
        read_network,
        trace,
        unknown,
        walk,
    )
    from quizapp.calc.receptive_field import Misaligned, ReceptiveField
    from quizapp.calc.rules import TRUE, Rules
else:
    __getattr__ = on_demand(
        __name__,
        {
            "graph": (
                "Network NetworkTemplate Node Row Trace compile_network read_network trace "
                "unknown walk"
            ),
            "receptive_field": "Misaligned ReceptiveField",
            "rules": "TRUE Rules",
        },
    )

__all__ = [
    "TRUE",
    "Misaligned",
    "Network",
    "NetworkTemplate",
    "Node",
    "ReceptiveField",
    "Row",
    "Rules",
    "Trace",
    "compile_network",
    "read_network",
    "trace",
    "unknown",
    "walk",
]
