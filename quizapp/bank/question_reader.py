"""One question, from what its author wrote to what variants are drawn from."""

import json
from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from typing import Any, get_args
from unicodedata import normalize

from quizapp.bank import bank_faults, nodes
from quizapp.bank import question_faults as faults
from quizapp.bank.formulas import Names, expression_of, literal, wording_of
from quizapp.bank.kinds import (
    flashcard_of,
    match_of,
    order_of,
    output_of,
    solve_of,
    table_of,
    typed_of,
    unknowns_of,
)
from quizapp.bank.networks import network_of, try_network
from quizapp.bank.nodes import Node, Scalar
from quizapp.bank.page import Fields, Page, composed, entries_of, fields_of, text_of
from quizapp.bank.parameters import (
    LEVELS,
    Parameters,
    Values,
    check_name,
    parameters_of,
    red_herrings_of,
)
from quizapp.bank.plain_values import id_of, whole_number_of, word_of, words_of
from quizapp.bank.question import (
    Body,
    Choice,
    Place,
    Question,
    Show,
    Source,
    Task,
    Wording,
)
from quizapp.bank.tasks import calculated_of, choice_of
from quizapp.bank.topics_reader import topic_of
from quizapp.calc import NetworkTemplate
from quizapp.calc.zoo.template import ZooTemplate
from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC
from quizapp.frozen import dataclass
from quizapp.words import LANGUAGES, Text

KEYS = (
    "id", "aliases", "kind", "topic", "level", "vary", "let", "levels", "where", "network",
    "networks", "show", "prompt", "hint", "because", "source", "convention", "red_herring",
)  # fmt: skip
KEYS_OF_KIND: Mapping[str, tuple[str, ...]] = {
    "calculated": ("answer", "as", "tolerance", "digits", "mistakes"),
    "choice": ("choices",),
    "solve": ("unknowns", "accept"),
    "trace": ("columns",),
    "text": ("accept", "term"),
    "order": ("items",),
    "match": ("pairs",),
    "card": ("front", "back"),
    "output": ("language", "code", "pinned"),
}
"""The keys that each kind has besides those of all."""
_KNOWN = (*KEYS, *dict.fromkeys(key for keys in KEYS_OF_KIND.values() for key in keys))
SIGNS = {
    "answer": "calculated", "unknowns": "solve", "choices": "choice", "accept": "text",
    "term": "text", "items": "order", "pairs": "match", "front": "card", "code": "output",
    "columns": "trace",
}  # fmt: skip
"""Keys that give the kind away, in the order in which they are looked for."""
_TASKS: Mapping[str, Callable[[Page, Fields, Names], Task | None]] = {
    "calculated": calculated_of,
    "choice": choice_of,
    "trace": table_of,
    "text": typed_of,
    "order": order_of,
    "match": match_of,
    "card": flashcard_of,
    "output": output_of,
}
_PROMPTS = {
    "card": Text(),
    "output": Text("What does this code print?", "이 코드는 무엇을 출력하나요?"),
    "trace": Text("Fill in the table, layer by layer.", "층마다 표를 채워 보세요."),
}
"""What is said where the author says nothing."""
SHOWS: tuple[Show, ...] = get_args(Show)
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
    before = page.errors
    fields = Fields(page, node, _KNOWN)
    kind = _kind_of(page, fields)
    body = _body_of(page, fields, kind)
    question = Question(
        bank=around.bank,
        id=_id_of(page, fields, around),
        aliases=_aliases_of(page, fields.get("aliases"), around),
        topic=topic_of(page, fields.get("topic"), around.bank, around.topics),
        level=whole_number_of(page, fields.get("level"), "level", *LEVELS) or 1,
        kind=kind or "",
        revision=revision_of(body.written),
        place=Place(page.file, node.line, node.column),
        prompt_text=body.prompt.fill(lambda expression: f"{{{expression.source}}}"),
        read=lambda: body,
    )
    # What is missing stands empty in it; that is an error on the page.
    return None if page.errors > before else question


def body_of(page: Page, node: nodes.Mapping) -> Body:
    """What a question asks, by itself; it is whole if no error is reported."""
    fields = Fields(page, node, _KNOWN)
    return _body_of(page, fields, _kind_of(page, fields))


def _body_of(page: Page, fields: Fields, kind: str | None) -> Body:
    networks = _networks_written(page, fields)
    parameters = parameters_of(page, fields, networks)
    names = parameters.names
    unknowns = unknowns_of(page, fields, names) if kind == "solve" else {}
    wider = names.with_(unknowns)
    return Body(
        task=_task_of(page, fields, kind, wider, unknowns),
        prompt=_prompt_of(page, fields, kind, names),
        show=_show_of(page, fields.get("show")),
        vary=parameters.vary,
        levels=parameters.levels,
        let=parameters.let,
        where=expression_of(page, fields.get("where"), names),
        networks=_networks_of(page, networks, parameters, wider, unknowns),
        red_herring=red_herrings_of(page, fields.get("red_herring"), parameters),
        hint=wording_of(page, fields.get("hint"), names),
        because=wording_of(page, fields.get("because"), names),
        source=_source_of(page, fields.get("source")),
        convention=_convention_of(page, fields.get("convention")),
        written=written_form(fields.node),
    )


def written_form(node: Node) -> str:
    """What is written, in JSON and NFC; places, comments and quotes are not in it."""
    written = json.dumps(_written(node), ensure_ascii=False, separators=(",", ":"))
    return normalize("NFC", written)


def revision_of(written: str) -> str:
    """12 hexadecimal digits that change with what is written."""
    return sha256(written.encode()).hexdigest()[:12]


def _written(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, nodes.Listing):
        return [_written(item) for item in node.items]
    return {key.text: _written(value) for key, value in node.entries}


def _kind_of(page: Page, fields: Fields) -> str | None:
    """The kind as written, or else as the keys give it away; keys of others are reported."""
    named = fields.get("kind")
    kind = word_of(page, named, "kind", tuple(KEYS_OF_KIND))
    if "kind" not in fields:
        kind = next((kind for sign, kind in SIGNS.items() if sign in fields), None)
        if kind is None:
            page.report(faults.NO_KIND, fields.node)
    if kind is None:
        return None
    for key in fields:
        if key in KEYS or key in KEYS_OF_KIND[kind]:
            continue
        if named is None and kind == "calculated" and key == "choices":
            page.report(faults.ANSWER_AND_CHOICES, fields.key(key))
        else:
            page.report(bank_faults.NOT_OF_KIND, fields.key(key), key=key, kind=kind)
    return kind


def _task_of(
    page: Page, fields: Fields, kind: str | None, names: Names, unknowns: Mapping[str, Values]
) -> Task:
    task: Task | None = None
    if kind == "solve":
        task = solve_of(page, fields, names, unknowns)
    elif kind is not None:
        task = _TASKS[kind](page, fields, names)
    return task or Choice(())


def _prompt_of(page: Page, fields: Fields, kind: str | None, names: Names) -> Wording:
    """The prompt; of a card its front, and for some kinds a sentence of ours."""
    if kind == "card" and "front" in fields:
        if "prompt" in fields:
            page.report(faults.PROMPT_AND_FRONT, fields.key("prompt"))
        return wording_of(page, fields.get("front"), names) or Wording({})
    ours = _PROMPTS.get(kind or "")
    if "prompt" not in fields and ours is not None:
        if kind == "card":
            page.report(bank_faults.MISSING, fields.node, key="front", example="front: …")
        return Wording({language: literal(ours.in_language(language)) for language in LANGUAGES})
    prompt = fields.required("prompt", "prompt: How many parameters?")
    return wording_of(page, prompt, names) or Wording({})


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
    page: Page,
    written: Mapping[str, Node],
    parameters: Parameters,
    names: Names,
    unknowns: Mapping[str, Values],
) -> dict[str, NetworkTemplate | ZooTemplate]:
    networks: dict[str, NetworkTemplate | ZooTemplate] = {}
    for name, node in written.items():
        network = network_of(page, node, names)
        if network is not None:
            networks[name] = network
            variables = _first_values(parameters, unknowns)
            if network.names <= variables.keys():
                try_network(page, node, network, variables)
    return networks


def _first_values(parameters: Parameters, unknowns: Mapping[str, Values]) -> dict[str, Any]:
    """One value for each variable and unknown, as far as they have any."""
    given = {**parameters.vary, **unknowns}
    variables = {name: values[0] for name, values in given.items() if values}
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
    word = word_of(page, node, "show", SHOWS)
    return next((show for show in SHOWS if show == word), "torch")


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
