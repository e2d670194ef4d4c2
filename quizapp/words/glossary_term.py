"""One row of the glossary, and how a spelling is folded before it is compared."""

import re
from unicodedata import normalize

from quizapp.frozen import dataclass
from quizapp.words.languages import Text

_PASSED_OVER = re.compile(r"[\s·‐‑‒–—-]+")
_SAME_WORD = (
    ("레이어", "층"), ("계층", "층"),
    ("블럭", "블록"), ("블락", "블록"),
    ("피쳐", "피처"),
    ("×", "x"),
)  # fmt: skip
"""Spellings of a part of many terms, each with the one they are compared as."""

_NO_REMARK = Text()


@dataclass(frozen=True, slots=True)
class Term:
    """One idea in the words of both languages.

    The first spelling of each language is the one that is written; the others are accepted, and so
    is every spelling of the other language.
    """

    en: tuple[str, ...]
    ko: tuple[str, ...]
    unlike: tuple[str, ...] = ()
    """Spellings of neighbouring ideas, which are never taken for this one."""
    remark: Text = _NO_REMARK
    """What is worth saying of the word itself when it has been used; mostly nothing."""

    @property
    def key(self) -> str:
        """Its English spelling as an id: ``skip-connection``."""
        return self.en[0].lower().replace("×", "x").replace(" ", "-")

    @property
    def text(self) -> Text:
        """The spelling that is written, in both languages."""
        return Text(self.en[0], self.ko[0])

    @property
    def spellings(self) -> tuple[str, ...]:
        """All that is accepted, in both languages."""
        return self.en + self.ko


def folded_term(text: str) -> str:
    """What two spellings of one term have in common.

    NFKC; without case, spaces, hyphens and ``·``; and 층, 레이어 and 계층 are one word inside any
    term, as 블록, 블럭 and 블락 are, 피처 and 피쳐, × and x.
    """
    folded = _PASSED_OVER.sub("", normalize("NFKC", text).casefold())
    for variant, written in _SAME_WORD:
        folded = folded.replace(variant, written)
    return folded
