"""The colours are read by everybody who can read, and the safe ones told apart by more."""

import pytest
from textual.color import Color

from quizapp.tui.theme import THEMES, theme_named

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)


def linear(color: Color) -> tuple[float, float, float]:
    """Red, green and blue as light."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in color.normalized
    )
    return red, green, blue


def luminance(color: Color) -> float:
    return sum(
        share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(color), strict=True)
    )


def contrast(one: Color, other: Color) -> float:
    """WCAG 2's ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen_by(color: Color, matrix: tuple[tuple[float, float, float], ...]) -> tuple[float, ...]:
    light = linear(color)
    return tuple(
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in matrix
    )


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_its_ground(name: str) -> None:
    theme = THEMES[name]
    ground = Color.parse(theme.background or "")
    colors = {key: theme.variables[key] for key in theme.variables if key.startswith("text-")}
    for color in (theme.foreground, theme.primary, *colors.values()):
        assert contrast(Color.parse(color or ""), ground) >= 4.5, color


@pytest.mark.parametrize("name", ["safe-dark", "safe-light"])
@pytest.mark.parametrize("matrix", [DEUTERANOPIA, PROTANOPIA])
def test_right_and_wrong_differ_for_those_who_do_not_tell_green_from_red(
    name: str, matrix: tuple[tuple[float, float, float], ...]
) -> None:
    theme = THEMES[name]
    right, wrong = (
        seen_by(Color.parse(theme.variables[f"text-{kind}"]), matrix)
        for kind in ("success", "error")
    )
    # One is blue and the other is not.
    assert abs(right[2] - wrong[2]) > 0.4


def test_a_theme_that_is_not_there_is_the_usual_one() -> None:
    assert theme_named(None) is theme_named("nothing") is THEMES["safe-dark"]
