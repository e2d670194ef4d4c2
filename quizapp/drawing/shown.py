"""The networks of a question, as it shows them."""

from collections.abc import Mapping

from quizapp import drawing  # each way of drawing is imported when it is first asked for
from quizapp.calc import Network

_INDENT = "  "


def network_lines(
    networks: Mapping[str, Network],
    show: str,
    hidden: frozenset[str] = frozenset(),
    width: int = 72,
) -> list[str]:
    """The networks of a question as it shows them.

    ``show`` is ``torch``, ``keras``, ``table``, ``diagram`` or ``none``. Several carry their names;
    ``hidden`` are the nodes whose shapes would give the answer away. ``width`` is for diagrams.
    """
    lines: list[str] = []
    if show == "none":
        return lines
    for name, network in networks.items():
        indent = _INDENT if len(networks) > 1 else ""
        if indent:
            lines.append(f"{name}:")
        drawn = _lines(network, show, hidden, width - len(indent))
        lines += [f"{indent}{line}" for line in drawn]
    return lines


def _lines(network: Network, show: str, hidden: frozenset[str], width: int) -> list[str]:
    if show == "table":
        return drawing.shape_lines(network, hidden)
    if show == "keras":
        return drawing.keras_lines(network)
    if show == "diagram":
        return drawing.diagram_lines(network, width, hidden=hidden)
    return drawing.torch_lines(network)
