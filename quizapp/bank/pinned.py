"""What ties the pinned output of a question's code to the code: text as people see it, and a hash.

Both are pure: whoever writes a pin and whoever verifies one get the same.
"""

from hashlib import sha256
from unicodedata import normalize

_BETWEEN = "\0"  # no bank may hold it, so no code runs over into its output


def pinned_text(text: str) -> str:
    """`text` as it is hashed, run and pinned: what of it can be seen.

    NFC, line breaks as ``\\n``, without blanks at the ends of lines and blank lines at the end. An
    editor that takes those away must not make a pin stale, and nobody can type them as an answer.
    """
    lines = normalize("NFC", text).replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines).rstrip("\n")


def pin_hash(code: str, output: str) -> str:
    """The ``sha256:`` of a pin, 64 hexadecimal digits.

    SHA-256 of the UTF-8 of the code, a NUL and its output, each as `pinned_text` leaves it. Neither
    versions nor the rest of the question are in it.
    """
    whole = pinned_text(code) + _BETWEEN + pinned_text(output)
    return sha256(whole.encode()).hexdigest()
