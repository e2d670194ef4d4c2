"""Signatures of variants read again: ``bank/question@revision:level:seed/generator``."""

import re

from quizapp.frozen import dataclass

_FORM = re.compile(
    r"(?P<key>[a-z0-9-]+/[a-z0-9-]+)@(?P<revision>[0-9a-f]{12})"
    r":(?P<level>[0-9]{1,2}):(?P<seed>-?[0-9]{1,18})/(?P<generator>[0-9]{1,9})"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Enough to make a variant again, as long as question and generator stay what they were."""

    key: str
    """``bank/question``."""
    revision: str
    level: int
    seed: int
    generator: int


def signature_in(text: str) -> Signature | None:
    """The signature that a text is; None where it is none."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    numbers = (int(match[name]) for name in ("level", "seed", "generator"))
    return Signature(match["key"], match["revision"], *numbers)
