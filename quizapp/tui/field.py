"""The field an answer is typed into."""

from textual import events
from textual.actions import SkipAction
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from quizapp.words import plain_text


class PlainInput(Input):
    """A field whose value can be shown as it is: a paste may hold control characters.

    While ``asleep`` it has the focus and leaves every key to the screen: to take the focus away and
    give it back would cost a layout and a half.
    """

    asleep = False
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Without a layout of the screen at every character: a field is as wide as its place."""

    def validate_value(self, value: str) -> str:
        """The value without forbidden characters, in one line."""
        return plain_text(value).replace("\n", " ").replace("\t", " ")

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key means a character."""
        return not self.asleep and super().check_consume_key(key, character)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is edited asleep."""
        return False if self.asleep else super().check_action(action, parameters)

    async def _on_key(self, event: events.Key) -> None:
        if self.asleep:
            # Textual calls it for Input as well, unless told not to.
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        if self.asleep:
            event.prevent_default()
        else:
            super()._on_paste(event)

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
