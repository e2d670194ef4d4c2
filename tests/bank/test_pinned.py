from hashlib import sha256
from unicodedata import normalize

import pytest

from quizapp.bank.pinned import pin_hash, pinned_text


def test_the_hash_is_sha256_of_code_nul_output() -> None:
    assert pin_hash("print(1)", "1") == sha256(b"print(1)\x001").hexdigest()


@pytest.mark.parametrize(
    ("code", "output"),
    [
        ("print('가')\n", "가"),
        ("print('가')\r\n", "가\n"),
        ("print('가')  \n\n", "가 \n"),
        (normalize("NFD", "print('가')"), normalize("NFD", "가")),
    ],
)
def test_what_cannot_be_seen_changes_no_hash(code: str, output: str) -> None:
    assert pin_hash(code, output) == pin_hash("print('가')", "가")


@pytest.mark.parametrize(
    ("code", "output"),
    [("print(2)", "1"), ("print(1)", "2"), ("print(1)\n1", ""), (" print(1)", "1"), ("", "")],
)
def test_what_can_be_seen_changes_it(code: str, output: str) -> None:
    assert pin_hash(code, output) != pin_hash("print(1)", "1")


def test_blanks_at_the_beginning_and_between_lines_stay() -> None:
    assert pinned_text("   a  b\n0  1 \n\n1  2\n\n") == "   a  b\n0  1\n\n1  2"
