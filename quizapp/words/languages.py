"""Text that exists in both languages."""

from quizapp.frozen import dataclass
from quizapp.languages import LANGUAGES, Language, chosen_language

__all__ = ["LANGUAGES", "Language", "Text", "chosen_language"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; an empty side has not been written."""

    en: str = ""
    ko: str = ""

    @classmethod
    def same(cls, text: str) -> "Text":
        """What reads the same in both languages: a number, a name, code."""
        return cls(text, text)

    def __str__(self) -> str:
        """In English, as an error is that has it for a figure."""
        return self.in_language("en")

    def in_language(self, language: Language) -> str:
        """The text in `language`, or in the other one where this one is empty."""
        return self.ko or self.en if language == "ko" else self.en or self.ko
