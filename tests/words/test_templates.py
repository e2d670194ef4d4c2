import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import ExpressionError
from quizapp.words import Hole, Template


def filled(source: str, **values: object) -> str:
    return Template.parse(source).fill(lambda hole: values[hole.source])


def test_holes_are_filled_with_rendered_values() -> None:
    assert filled("{n} values, {shape}", n=73728, shape=(64, 56, 56)) == "73,728 values, 64×56×56"


def test_a_hole_may_hold_any_expression() -> None:
    holes = Template.parse("= { k*k if bias else min(c_in, 3) }").holes
    assert holes == (Hole("k*k if bias else min(c_in, 3)", None, 4),)


def test_doubled_braces_are_printed() -> None:
    assert filled("{{{n}}} {{n}}", n=3) == "{3} {n}"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("{n:을/를} 더해요", "73,728을 더해요"),
        ("{n: 을/를 }", "73,728을"),
        ("{n:이/가}", "73,728이"),
        ("{n:은/는}", "73,728은"),
        ("{n:으로/로}", "73,728로"),
        ("{n:과/와}", "73,728과"),
        ("{n:이에요/예요}", "73,728이에요"),
    ],
)
def test_a_particle_follows_the_last_sound_of_the_value(source: str, sentence: str) -> None:
    assert filled(source, n=73728) == sentence


def test_a_hole_knows_where_its_source_begins() -> None:
    first, second = Template.parse("합 {a} + {  b :은/는}").holes
    assert (first.column, second.column) == (3, 11)
    assert (second.source, second.particle) == ("b", "은/는")


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("a { b", "template-never-closed", 2),
        ("{ {b} }", "template-never-closed", 0),
        ("{a} {", "template-never-closed", 4),
        ("a } b", "template-never-opened", 2),
        ("{{a}", "template-never-opened", 3),
        ("{a}}", "template-never-opened", 3),
        ("a {}", "template-empty-hole", 2),
        ("a {  }", "template-empty-hole", 2),
        ("{:은/는}", "template-empty-hole", 0),
        ("{n:,}", "template-not-a-pair", 2),
        ("{n:}", "template-not-a-pair", 2),
        ("{n:은}", "template-not-a-pair", 2),
        ("{n:a/b}", "template-not-a-pair", 2),
        ("{n:은/는:을/를}", "template-not-a-pair", 2),
    ],
)
def test_bad_braces_are_refused_at_their_column(source: str, code: str, column: int) -> None:
    with pytest.raises(ExpressionError) as refused:
        Template.parse(source)
    assert (refused.value.code, refused.value.column) == (code, column)


@given(st.text())
def test_text_with_its_braces_doubled_comes_back_whole(text: str) -> None:
    template = Template.parse(text.replace("{", "{{").replace("}", "}}"))
    assert template.holes == ()
    assert template.fill(lambda _: "never") == text


@given(st.text(alphabet="{}a: 은/는"))
def test_any_text_is_cut_or_refused_within_itself(text: str) -> None:
    try:
        places = [(hole.source, hole.column) for hole in Template.parse(text).holes]
    except ExpressionError as refused:
        places = [("", refused.column)]
    assert all(0 <= column < len(text) for _, column in places)
    assert all(text.startswith(source, column) for source, column in places)
