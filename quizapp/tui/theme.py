"""The colours. They only repeat what a glyph and a word already say.

Two pairs, each dark and light: in the usual colours, and in blue and orange, which are told apart
by those who do not tell green from red.
"""

from dataclasses import replace

from textual.theme import Theme

USUAL = "safe-dark"
"""Nobody loses anything by it."""


_DARK = Theme(
    name="dark",
    primary="#5fafff",
    secondary="#87afd7",
    accent="#ffaf5f",
    foreground="#e4e4e4",
    background="#121212",
    surface="#1c1c1c",
    panel="#303030",
    variables={"text-muted": "#a8a8a8"},
)
_LIGHT = Theme(
    name="light",
    primary="#005faf",
    secondary="#4f6f8f",
    accent="#af5f00",
    foreground="#1c1c1c",
    background="#fafafa",
    surface="#f0f0f0",
    panel="#dcdcdc",
    dark=False,
    variables={"text-muted": "#5f5f5f"},
)


def _theme(name: str, ground: Theme, success: str, warning: str, error: str) -> Theme:
    texts = {"text-success": success, "text-warning": warning, "text-error": error}
    return replace(
        ground,
        name=f"quizapp-{name}",
        success=success,
        warning=warning,
        error=error,
        variables={**ground.variables, **texts},
    )


THEMES = {
    "safe-dark": _theme("safe-dark", _DARK, "#5fafff", "#d7af5f", "#ff8700"),
    "safe-light": _theme("safe-light", _LIGHT, "#005fd7", "#6f5600", "#b34700"),
    "dark": _theme("dark", _DARK, "#5fd787", "#d7af5f", "#ff7b72"),
    "light": _theme("light", _LIGHT, "#1a7f37", "#7a5900", "#c62828"),
}


def theme_named(name: str | None) -> Theme:
    """The theme of that setting; the usual one where there is no such."""
    return THEMES.get(name or USUAL, THEMES[USUAL])
