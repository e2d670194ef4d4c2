"""A network as the PyTorch calls it is made of."""

from quizapp.calc import Network
from quizapp.words import render


def torch_lines(network: Network) -> list[str]:
    """The input's shape, then a call a line; ``←`` says what feeds it where the order does not.

    Nodes that others name carry their name.
    """
    lines = [f"{name}: {render(shape)}" for name, shape in network.inputs.items()]
    for name, text, feeds in wiring(network):
        lines.append(f"{name}{text}{feeds}")
    return lines


def wiring(network: Network) -> list[tuple[str, str, str]]:
    """For each node its name if another names it, its call, and what feeds it if not the last."""
    count = len(network.inputs)
    jumps = {
        source
        for number, node in enumerate(network.nodes)
        for source in node.sources
        if node.sources != (count + number - 1,)
    }
    drawn = []
    for number, node in enumerate(network.nodes):
        place = count + number
        name = f"{node.name}: " if place in jumps else ""
        straight = node.sources == (place - 1,)
        feeds = "" if straight else " ← " + ", ".join(map(network.name_of, node.sources))
        drawn.append((name, node.text, feeds))
    return drawn
