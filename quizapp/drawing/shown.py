"""The networks of a question, as it shows them."""

from collections.abc import Mapping

from quizapp.calc import Network
from quizapp.drawing.code import torch_lines
from quizapp.drawing.table import shape_lines


def network_lines(
    networks: Mapping[str, Network], show: str, hidden: frozenset[str] = frozenset()
) -> list[str]:
    """The networks of a question as it shows them: ``torch``, ``table`` or ``none``.

    Several carry their names; ``hidden`` are the nodes whose shapes would give the answer away.
    """
    lines: list[str] = []
    if show == "none":
        return lines
    for name, network in networks.items():
        if len(networks) > 1:
            lines.append(f"{name}:")
        drawn = shape_lines(network, hidden) if show == "table" else torch_lines(network)
        indent = "  " if len(networks) > 1 else ""
        lines += [f"{indent}{line}" for line in drawn]
    return lines
