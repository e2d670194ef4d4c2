"""Networks as a question writes them, their errors at the call, the key or the column at fault."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from typing import Any

from quizapp.bank import bank_faults as faults
from quizapp.bank.formulas import Names, report_expression, said
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.page import Fields, Page, text_of
from quizapp.calc import NetworkTemplate, compile_network, trace
from quizapp.calc.graph.network import MOST_NODES
from quizapp.calc.zoo.template import ZooTemplate
from quizapp.errors import ExpressionError, NetworkError

MOST_FAULTS = 10
MOST_TRIED = 60_000
_REFUSED_BY_TORCH = {
    "call", "layer", "one-input", "too-many-nodes", "number-whole", "number-positive",
}  # fmt: skip
_ARGUMENT_AT_FAULT = {"argument-unknown", "argument-unknown-guess", "argument-twice"}
_FOR_ALL_VALUES = {
    *_ARGUMENT_AT_FAULT, "argument-missing", "arguments-many",
    "no-node", "no-node-guess", "name-taken", "one-input",
}  # fmt: skip


def network_of(page: Page, node: Node, names: Names) -> NetworkTemplate | ZooTemplate | None:
    """The network in `node`, every expression in it compiled; None where anything is wrong."""
    if isinstance(node, Mapping) and node.get("zoo") is not None:
        return _of_zoo(page, node, names)
    if not page.affords(node, _texts(node)):
        return None
    mended: dict[Scalar, str] = {}
    for _ in range(MOST_FAULTS):
        try:
            template = compile_network(plain_network(node, mended), names.variables)
        except NetworkError as error:
            _report(page, node, error, names)
            place = node_at(node, error.path)
            if not error.path or error.code == "cut-call":
                break
            if not isinstance(place, Scalar) or place in mended:
                break
            # With something harmless in its place the rest can be read.
            mended[place] = "1" if _is_number(error.path) else "Identity()"
        else:
            return None if mended else template
    return None


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    inside = node.items if isinstance(node, Listing) else ()
    if isinstance(node, Mapping):
        inside = tuple(value for _, value in node.entries)
    for each in inside:
        yield from _texts(each)


def _of_zoo(page: Page, node: Mapping, names: Names) -> ZooTemplate | None:
    """An architecture by its name, or by a variable that holds one."""
    fields = Fields(page, node, ("zoo", "until"))
    words = {key: scalar.text for key in fields if (scalar := text_of(page, fields.get(key)))}
    if words.keys() != set(fields):
        return None
    variables = frozenset(words.values()) & (names.variables or frozenset())
    return ZooTemplate(words["zoo"], words.get("until"), variables)


def try_network(
    page: Page,
    node: Node,
    template: NetworkTemplate | ZooTemplate,
    variables: MappingType[str, Any],
) -> None:
    """Report what is wrong with a network whatever its variables are.

    Without variables that is all that torch refuses; with them, names and arguments that mean
    nothing. Once a file's networks are too many to try in a second, it is left to its questions'
    first draw.
    """
    size = _size(node, variables)
    if page.tried + size > MOST_TRIED:
        return
    page.tried += size
    try:
        network = template.fill(variables)
        if not template.names:
            trace(network, fields=False)
    except NetworkError as error:
        if not template.names or _holds_for_all_values(error):
            _report(page, node, error, Names(None))


def plain_network(node: Node, instead: MappingType[Scalar, str] | None = None) -> Any:
    """The tree as the mappings, lists and strings that calc reads, some texts replaced."""
    if isinstance(node, Scalar):
        return instead.get(node, node.text) if instead else node.text
    if isinstance(node, Listing):
        return [plain_network(item, instead) for item in node.items]
    return {key.text: plain_network(value, instead) for key, value in node.entries}


def _is_number(path: tuple[str | int, ...]) -> bool:
    return path[0] == "input" or path[-1] in ("repeat", "dim")


def _size(node: Node, variables: MappingType[str, Any]) -> int:
    """How many layers a network has, roughly; the most where a repeat is not easily counted."""
    if isinstance(node, Scalar):
        return node.text.count("(")
    if isinstance(node, Listing):
        return sum(_size(item, variables) for item in node.items)
    inside = sum(_size(value, variables) for _, value in node.entries)
    times = node.get("repeat")
    if not isinstance(times, Scalar):
        return inside
    known = int(times.text) if times.text.isdecimal() else variables.get(times.text)
    return inside * known if isinstance(known, int) else MOST_NODES


def _holds_for_all_values(error: NetworkError) -> bool:
    """Whether no choice of values mends it. The turns of a repeat, `name.turn`, may come to be."""
    reason = error.figures.get("reason")
    inner = reason if isinstance(reason, NetworkError) else error
    return inner.code in _FOR_ALL_VALUES and "." not in str(inner.figures.get("name"))


def _report(page: Page, node: Node, error: NetworkError, names: Names) -> None:
    place = node_at(node, error.path)
    reason = error.figures.get("reason")
    if error.code == "network-key-guess":
        figures = {"key": error.figures["key"], "guess": error.figures["guess"]}
        page.report(faults.UNKNOWN_KEY, _key_at(node, error.path), **figures)
    elif error.code == "network-key":
        figures = {"key": error.figures["key"], "known": error.figures["keys"]}
        page.report(faults.UNKNOWN_KEY_OF, _key_at(node, error.path), **figures)
    elif error.code == "key-astray":
        page.report(said("B071", error), _key_at(node, error.path))
    elif error.code == "cut-call":
        page.report(said("B024", error), place)
    elif isinstance(reason, ExpressionError) and isinstance(place, Scalar):
        report_expression(page, place, reason, names)
    else:
        code = "B072" if error.code in _REFUSED_BY_TORCH else "B071"
        page.report(said(code, error), place, _offset_of(place, error))


def node_at(node: Node, path: tuple[str | int, ...]) -> Node:
    """The node that a path leads to, or the last there is on the way."""
    for step in path:
        inner: Node | None = node  # a mapping may stand for a list of one
        if isinstance(node, Mapping) and isinstance(step, str):
            inner = node.get(step)
        elif isinstance(node, Listing) and isinstance(step, int):
            inner = node.items[step]
        if inner is None:
            break
        node = inner
    return node


def _key_at(node: Node, path: tuple[str | int, ...]) -> Node:
    """The key that a path ends with."""
    mapping = node_at(node, path[:-1])
    entries = mapping.entries if isinstance(mapping, Mapping) else ()
    return next((key for key, _ in entries if key.text == path[-1]), mapping)


def _offset_of(node: Node, error: NetworkError) -> int:
    """Where in a string of calls the call at fault begins, or its argument if that is at fault."""
    reason = error.figures.get("reason")
    if isinstance(node, Scalar) and isinstance(reason, NetworkError):
        argument = reason.figures.get("argument")
        if reason.code in _ARGUMENT_AT_FAULT:
            pattern = re.compile(rf"\b{argument}\s*=(?!=)")
            if written := pattern.search(node.text, error.column):
                return written.start()
    return error.column
