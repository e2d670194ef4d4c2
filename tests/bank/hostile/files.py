"""Files that bring readers of YAML down, made when they are asked for, each with its verdict."""

from collections.abc import Callable
from dataclasses import dataclass

ROOM = 4 * 2**20 - 4096
"""What a bank may weigh, less its head."""

HEAD = "bank: b\nquestions:\n"
ASKED = "  - id: a\n    answer: 1 + 1\n    prompt: x\n"
"""A question that is fine, for more keys to follow."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file and the codes that it gets; none where it loads, and harms nobody."""

    name: str
    make: Callable[[], str | bytes]
    codes: frozenset[str]
    more: bool = False
    """Other codes may come with it."""


def filled(unit: Callable[[int], str], room: int = ROOM) -> str:
    """Numbered units up to the size that is read."""
    parts: list[str] = []
    size = number = 0
    while size < room:
        parts.append(unit(number))
        size += len(parts[-1].encode())
        number += 1
    return "".join(parts[:-1])


def case(name: str, text: Callable[[], str | bytes], *codes: str, more: bool = False) -> Hostile:
    return Hostile(name, text, frozenset(codes), more)


def questions(unit: Callable[[int], str]) -> Callable[[], str]:
    return lambda: HEAD + filled(unit)


def asked(key: str, unit: Callable[[int], str], end: str = "") -> Callable[[], str]:
    """A good question with one key that goes on and on."""
    return lambda: HEAD + ASKED + key + filled(unit) + end


def in_place_of(head: str, unit: Callable[[int], str], end: str = "") -> Callable[[], str]:
    return lambda: HEAD + head + filled(unit) + end


def value(text: str) -> Callable[[], str]:
    """A small bank with this prompt."""
    return lambda: f"{HEAD}  - id: a\n    answer: 1 + 1\n    prompt: {text}\n"


def answer(text: str) -> Callable[[], str]:
    return lambda: f"{HEAD}  - id: a\n    prompt: x\n    answer: {text}\n"


MERGE_BOMB = "m0: &m0 {x: 1}\n" + "".join(
    f"m{level}: &m{level}\n  <<: [*m{level - 1}, *m{level - 1}]\n" for level in range(1, 25)
)
BILLION_LAUGHS = "a0: &a0 [x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 31)
)
SUM = "+".join(str(number) for number in range(60))

BY_STRUCTURE = (
    case("merge-keys", lambda: MERGE_BOMB, "B007", "B008", "B012", "B041"),
    case("billion-laughs", lambda: BILLION_LAUGHS, "B007", "B012", "B015", "B041"),
    case("aliases", lambda: "[" + "*a, " * 390_000 + "]", "B007", "B015", "B042"),
    case("anchors", lambda: filled(lambda n: f"k{n}: &a{n} 1\n"), "B007", "B015"),
    case("brackets", lambda: "[" * 1_000_000, "B005"),
    case("braces", lambda: "{" * 1_000_000, "B005"),
    case("dashes", lambda: "- " * 1_000_000, "B005"),
    case("question-marks", lambda: "? " * 1_000_000, "B005"),
    case("items-and-brackets", lambda: "[a, " * 1_000_000, "B005"),
    case("colons", lambda: "a: " * 1_000_000, "B023"),
    case("keys", lambda: filled(lambda n: f"k{n}: 1\n"), "B006"),
    case("one-key", lambda: "k: 1\n" * 800_000, "B006", "B011", "B015"),
    case("pieces-of-calls", lambda: "[" + "a(, " * 390_000 + "]", "B042", more=True),
    case("keys-without-values", lambda: "{x: 1, " + "a, " * 190_000 + "}", "B024", more=True),
    case("holes-for-mappings", lambda: "[" + "{x}, " * 120_000 + "]", "B015", "B021", "B042"),
    case("documents", lambda: "---\n" * 1_000_000, "B010"),
    case("quotes", lambda: '"\n' * 1_000_000, "B010", "B042"),
    case("tabs", lambda: "\t" * 1_000_000, "B026"),
    case("tags", lambda: filled(lambda n: f"- !t{n} x\n"), "B009", "B015", "B042"),
    case("python-objects", lambda: HEAD + "  - !!python/object/apply:os.system [id]\n", "B009"),
    case("comments", lambda: "# x\n" * 1_000_000, "B013"),
    case("empty-lines", lambda: "\n" * 4_000_000, "B013"),
    case("a-long-line", lambda: HEAD + "  - id: " + "a" * 4_000_000 + "\n", "B041", "B043", "B048"),
    case("a-long-key", lambda: "a" * 4_000_000 + ": 1\n", more=True),
    case("folded-lines", lambda: "bank: >\n" + "  a\n" * 1_000_000, more=True),
)

BY_CHARACTER = (
    case("too-large", lambda: "a" * 20_000_000, "B002"),
    case("zero-width", lambda: "\u200b" * 1_000_000, "B004"),
    case("direction-marks", lambda: HEAD + "\u202e" * 1_000_000, "B004", "B034"),
    case("escapes-of-control", lambda: 'a: "' + "\\e" * 1_000_000 + '"', "B004", more=True),
    case("control-sequence", value('"\\e]52;c;aGk=\\a"'), "B004"),
    case("raw-control", lambda: HEAD.encode() + b"  - id: \x1b[2J\n", "B004", "B041", "B048"),
    case("nul", lambda: b"bank: b\0\n", "B004", "B041", "B043"),
    case("delete", lambda: b"bank: b\x7f\n", "B004", more=True),
    case("c1-control", lambda: "bank: b\u009b2J\n", "B004", more=True),
    case("surrogates", lambda: b"bank: \xed\xa0\x80\n", "B003"),
    case("escaped-surrogate", lambda: 'bank: "\\ud800"\n', more=True),
    case("half-a-character", lambda: b"bank: \xf0\x9f\n", "B003"),
    case("latin-1", lambda: "bank: é\n".encode("latin-1"), "B003"),
    case("utf-16", lambda: "bank: b\n".encode("utf-16"), "B003"),
    case("utf-16-unmarked", lambda: "bank: b\n".encode("utf-16-be"), more=True),
    case("utf-32", lambda: "bank: b\n".encode("utf-32"), more=True),
    case("marks-inside", lambda: HEAD + "\ufeff" * 1000, "B004", more=True),
)

BY_MEANING = (
    case("names", asked("    let:\n", lambda n: f"      a{n}: {n}+1\n"), "B006"),
    case("bad-expressions", asked("    let:\n", lambda n: f"      a{n}: ({n}+\n"), "B006", "B061"),
    case("variables", asked("    vary:\n", lambda n: f"      a{n}: [{n}, 2]\n"), "B006"),
    case("long-sums", questions(
        lambda n: f"  - {{id: q{n}, answer: '{n}+{SUM}', prompt: x}}\n"), "B006"),
    case("holes", in_place_of("  - id: a\n    answer: 1 + 1\n    prompt: '",
                              lambda n: f"{{{n}+1}} ", "'\n"), "B006"),
    case("hints", asked("    hint: '", lambda n: "{k} ", "'\n"), "B006"),
    case("layers", asked("    network: {input: [3, 9, 9], layers: ['ReLU()'",
                         lambda n: f",'Conv2d(3,3,1+{n})'", "]}\n"), "B006", "B064"),
    case("one-string-of-layers", asked("    network:\n      input: [3, 9, 9]\n      layers: '",
                                       lambda n: f"Conv2d(3,3,{n}),", "ReLU()'\n"), "B006", "B064"),
    case("networks", asked("    networks:\n",
                           lambda n: f"      n{n}: {{input: [3,{n + 1}], layers: 'ReLU()'}}\n"),
         "B006"),
    case("repeats", lambda: HEAD + ASKED + "    network: {input: [3, 9, 9], layers: " + (
        "[{repeat: 9999, layers: " * 9 + "[ReLU()]" + "}]" * 9) + "}\n", more=True),
    case("small-questions", questions(lambda n: f"  - {{id: q{n}, answer: {n}+1, prompt: x}}\n"),
         "B006"),
    case("misspelt-keys", questions(lambda n: f"  - {{idd: q{n}, anwser: {n}, promt: x}}\n"),
         "B006"),
    case("same-ids", questions(lambda n: "  - {id: a, answer: 1+1, prompt: xxxxxxxxxxxxxxxx}\n"),
         "B006", more=True),
    case("choices", in_place_of("  - id: a\n    prompt: x\n    choices:\n",
                                lambda n: f"      - {{text: '{{{n}}}', correct: true}}\n"), "B006"),
    case("mistakes", asked("    mistakes:\n",
                           lambda n: f"      - {{id: m{n}, answer: 1+{n}, because: x}}\n"), "B006"),
    case("items", in_place_of("  - id: a\n    prompt: x\n    items:\n",
                              lambda n: f"      - 'x{n} and more of it'\n"), "B083"),
    case("ranges", questions(
        lambda n: f"  - {{id: q{n}, vary: {{k: 1..10000}}, answer: k, prompt: x}}\n"), "B006"),
    case("a-wide-range", lambda: HEAD + ASKED + "    vary: {k: 1..999999999999999999}\n", "B054"),
    case("levels", asked("    vary: {k: [1]}\n    levels: {1: {k: [", lambda n: f"{n},", "]}}\n"),
         "B006"),
    case("huge-number", answer("9" * 4_000_000), "B061"),
    case("huge-power", answer("9 ** 9 ** 9")),
    case("huge-value", lambda: HEAD + ASKED + "    vary: {k: [1e999999999]}\n"),
    case("base-60", lambda: HEAD + ASKED + "    level: 1:30\n", "B050"),
    case("octal", lambda: HEAD + ASKED + "    level: 0o7\n", "B050"),
    case("imports", answer("__import__('os').system('id')"), "B062"),
)  # fmt: skip

FILES = (*BY_STRUCTURE, *BY_CHARACTER, *BY_MEANING)
