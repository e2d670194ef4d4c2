"""The kinds that neither calculate nor offer choices: what is read of them, and what is refused."""

from pathlib import Path

import pytest

from quizapp.bank import TITLES, Fault, kind_faults, load_banks
from quizapp.bank.pinned import pin_hash
from quizapp.words import Template
from tests.bank.written_banks import Case, asked, problems_of, unmarked

FAULTS = {name: each for name, each in vars(kind_faults).items() if isinstance(each, Fault)}

NET = '{input: [3, 9, 9], layers: ["Conv2d(3, 4, 3, padding=p)"]}'
HASH = pin_hash("print(2)", "2")

CASES = {
    "TOO_FEW_ITEMS": Case(
        "'items:' needs 3 entries at least, and there are 2",
        asked("id: a\n▸items: [x, y]\nprompt: p"),
    ),
    "TOO_MANY_ITEMS": Case(
        "'items:' has 10 entries, and 9 are the most that fit a screen",
        asked("id: a\n▸items: [a, b, c, d, e, f, g, h, i, j]\nprompt: p"),
    ),
    "SAME_ITEM": Case(
        "this entry reads like the one on line 5; then neither has a place of its own",
        asked("id: a\nprompt: p\nitems: [x, y, ▸x]"),
    ),
    "PAIR_FORM": Case(
        "a pair is a mapping: '{left: …, right: …}'",
        asked("id: a\nprompt: p\npairs: [▸x, {left: a, right: b}, {left: c, right: d}]"),
    ),
    "ONE_NETWORK": Case(
        "a trace fills in the table of one network; write one under 'network:'",
        asked("▸id: a\nkind: trace\ncolumns: [shape]"),
    ),
    "UNKNOWN_AND_VARIABLE": Case(
        "`p` is given already; an unknown has a name of its own",
        asked("id: a\nprompt: x\nvary: {p: [1, 2]}\nunknowns: {▸p: 0..5}\naccept: p > 2"),
    ),
    "UNKNOWN_VALUES": Case(
        "an unknown takes whole numbers; `p` has same among its values",
        asked("id: a\nprompt: x\nunknowns: {p: ▸[1, same]}\naccept: p == 1"),
    ),
    "TOO_MANY_ANSWERS": Case(
        "the unknowns can take 10,000 values together, and 5,000 are the most that are tried; "
        "narrow their ranges",
        asked("id: a\nprompt: x\n▸unknowns: {p: 1..100, q: 1..100}\naccept: p > q"),
    ),
    "LIST_AS_CONDITION": Case(
        "'accept:' of solve is a condition, not a list: 'accept: height(network) == 16'; "
        "a list of texts belongs to 'kind: text'",
        asked("id: a\nprompt: x\nunknowns: {p: 0..5}\naccept: ▸[p > 2]"),
    ),
    "CONDITION_AS_TEXT": Case(
        "'p > 2' is a condition, and 'accept:' of text lists the texts that count; "
        "a condition belongs to 'kind: solve', beside 'unknowns:'",
        asked("id: a\nprompt: x\naccept: ▸p > 2"),
    ),
    "NOTHING_ACCEPTED": Case(
        "'accept:' and 'term:' are both missing; write 'accept: [skip connection]', "
        "or the glossary's row: 'term: skip connection'",
        asked("▸id: a\nkind: text\nprompt: x"),
    ),
    "NO_TERM": Case(
        "the glossary has no row 'zzzzzz'; list the texts under 'accept:'",
        asked("id: a\nprompt: x\nterm: ▸zzzzzz"),
    ),
    "NO_TERM_GUESS": Case(
        "the glossary has no row 'recptive field'; did you mean 'receptive field'?",
        asked("id: a\nprompt: x\nterm: ▸recptive field"),
    ),
    "NOT_PINNED": Case(
        "what this code prints is not pinned yet; "
        "`quizapp pin bank.yaml --run` runs it and writes it",
        asked("id: a\ncode: ▸print(2)"),
    ),
    "STALE_PIN": Case(
        "the code or its output has changed since it was pinned; "
        "`quizapp pin bank.yaml --run` runs it again",
        asked(f"id: a\ncode: print(3)\npinned: {{output: '2', sha256: ▸{HASH}}}"),
    ),
    "BY_HAND": Case(
        "this output was written by hand; `quizapp pin bank.yaml --run` would run the code",
        asked("id: a\ncode: print(2)\npinned: ▸{output: '2', by: hand}"),
    ),
    "TWO_VERSIONS_ALIKE": Case(
        "several outputs are pinned, and this one does not name its versions; "
        "then the prompt cannot say which is asked",
        asked(
            f"id: a\ncode: print(2)\npinned:\n"
            f"  - {{output: '2', sha256: {HASH}, versions: {{python: '3.11'}}}}\n"
            f"  - ▸{{output: '2', sha256: {HASH}}}"
        ),
    ),
    "LONG_CODE": Case(
        "the code has 17 lines, and 16 are the most that fit a screen",
        asked(
            "id: a\npinned: {output: '2', sha256: "
            + pin_hash("\n".join(["x = 1"] * 17), "2")
            + "}\ncode: ▸|\n"
            + "\n".join(["  x = 1"] * 17)
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_named_at_its_place(tmp_path: Path, name: str) -> None:
    text, line, column = unmarked(CASES[name].text)
    found = [(n, c, code, said) for n, c, code, said in problems_of(tmp_path, text)]
    assert (line, column, FAULTS[name].code, CASES[name].message) in found
    assert len(found) == 1, found


def test_every_fault_of_the_kinds_has_a_case_and_a_title() -> None:
    assert FAULTS.keys() == CASES.keys()
    assert {fault.code for fault in FAULTS.values()} <= TITLES.keys()


@pytest.mark.parametrize("name", FAULTS)
def test_both_languages_carry_the_same_figures(name: str) -> None:
    sentence = FAULTS[name].sentence
    english, korean = (Template.parse(text) for text in (sentence.en, sentence.ko))
    assert {hole.source for hole in english.holes} == {hole.source for hole in korean.holes}


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("answer: 1 + 1\nprompt: x", "calculated"),
        ("unknowns: {p: 0..5}\naccept: p > 2\nprompt: x", "solve"),
        (f"kind: trace\nvary: {{p: [0, 1]}}\nnetwork: {NET}", "trace"),
        ("choices: [{text: a, correct: true}, {text: b}]\nprompt: x", "choice"),
        ("accept: [a]\nprompt: x", "text"),
        ("term: receptive field\nprompt: x", "text"),
        ("items: [a, b, c]\nprompt: x", "order"),
        (
            "pairs: [{left: a, right: b}, {left: c, right: d}, {left: e, right: b}]\nprompt: x",
            "match",
        ),
        ("front: a\nback: b", "card"),
        (f"code: print(2)\npinned: {{output: '2', sha256: {HASH}}}", "output"),
    ],
)
def test_the_keys_give_the_kind_away(tmp_path: Path, fields: str, kind: str) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(asked("id: a\n" + fields), encoding="utf-8")
    library = load_banks([path])
    assert [p.line_text("en") for p in library.problems] == []
    (question,) = library.banks[0].questions
    assert question.kind == kind


def test_the_hash_is_the_same_for_any_line_end_and_not_for_another_output() -> None:
    assert pin_hash("a\nb\n", "1\n") == pin_hash("a\r\nb", "1")
    assert pin_hash("a", "1") != pin_hash("a", "2") != pin_hash("a1", "")
