"""One question, from what its author wrote to what variants are drawn from."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, get_args
from unicodedata import normalize

from quizapp.bank import bank_faults, nodes
from quizapp.bank import question_faults as faults
from quizapp.bank.formulas import Names, expression_of, wording_of
from quizapp.bank.networks import network_of, try_network
from quizapp.bank.nodes import Node, Scalar
from quizapp.bank.page import Fields, Page, composed, entries_of, fields_of, text_of
from quizapp.bank.parameters import (
    LEVELS,
    Parameters,
    check_name,
    parameters_of,
    red_herrings_of,
)
from quizapp.bank.plain_values import id_of, whole_number_of, word_of, words_of
from quizapp.bank.question import (
    Calculated,
    Choice,
    Place,
    Question,
    Show,
    Source,
    Wording,
)
from quizapp.bank.tasks import calculated_of, choice_of
from quizapp.bank.topics import topic_of
from quizapp.calc import NetworkTemplate
from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC

_KEYS = (
    "id", "aliases", "kind", "topic", "level", "vary", "let", "levels", "where", "network",
    "networks", "show", "prompt", "hint", "because", "source", "convention", "red_herring",
)  # fmt: skip
_KEYS_OF_KIND = {
    "calculated": ("answer", "as", "tolerance", "digits", "mistakes"),
    "choice": ("choices",),
}
_KNOWN = (*_KEYS, *(key for keys in _KEYS_OF_KIND.values() for key in keys))
_LATER_KINDS = {
    "solve": "unknowns", "trace": "columns", "text": "accept", "order": "items",
    "match": "pairs", "card": "front", "output": "code",
}  # fmt: skip
"""Kinds of later versions, each with the key that gives it away."""
_SHOWS: tuple[Show, ...] = get_args(Show)
_LATER_SHOWS = ("keras", "diagram", "any")
CONVENTIONS = {
    "bias": ("counted", "not"),
    "batch_norm": ("learnable", "all"),
    "ops": ("macs", "flops"),
    "rounding": ("floor", "ceil"),
    "library": ("torch", "keras", "paper"),
}
"""What a question may say of how things are counted."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a question must know of the bank it stands in."""

    bank: str
    topics: Collection[str] | None
    """Those declared; None where the bank declares none, and every topic goes."""
    ids: Mapping[str, Scalar]
    aliases: Mapping[str, Scalar]
    """Where each id and alias stands first."""


def question_of(page: Page, node: nodes.Mapping, around: Surroundings) -> Question | None:
    """The question, or None where anything in it is wrong; all of that is reported."""
    if _is_of_later_kind(page, node):
        return None
    before = page.errors
    fields = Fields(page, node, _KNOWN)
    kind = _kind_of(page, fields)
    written = _networks_written(page, fields)
    parameters = parameters_of(page, fields, written)
    names = parameters.names
    prompt = fields.required("prompt", "prompt: How many parameters?")
    question = Question(
        bank=around.bank,
        id=_id_of(page, fields, around),
        aliases=_aliases_of(page, fields.get("aliases"), around),
        topic=topic_of(page, fields.get("topic"), around.bank, around.topics),
        level=whole_number_of(page, fields.get("level"), "level", *LEVELS) or 1,
        task=_task_of(page, fields, kind, names),
        prompt=wording_of(page, prompt, names) or Wording({}),
        show=_show_of(page, fields.get("show")),
        vary=parameters.vary,
        levels=parameters.levels,
        let=parameters.let,
        where=expression_of(page, fields.get("where"), names),
        networks=_networks_of(page, written, parameters),
        red_herring=red_herrings_of(page, fields.get("red_herring"), parameters),
        hint=wording_of(page, fields.get("hint"), names),
        because=wording_of(page, fields.get("because"), names),
        source=_source_of(page, fields.get("source")),
        convention=_convention_of(page, fields.get("convention")),
        revision=revision_of(node),
        place=Place(page.file, node.line, node.column),
    )
    # What is missing stands empty in it; that is an error on the page.
    return None if page.errors > before else question


def revision_of(node: Node) -> str:
    """12 hexadecimal digits that change with what is written: not with places, comments, quotes."""
    written = json.dumps(_written(node), ensure_ascii=False, separators=(",", ":"))
    return sha256(normalize("NFC", written).encode()).hexdigest()[:12]


def _written(node: Node) -> Any:
    match node:
        case nodes.Scalar(text=text):
            return text
        case nodes.Listing(items=items):
            return [_written(item) for item in items]
        case nodes.Mapping(entries=entries):
            return {key.text: _written(value) for key, value in entries}


def _is_of_later_kind(page: Page, node: nodes.Mapping) -> bool:
    """Whether this version has no such questions yet; reported once, and no more of it is read."""
    kind = node.get("kind")
    if isinstance(kind, Scalar):
        found = (kind, kind.text) if kind.text in _LATER_KINDS else None
    else:
        signs = {sign: later for later, sign in _LATER_KINDS.items()}
        keys = {key.text: key for key, _ in node.entries}
        sign = next((sign for sign in signs if sign in keys), None)
        is_known = "answer" in keys or "choices" in keys
        found = (keys[sign], signs[sign]) if sign is not None and not is_known else None
    if found is not None:
        page.report(faults.LATER_KIND, found[0], kind=found[1])
    return found is not None


def _kind_of(page: Page, fields: Fields) -> str | None:
    """The kind as written, or else as the keys give it away; keys of the other are reported."""
    named = fields.get("kind")
    kinds = (*_KEYS_OF_KIND, *_LATER_KINDS)
    kind = word_of(page, named, "kind", kinds)
    if "kind" not in fields:
        kind = "calculated" if "answer" in fields else "choice" if "choices" in fields else None
        if kind is None:
            page.report(faults.NO_KIND, fields.node)
    if kind not in _KEYS_OF_KIND:
        return None
    for key in fields:
        if key in _KEYS or key in _KEYS_OF_KIND[kind]:
            continue
        if named is None and key == "choices":
            page.report(faults.ANSWER_AND_CHOICES, fields.key(key))
        else:
            page.report(bank_faults.NOT_OF_KIND, fields.key(key), key=key, kind=kind)
    return kind


def _task_of(page: Page, fields: Fields, kind: str | None, names: Names) -> Calculated | Choice:
    task: Calculated | Choice | None = None
    if kind == "calculated":
        task = calculated_of(page, fields, names)
    elif kind == "choice":
        task = choice_of(page, fields, names)
    return task or Choice(())


def _networks_written(page: Page, fields: Fields) -> dict[str, Node]:
    """The networks by name: one is called ``network``, several have names of their own."""
    alone = fields.get("network")
    if "network" in fields and "networks" in fields:
        page.report(faults.TWO_NETWORKS, fields.key("network"))
    entries = entries_of(page, fields.get("networks"), "networks: {single: …, stacked: …}")
    taken = {key.text for key, _ in entries}
    for key, _ in entries:
        check_name(page, key, taken)
    named = {key.text: network for key, network in entries}
    return named if alone is None else {"network": alone, **named}


def _networks_of(
    page: Page, written: Mapping[str, Node], parameters: Parameters
) -> dict[str, NetworkTemplate]:
    networks: dict[str, NetworkTemplate] = {}
    for name, node in written.items():
        network = network_of(page, node, parameters.names)
        if network is not None:
            networks[name] = network
            variables = _first_values(parameters)
            if network.names <= variables.keys():
                try_network(page, node, network, variables)
    return networks


def _first_values(parameters: Parameters) -> dict[str, Any]:
    """One value for each variable, as far as they have any."""
    variables = {name: values[0] for name, values in parameters.vary.items() if values}
    for name, expression in parameters.let.items():
        try:
            variables[name] = expression.evaluate(variables, ARITHMETIC)
        except ExpressionError:  # other values may do better
            break
    return variables


def _id_of(page: Page, fields: Fields, around: Surroundings) -> str:
    node = fields.required("id", "id: conv-parameters")
    id_ = id_of(page, node)
    first = around.ids.get(id_) if id_ is not None else None
    if first is not None and node is not None and first != node:
        page.report(bank_faults.DUPLICATE_ID, node, id=id_, line=str(first.line))
    return id_ or ""


def _aliases_of(page: Page, node: Node | None, around: Surroundings) -> tuple[str, ...]:
    aliases: list[str] = []
    for word in words_of(page, node):
        alias = id_of(page, word)
        if alias is None:
            continue
        aliases.append(alias)
        if alias in around.ids:
            page.report(bank_faults.ALIAS_IS_ID, word, id=alias, line=str(around.ids[alias].line))
        elif (first := around.aliases.get(alias, word)) != word:
            page.report(bank_faults.DUPLICATE_ALIAS, word, id=alias, line=str(first.line))
    return tuple(aliases)


def _show_of(page: Page, node: Node | None) -> Show:
    word = word_of(page, node, "show", (*_SHOWS, *_LATER_SHOWS))
    if word in _LATER_SHOWS and isinstance(node, Scalar) and word == node.text:
        page.report(faults.LATER_SHOW, node, show=word)
    return next((show for show in _SHOWS if show == word), "torch")


def _source_of(page: Page, node: Node | None) -> Source | None:
    if not isinstance(node, nodes.Mapping):
        scalar = text_of(page, node)
        return None if scalar is None else Source(composed(scalar.text))
    fields = Fields(page, node, ("id", "where"))
    id_ = text_of(page, fields.required("id", 'id: "arXiv:1512.03385"'))
    where = text_of(page, fields.get("where"))
    return id_ and Source(composed(id_.text), composed(where.text) if where else "")


def _convention_of(page: Page, node: Node | None) -> dict[str, str]:
    fields = fields_of(page, node, CONVENTIONS, "convention: {bias: counted}")
    if fields is None:
        return {}
    words = {key: word_of(page, fields.get(key), key, CONVENTIONS[key]) for key in fields}
    return {key: word for key, word in words.items() if word is not None}
