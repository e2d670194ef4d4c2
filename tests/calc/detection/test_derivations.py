"""Every calculation writes down how it was done, by whatever rules."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.calc.derivation import Leaf, Term, calculation_steps, calculation_terms
from quizapp.calc.detection import CALCULATIONS, RPN_OF_TORCHVISION, nms_comparisons
from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC, compile_expression
from tests.calc.detection.arguments import ARGUMENTS


def terms_in(value: Any) -> list[Term]:
    if isinstance(value, tuple):
        return [term for part in value for term in terms_in(part)]
    return [value] if isinstance(value, Term) else []


@pytest.mark.parametrize("name", CALCULATIONS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_written_evaluates_to_the_result(name: str, data: st.DataObject) -> None:
    arguments = data.draw(ARGUMENTS[name])
    derived = calculation_terms(name, *arguments)
    assert derived == CALCULATIONS[name](*arguments)
    for term in terms_in(derived):
        try:
            read = compile_expression(term.expression(), functions=ARITHMETIC)
        except ExpressionError as error:
            assert error.code in {"too-long", "too-many-parts"}  # noqa: PT017 # bounds
            continue
        assert read.evaluate({}, {}) == term.value


def written(name: str, *arguments: Any) -> tuple[str, str]:
    term = calculation_terms(name, *arguments)
    return term.formula(), term.numbers()


def test_formulas_read_as_in_the_papers() -> None:
    assert written("yolo_outputs", 7, 2, 20) == ("S·S·(5·B + C)", "7·7·(5·2 + 20)")
    assert written("yolo2_channels", 5, 20) == ("B·(5 + C)", "5·(5 + 20)")
    assert written("rpn_outputs", 9) == ("2·k + 4·k", "2·9 + 4·9")
    assert written("densenet_layer_input", 48, 24, 8) == ("k0 + k·(l − 1)", "48 + 24·(8 − 1)")
    assert written("densenet_channels", 65, 32, 6, Fraction(1, 2)) == (
        "⌊θ·(k0 + k·l)⌋", "⌊1/2·(65 + 32·6)⌋",
    )  # fmt: skip
    assert written("spp_length", (1, 2, 3, 6), 256) == (
        "(1·1 + 2·2 + 3·3 + 6·6)·C", "(1·1 + 2·2 + 3·3 + 6·6)·256",
    )  # fmt: skip


def test_an_overlap_goes_by_three_areas() -> None:
    steps = calculation_steps("iou", ((0, 0, 4, 4), (2, 2, 6, 6)))
    assert [(step.label, step.term.numbers(), step.value) for step in steps] == [
        ("A ∩ B", "(4 − 2)·(4 − 2)", 4),
        ("A", "(4 − 0)·(4 − 0)", 16),
        ("B", "(6 − 2)·(6 − 2)", 16),
        ("iou", "4/(16 + 16 − 4)", Fraction(1, 7)),
    ]


def test_precisions_are_numbers_of_their_own_in_an_average() -> None:
    assert written("average_precision", (1, 0, 1), 4) == ("1/P·1 + 1/P·2/3", "1/4·1 + 1/4·2/3")
    assert written("average_precision_11", (0, 1), 1)[1] == "(" + " + ".join(["1/2"] * 11) + ")/11"


def test_other_rules_write_their_own_steps() -> None:
    assert calculation_terms("rpn_outputs", 9, rules=RPN_OF_TORCHVISION).numbers() == "9 + 4·9"


def test_terms_that_arrive_keep_their_names() -> None:
    assert calculation_terms("rpn_scores", Leaf(9, "anchors")).formula() == "2·anchors"


def test_overlaps_of_a_suppression_are_terms_where_its_boxes_are() -> None:
    boxes = [tuple(map(Leaf, edges)) for edges in ((0, 0, 2, 2), (0, 0, 2, 1))]
    (met,) = nms_comparisons(boxes, (2, 1), Fraction(1, 4))
    assert met.suppressed
    assert met.overlap.numbers().startswith("(2 − 0)·(1 − 0)/")


def test_a_box_of_three_numbers_is_refused_with_terms_as_without() -> None:
    with pytest.raises(ExpressionError, match=r"a box is .* not \(0, 0, 1\)"):
        calculation_terms("iou", (0, 0, 1), (0, 0, 1, 1))
    with pytest.raises(TypeError):
        calculation_terms("iou", 3, (0, 0, 1, 1))
