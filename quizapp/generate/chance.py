"""Draws from a hash. Python promises the sequence of ``random()`` only, not of shuffles."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of even draws that a key determines."""

    def __init__(self, *key: object) -> None:
        self._key = "\x1f".join(map(str, key)).encode()
        self._count = 0

    def below(self, bound: int) -> int:
        """A whole number from 0 up to but not including ``bound``.

        A hash is 256 bits, so the remainder favours no number by more than 2⁻²⁰⁰.
        """
        self._count += 1
        digest = sha256(self._key + b"\x1e%d" % self._count).digest()
        return int.from_bytes(digest) % bound

    def one_of(self, options: Sequence[T]) -> T:
        """One of the options, each as likely as the others."""
        return options[self.below(len(options))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in an order all of which are equally likely (Fisher and Yates)."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed
