"""A network in a text that is still being written: as far as it can be read, line by line."""

from collections.abc import Sequence

from quizapp.bank import nodes
from quizapp.bank.file_text import FileText, without_refused
from quizapp.bank.networks import node_at, plain_network
from quizapp.bank.problems import Findings
from quizapp.bank.walk import tree_of
from quizapp.calc import TRUE, Network, Node, Row, Rules, read_network, walk
from quizapp.collector import collector_paused
from quizapp.drawing.code import wiring
from quizapp.errors import NetworkError, QuizappError
from quizapp.frozen import dataclass
from quizapp.words import Text, error_text

Shape = Sequence[int]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the line of the text where, from 0."""

    line: int
    message: Text
    reason: Text
    """The message without the layer that it names."""

    @classmethod
    def of(cls, line: int, error: NetworkError) -> "Fault":
        """The fault that an error on a line is."""
        reason = error.figures.get("reason")
        inner = reason if isinstance(reason, QuizappError) else error
        return cls(line, error_text(error), error_text(inner))


@dataclass(frozen=True, slots=True)
class WrittenNetwork:
    """A network as far as a text can be read, and the line on which each of its nodes begins."""

    network: Network
    lines: tuple[int, ...]
    fault: Fault | None

    def walked(self, rules: Rules = TRUE) -> tuple[tuple[Row, ...], Fault | None]:
        """The rows as far as the network holds together, and the first thing that is wrong."""
        rows: list[Row] = []
        try:
            # One by one: what the walk found before it broke off is worth seeing.
            for row in walk(self.network, rules):
                rows.append(row)  # noqa: PERF402 # see above
        except NetworkError as error:
            return tuple(rows), Fault.of(self.lines[len(rows)], error)
        return tuple(rows), self.fault


def written_network(text: str, shape: Shape) -> WrittenNetwork:
    """The network of a text: layers as calls, or YAML as in a file, with or without its input.

    What cannot be read ends it there, with the reason; it is never raised. ``shape`` is the input
    where the text gives none.
    """
    if "layers:" in text:
        return _of_yaml(text, shape)
    return _of_calls(text, shape)


def _of_calls(text: str, shape: Shape) -> WrittenNetwork:
    fault = None
    lines = text.split("\n")
    while any(line.strip() and not line.strip().startswith("#") for line in lines):
        source = "\n".join(lines)
        try:
            network = read_network({"input": shape, "layers": source})
        except NetworkError as error:
            line = min(source.count("\n", 0, error.column), len(lines) - 1)
            fault = fault or Fault.of(line, _about_line(lines[line], shape, error))
            lines = lines[:line]
            continue
        begins = tuple([source.count("\n", 0, node.column) for node in network.nodes])
        return WrittenNetwork(network, begins, fault)
    return WrittenNetwork(_empty(shape), (), fault)


def _about_line(line: str, shape: Shape, error: NetworkError) -> NetworkError:
    """What is wrong with a line by itself, if anything is: it says less than the whole text."""
    try:
        read_network({"input": shape, "layers": line})
    except NetworkError as alone:
        return alone
    return error


def _of_yaml(text: str, shape: Shape) -> WrittenNetwork:
    findings = Findings("-")
    source = without_refused(text)
    lines = source.split("\n")
    with collector_paused():
        node = tree_of(FileText(source, tuple(lines)), findings)
    wrong = [problem for problem in findings.problems() if problem.severity == "error"]
    if isinstance(node, nodes.Mapping) and (inner := node.get("network")) is not None:
        node = inner
    if wrong or node is None:
        found = Fault(wrong[0].line - 1, wrong[0].message, wrong[0].message) if wrong else None
        return WrittenNetwork(_empty(shape), (), found)
    data = plain_network(node)
    if isinstance(data, dict):
        data.setdefault("input", shape)
        data["layers"] = data.get("layers") or []
    try:
        network = read_network(data)
    except NetworkError as error:
        place = _line_of(node, error.path, error.column, lines)
        return WrittenNetwork(_empty(shape), (), Fault.of(place, error))
    begins = [_line_of(node, one.path, one.column, lines) for one in network.nodes]
    return WrittenNetwork(network, tuple(begins), None)


def _line_of(
    node: nodes.Node, path: tuple[str | int, ...], column: int, lines: Sequence[str]
) -> int:
    place = node_at(node, path)
    if isinstance(place, nodes.Scalar):
        return place.place(column, lines)[0] - 1
    return place.line - 1


def _empty(shape: Shape) -> Network:
    return Network({"input": tuple(shape)}, ())


def notation(network: Network) -> str:
    """A network as :func:`written_network` reads it: a layer a line, a single input not written.

    Layers that follow each other are calls; a network with branches is YAML, in which the nodes
    that others name carry their names.
    """
    written = wiring(network)
    alone = len(network.inputs) == 1
    if alone and not any(name or feeds for name, _, feeds in written):
        return "\n".join(node.text for node in network.nodes)
    head = [] if list(network.inputs) == ["input"] else ["input:"]
    head += [
        f"  {name}: [{', '.join(map(str, shape))}]"
        for name, shape in network.inputs.items()
        if head
    ]
    items = [
        f"- {_item(network, node, named=bool(name), led=bool(feeds))}"
        for node, (name, _, feeds) in zip(network.nodes, written, strict=True)
    ]
    return "\n".join([*head, "layers:", *items])


def _item(network: Network, node: Node, *, named: bool, led: bool) -> str:
    if not named and not led:
        return node.text
    feeds = [network.name_of(place) for place in node.sources]
    source = f"[{', '.join(feeds)}]" if node.layer.joins else feeds[0]
    parts = [f'layer: "{node.text}"']
    parts += [f"from: {source}"] * led + [f"name: {node.name}"] * named
    return f"{{{', '.join(parts)}}}"
