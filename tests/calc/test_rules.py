"""The table of rules, and the base of every layer."""

import pytest

from quizapp.calc import TRUE
from quizapp.calc.layers import Layer


def test_a_table_has_no_other_entries() -> None:
    with pytest.raises(TypeError, match="no such entries"):
        TRUE.with_(kernel_are=lambda layer: 1)


def test_replacing_an_entry_leaves_the_true_table_as_it_was() -> None:
    changed = TRUE.with_(first_window=lambda: 0)
    assert changed.first_window() == 0
    assert TRUE.first_window() == 1
    assert changed.kernel_area is TRUE.kernel_area


def test_a_layer_without_a_shape_is_no_layer() -> None:
    with pytest.raises(NotImplementedError):
        Layer().output_shape((3, 8, 8), TRUE)
