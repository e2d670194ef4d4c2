"""A network by itself, in a file or in text: what ``quizapp calc`` reads."""

from collections.abc import Sequence
from pathlib import Path

from quizapp.bank.file_text import FileText, without_refused
from quizapp.bank.networks import plain_network
from quizapp.bank.nodes import Mapping, Node
from quizapp.bank.problems import Findings, Problem
from quizapp.bank.reader import read
from quizapp.bank.walk import tree_of
from quizapp.calc import Network, read_network
from quizapp.collector import collector_paused
from quizapp.errors import NetworkError

Shape = Sequence[int]


def network_of_file(path: Path, shape: Shape | None = None) -> Network:
    """The network in a YAML file: ``input`` and ``layers``, by themselves or under ``network``.

    ``shape`` takes the place of its input. Raises NetworkError, naming the place in the file.
    """
    reading = read(path)
    return _network(str(path), reading.node, reading.problems, shape)


def network_in_text(text: str, shape: Shape | None = None) -> Network:
    """The network in a text: YAML as in a file, or layers as calls where ``shape`` is given."""
    if shape is not None and "layers:" not in text:
        return read_network({"input": shape, "layers": text})
    findings = Findings("-")
    plain = without_refused(text)
    with collector_paused():
        node = tree_of(FileText(plain, tuple(plain.split("\n"))), findings)
    return _network("-", node, findings.problems(), shape)


def _network(
    name: str, node: Node | None, problems: tuple[Problem, ...], shape: Shape | None
) -> Network:
    errors = [problem for problem in problems if problem.severity == "error"]
    if any(problem.code == "B013" for problem in errors):
        raise NetworkError(
            "network-empty", "{file}: write `input:` and `layers:`; there is nothing yet", file=name
        )
    if errors or node is None:
        reason = errors[0].said if errors else name
        raise NetworkError("network-file", "no network can be read: {reason}", reason=reason)
    if isinstance(node, Mapping) and (inner := node.get("network")) is not None:
        node = inner
    data = plain_network(node)
    if shape is not None and isinstance(data, dict):
        data = {**data, "input": shape}
    try:
        return read_network(data)
    except NetworkError as error:
        raise NetworkError("in-file", "{file}: {reason}", file=name, reason=error) from None
