"""The field an answer is typed into."""

from textual.actions import SkipAction
from textual.widgets import Input

from quizapp.words import plain_text


class PlainInput(Input):
    """A field whose value can be shown as it is: a paste may hold control characters."""

    def validate_value(self, value: str) -> str:
        """The value without forbidden characters, in one line."""
        return plain_text(value).replace("\n", " ").replace("\t", " ")

    def action_copy(self) -> None:
        """Copy what is selected; what shows as dots goes to no clipboard."""
        if self.password:
            raise SkipAction
        super().action_copy()

    def action_cut(self) -> None:
        """Take out what is selected; what shows as dots goes to no clipboard."""
        if self.password:
            self.delete_selection()
        else:
            super().action_cut()
