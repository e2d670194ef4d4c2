"""An answer as a short code for a chat: unreadable by eye, and good for one vote only.

A code holds the answer under a keystream that seed, round and question determine, with a checksum
over all of it. It keeps honest people from reading each other's answers before they have locked
their own; it is no secret from a program.
"""

import hashlib

from quizapp.errors import RoundError
from quizapp.frozen import dataclass
from quizapp.generate import GENERATOR, Variant
from quizapp.grade import Verdict, grade

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Douglas Crockford's base 32: no I, L, O, U, so that a code can be read aloud."""

_READ_AS = str.maketrans("ILO", "110")
_PACKED = " 0123456789x,./"
"""Half a byte each, and never a byte of 255; the blank also fills up, so that the length gives
little away."""

_GROUP = 5
_BODY = 4
_SALT, _CHECK, _TYPING = 2, 2, 1


@dataclass(frozen=True, slots=True)
class Ballots:
    """Which vote a code belongs to."""

    seed: int
    place: int
    ballot: int
    variant: Variant

    @property
    def key(self) -> bytes:
        """The same on every machine that plays this vote, and on no other."""
        question = self.variant.question
        parts = (
            self.seed, self.place, self.ballot, question.key, question.revision,
            self.variant.level, self.variant.seed, GENERATOR,
        )  # fmt: skip
        return "\x1f".join(map(str, parts)).encode()


def locked(ballots: Ballots, name: str, submission: str) -> str:
    """The code of an answer: ``7QK2M-0XVB4-9D1AG``.

    The name only salts it, so that equal answers do not look alike.
    """
    body = _packed(_shortest(ballots.variant, submission))
    salt = _digest(b"salt", ballots.key, name.encode())[:_SALT]
    check = _digest(b"check", ballots.key, salt, body)[:_CHECK]
    hidden = bytes(a ^ b for a, b in zip(body, _stream(ballots.key, salt, len(body)), strict=True))
    whole = salt + hidden + check
    letters = _letters(whole + _digest(b"typing", whole)[:_TYPING])
    return "-".join(letters[i : i + _GROUP] for i in range(0, len(letters), _GROUP))


def unlocked(ballots: Ballots, code: str) -> str:
    """The answer in a code, as a submission.

    Raises RoundError for a code that was copied wrongly, and for one of another vote.
    """
    whole = _bytes(code)
    if whole is None or _digest(b"typing", whole[:-_TYPING])[:_TYPING] != whole[-_TYPING:]:
        raise RoundError(
            "code-garbled",
            "this is no code, or it lost something on the way; copy it again, from the first sign "
            "to the last",
        )
    salt, hidden = whole[:_SALT], whole[_SALT : -_CHECK - _TYPING]
    stream = _stream(ballots.key, salt, len(hidden))
    body = bytes(a ^ b for a, b in zip(hidden, stream, strict=True))
    if _digest(b"check", ballots.key, salt, body)[:_CHECK] != whole[-_CHECK - _TYPING : -_TYPING]:
        raise RoundError(
            "code-stale",
            "this code belongs to another vote; here it is round {round}, answer {ballot}, with "
            "seed {seed}: compare that, and the banks, with the one it came from",
            round=ballots.place + 1, ballot=ballots.ballot, seed=ballots.seed,
        )  # fmt: skip
    return _unpacked(body)


def _shortest(variant: Variant, submission: str) -> str:
    """The shortest way of writing an answer that is judged alike."""
    verdict = grade(variant, submission)
    read_as = verdict.read_as.replace("×", "x")
    tried = (read_as.replace(",", ""), read_as, submission.strip())
    alike = [text for text in tried if _alike(grade(variant, text), verdict)]
    return min(alike, key=len, default=submission)


def _alike(one: Verdict, other: Verdict) -> bool:
    return (one.kind, one.read_as, one.mistakes) == (other.kind, other.read_as, other.mistakes)


def _packed(text: str) -> bytes:
    """Two signs a byte where they are the few of numbers and shapes, else UTF-8 behind a 255."""
    if text and all(sign in _PACKED for sign in text):
        digits = [_PACKED.index(sign) for sign in text]
        digits += [0] * (-len(digits) % (2 * _BODY))
        return bytes(high << 4 | low for high, low in zip(digits[::2], digits[1::2], strict=True))
    written = b"\xff" + text.encode()
    return written + b"\x00" * (-len(written) % _BODY)


def _unpacked(body: bytes) -> str:
    if body[0] == 255:
        return body[1:].rstrip(b"\x00").decode(errors="replace")
    return "".join(_PACKED[half] for byte in body for half in (byte >> 4, byte & 15)).strip()


def _digest(*parts: bytes) -> bytes:
    return hashlib.sha256(b"\x1e".join(parts)).digest()


def _stream(key: bytes, salt: bytes, length: int) -> bytes:
    blocks = (_digest(b"stream", key, salt, b"%d" % n) for n in range(length // 32 + 1))
    return b"".join(blocks)[:length]


def _letters(whole: bytes) -> str:
    count = -(-len(whole) * 8 // 5)
    number = int.from_bytes(whole) << (count * 5 - len(whole) * 8)
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))


def _bytes(code: str) -> bytes | None:
    """The bytes of a code; None where it has other signs, or another length than any code has."""
    signs = "".join(code.upper().split()).replace("-", "").translate(_READ_AS)
    size = len(signs) * 5 // 8
    around = _SALT + _CHECK + _TYPING
    if not all(sign in _ALPHABET for sign in signs) or size < around + _BODY:
        return None
    number = 0
    for sign in signs:
        number = number << 5 | _ALPHABET.index(sign)
    spare = len(signs) * 5 - size * 8
    if (size - around) % _BODY or number & (1 << spare) - 1:
        return None
    return (number >> spare).to_bytes(size)
