"""A bank to start from: one question of each kind, with what an editor needs beside it."""

import json
import os
import re
from pathlib import Path

from quizapp.errors import ExchangeError, UsageError
from quizapp.lint.schema import FILE, HEADER, bank_schema
from quizapp.writing import write_whole

TEMPLATE = Path(__file__).parent / "examples" / "new-bank.yaml"
_NO_ID = re.compile(r"[^a-z0-9]+")


def schema_text() -> str:
    """The schema as it is written to a file."""
    return json.dumps(bank_schema(), ensure_ascii=False, indent=1) + "\n"


def new_bank(file: Path) -> tuple[Path, ...]:
    """Write a bank and its schema beside it; the files that were written.

    A schema that is there already is left as it is. Raises UsageError where the bank is there or
    its name gives no id, ExchangeError where it cannot be written.
    """
    if os.path.lexists(file):
        raise UsageError(
            "file-exists", "{path} is there already and stays as it is; choose another name",
            path=str(file),
        )  # fmt: skip
    id_ = _NO_ID.sub("-", file.stem.lower()).strip("-")[:64]
    if not id_:
        raise UsageError(
            "bank-name",
            "the name {name} gives a bank no id; use small letters and digits, as convolution.yaml",
            name=file.name,
        )
    text = TEMPLATE.read_text(encoding="utf-8").replace("bank: new-bank", f"bank: {id_}")
    schema = file.with_name(FILE)
    wanted = {file: f"{HEADER}\n{text}"}
    if not schema.exists():
        wanted[schema] = schema_text()
    try:
        # The bank last: until it is there, this can be done again.
        for path, content in reversed(wanted.items()):
            write_whole(path, [content], mode=0o644)  # a bank is for others to read
    except OSError as error:
        raise ExchangeError(
            "file-unwritten", "{path} cannot be written: {reason}",
            path=str(file), reason=error.strerror or type(error).__name__,
        ) from None  # fmt: skip
    return tuple(wanted)
