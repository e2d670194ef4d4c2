"""The colours. They only repeat what a glyph and a word already say."""

from textual.theme import Theme

# Blue and orange: told apart by those who do not tell green from red.
THEME = Theme(
    name="quizapp",
    primary="#5fafff",
    secondary="#87afd7",
    accent="#ffaf5f",
    success="#5fafff",
    warning="#d7af5f",
    error="#ff8700",
    background="#121212",
    surface="#1c1c1c",
    panel="#262626",
)
