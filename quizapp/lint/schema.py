"""The form of banks as a JSON Schema (draft-07), for editors: what ``check`` says of it, sooner.

It is built from the tables that the loader reads by. Each kind is an ``if`` with its ``then``, so
that one fault is one error; descriptions are what an editor shows.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from quizapp.bank.bank_reader import KEYS as BANK_KEYS
from quizapp.bank.formulas import ANSWERS
from quizapp.bank.kinds import COLUMNS, LANGUAGES_OF_CODE, MOST_ITEMS
from quizapp.bank.parameters import LEVELS
from quizapp.bank.question_reader import CONVENTIONS, KEYS, KEYS_OF_KIND, SHOWS, SIGNS
from quizapp.bank.tasks import MOST_DIGITS
from quizapp.calc.layers import KINDS as LAYERS
from quizapp.lint.schema_words import KEY_WORDS, SNIPPETS
from quizapp.words import LANGUAGES

Schema = dict[str, Any]

FILE = "bank.schema.json"
HEADER = f"# yaml-language-server: $schema={FILE}"
"""The first line of a bank that has the schema beside it."""

LEAST_ITEMS = 3

_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "calculated": ("answer", "prompt"),
    "choice": ("choices", "prompt"),
    "solve": ("unknowns", "accept", "prompt"),
    "trace": ("network",),
    "text": ("prompt",),
    "order": ("items", "prompt"),
    "match": ("pairs", "prompt"),
    "card": ("front", "back"),
    "output": ("code", "pinned"),
}

# Unquoted, a text may look like a number or a truth to an editor; the loader reads it as written.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_ID: Schema = {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9-]{0,63}$"}
_NAME: Schema = {
    "pattern": "^[A-Za-z][A-Za-z0-9_]{0,31}$",
    "not": {"enum": sorted({*ANSWERS, *LAYERS})},
}
_RANGE = r"^[+-]?[0-9]{1,19}\.\.[+-]?[0-9]{1,19}(\.\.[0-9]{1,19})?$"


def bank_schema() -> Schema:
    """The schema of a bank."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "quizapp bank",
        **_object(
            {
                "bank": _ID,
                "title": _ref("wording"),
                "topics": {"type": "object", "additionalProperties": _ref("topic")},
                "questions": {
                    "type": "array",
                    "minItems": 1,
                    "items": _ref("question"),
                    "defaultSnippets": [dict(each) for each in SNIPPETS],
                },
            },
            required=("bank", "questions"),
            order=BANK_KEYS,
        ),
        "definitions": _definitions(),
    }


def _definitions() -> Schema:
    return {
        "wording": _wording(),
        "name": _NAME,
        "topic": {
            "if": {"type": "object"},
            "then": _object({"title": _ref("wording"), "needs": _one_or_list(_ID)}),
        },
        "question": _question(),
        "values": _values(),
        "network": _network(),
        "layers": _layers(),
    }


def _wording() -> Schema:
    """One string, or one a language."""
    languages = _object(dict.fromkeys(LANGUAGES, _TEXT))
    return {"if": {"type": "object"}, "then": {**languages, "minProperties": 1}, "else": _TEXT}


def _values() -> Schema:
    """What a variable may be: a list, or a range as text."""
    listed = {"type": "array", "minItems": 1, "items": _TEXT}
    return {"if": {"type": "array"}, "then": listed, "else": {"type": "string", "pattern": _RANGE}}


def _question() -> Schema:
    """The kind decides what else there is; while it is open, only that is said."""
    signs = [{"required": [sign]} for sign in SIGNS]
    return {
        "type": "object",
        "properties": {
            "kind": {"enum": list(KEYS_OF_KIND), "description": KEY_WORDS["kind"]},
            # For completion while nothing gives the kind away; judged under it.
            **{key: {"description": KEY_WORDS[key]} for key in (*KEYS, *SIGNS) if key != "kind"},
        },
        "allOf": [
            {
                "if": {"not": {"anyOf": [{"required": ["kind"]}, *signs]}},
                "then": {"required": ["kind"]},
            },
            *({"if": _is_of(kind), "then": _of_kind(kind)} for kind in KEYS_OF_KIND),
        ],
    }


def _is_of(kind: str) -> Schema:
    """Named so; or not named, with a sign of the kind and none that is looked for before it."""
    named = {"required": ["kind"], "properties": {"kind": {"const": kind}}}
    ways: list[Schema] = [named]
    earlier: list[Schema] = [{"required": ["kind"]}]
    for sign, of in SIGNS.items():
        if of == kind:
            ways.append({"required": [sign], "not": {"anyOf": list(earlier)}})
        earlier.append({"required": [sign]})
    return {"anyOf": ways}


def _of_kind(kind: str) -> Schema:
    """The keys of a kind, each with its form."""
    forms = _forms(kind)
    keys = (*KEYS, *KEYS_OF_KIND[kind])
    schema: Schema = {
        "properties": {key: {"description": KEY_WORDS[key], **_open(forms[key])} for key in keys},
        "required": ["id", *_REQUIRED[kind]],
        "additionalProperties": False,
        "allOf": [_not_both("network", "networks")],
    }
    if kind == "calculated":
        schema["allOf"].append(_not_both("tolerance", "digits"))
    if kind == "text":
        schema["if"] = {"not": {"required": ["term"]}}
        schema["then"] = {"required": ["accept"]}
    return schema


def _not_both(one: str, other: str) -> Schema:
    return {"not": {"required": [one, other]}}


def _forms(kind: str) -> Mapping[str, Schema]:
    """What may stand behind each key."""
    network = _ref("network")
    accept = _TEXT if kind == "solve" else _one_or_list(_ref("wording"))
    return {
        **_forms_of_all(network),
        "answer": _TEXT,
        "as": {"enum": ["choice"]},
        "tolerance": _tolerance(),
        "digits": _between(1, MOST_DIGITS),
        "mistakes": _list_of({"id": _ID, "answer": _TEXT, "because": _ref("wording")}),
        "choices": _choices(),
        "unknowns": _named(_ref("values")),
        "accept": accept,
        "term": _one_or_list(_TEXT),
        "columns": _one_or_list({"enum": list(COLUMNS)}),
        "items": {"type": "array", **_few(), "items": _ref("wording")},
        "pairs": {**_list_of({"left": _ref("wording"), "right": _ref("wording")}), **_few()},
        "front": _ref("wording"),
        "back": _ref("wording"),
        "language": {"enum": list(LANGUAGES_OF_CODE)},
        "code": _TEXT,
        "pinned": _one_or_list(_pin()),
    }


def _forms_of_all(network: Schema) -> Schema:
    conventions = {key: {"enum": list(words)} for key, words in CONVENTIONS.items()}
    return {
        "id": _ID,
        "aliases": _one_or_list(_ID),
        "kind": {},
        "topic": _ID,
        "level": _between(*LEVELS),
        "vary": _named(_ref("values")),
        "let": _named(_TEXT),
        "levels": {
            "type": "object",
            "propertyNames": {"enum": [str(level) for level in range(LEVELS[0], LEVELS[1] + 1)]},
            "additionalProperties": {
                "type": "object", "additionalProperties": _ref("values"),
            },
        },
        "where": _TEXT,
        "network": network,
        "networks": _named(network),
        "show": {"enum": list(SHOWS)},
        "prompt": _ref("wording"),
        "hint": _ref("wording"),
        "because": _ref("wording"),
        "source": _source(),
        "convention": _object(conventions),
        "red_herring": _one_or_list(_TEXT),
    }  # fmt: skip


def _source() -> Schema:
    where = {**_TEXT, "description": KEY_WORDS["where_in_source"]}
    return {
        "if": {"type": "object"},
        "then": {**_object({"id": _TEXT}, required=("id",), more={"where": where})},
        "else": _TEXT,
    }


def _tolerance() -> Schema:
    share = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?\s*%?$"}
    return {
        "if": {"type": "number"},
        "then": {"exclusiveMinimum": 0},
        "else": share,
    }


def _choices() -> Schema:
    right = {"required": ["correct"], "properties": {"correct": {"const": True}}}
    option = _object(
        {"text": _ref("wording"), "correct": {"type": "boolean"}, "because": _ref("wording")},
        required=("text",),
    )
    # Where there are too few, that is said and no more.
    return {
        "type": "array",
        "items": option,
        "minItems": 2,
        "if": {"minItems": 2},
        "then": {"contains": right},
    }


def _pin() -> Schema:
    return {
        **_object(
            {
                "output": _TEXT,
                "versions": {"type": "object", "additionalProperties": _TEXT},
                "sha256": _TEXT,
                "by": {"enum": ["hand"]},
            },
            required=("output",),
        ),
        "if": {"not": {"required": ["by"]}},
        "then": {"required": ["sha256"]},
    }


def _network() -> Schema:
    side = {"type": ["integer", "string"]}
    shape = {"type": "array", "minItems": 1, "items": side}
    inputs = {
        "if": {"type": "object"},
        "then": {"additionalProperties": shape, "minProperties": 1},
        "else": shape,
    }
    written = _object({"input": inputs, "layers": _ref("layers")}, required=("input",))
    named = _object({"zoo": _TEXT, "until": _TEXT}, required=("zoo",))
    return {"if": {"required": ["zoo"]}, "then": named, "else": written}


def _layers() -> Schema:
    """Calls in strings, and mappings for what has a name, a feed, branches or a repeat."""
    branches = {"type": "array", "items": {"if": {"type": "array"}, "then": _ref("layers")}}
    count = {"type": ["integer", "string"]}
    item = _object(
        {
            "layer": _TEXT,
            "add": branches,
            "mul": branches,
            "cat": branches,
            "dim": count,
            "repeat": count,
            "layers": _ref("layers"),
            "name": _TEXT,
            "from": _one_or_list(_TEXT),
        }
    )
    item["anyOf"] = [{"required": [key]} for key in ("layer", "add", "mul", "cat", "repeat")]
    listed = {
        "type": "array",
        "items": {"if": {"type": "object"}, "then": item, "else": {"type": "string"}},
    }
    return {"if": {"type": "string"}, "else": listed}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _object(
    properties: Mapping[str, Schema],
    *,
    required: Iterable[str] = (),
    order: Iterable[str] | None = None,
    more: Mapping[str, Schema] | None = None,
) -> Schema:
    """A mapping of these keys and no others, each with its description."""
    keys = order if order is not None else properties
    described = {key: {"description": KEY_WORDS[key], **_open(properties[key])} for key in keys}
    return {
        "type": "object",
        "properties": {**described, **(more or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _open(schema: Schema) -> Schema:
    """A reference may not have neighbours in draft-07: readers pass over them."""
    return {"allOf": [schema]} if "$ref" in schema else schema


def _list_of(properties: Mapping[str, Schema]) -> Schema:
    """A list of mappings that have all of these keys."""
    return {"type": "array", "items": _object(properties, required=properties)}


def _named(schema: Schema) -> Schema:
    """A mapping from names of the author's own."""
    return {"type": "object", "propertyNames": _ref("name"), "additionalProperties": schema}


def _one_or_list(schema: Schema) -> Schema:
    return {"if": {"type": "array"}, "then": {"items": schema}, "else": schema}


def _few() -> Schema:
    return {"minItems": LEAST_ITEMS, "maxItems": MOST_ITEMS}


def _between(least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most}
