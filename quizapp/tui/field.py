"""The field an answer is typed into."""

from textual.widgets import Input

from quizapp.words import plain_text


class PlainInput(Input):
    """A field whose value can be shown as it is: a paste may hold control characters."""

    def validate_value(self, value: str) -> str:
        """The value without forbidden characters, in one line."""
        return plain_text(value).replace("\n", " ").replace("\t", " ")
