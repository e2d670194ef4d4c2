"""Networks as graphs: the written form, the network it describes, and the walk over it."""

from quizapp.calc.graph.building import Builder
from quizapp.calc.graph.network import Network, Node
from quizapp.calc.graph.notation import compile_network, read_network
from quizapp.calc.graph.template import NetworkTemplate
from quizapp.calc.graph.unknown import unknown
from quizapp.calc.graph.walk import Row, Trace, trace, walk

__all__ = [
    "Builder",
    "Network",
    "NetworkTemplate",
    "Node",
    "Row",
    "Trace",
    "compile_network",
    "read_network",
    "trace",
    "unknown",
    "walk",
]
