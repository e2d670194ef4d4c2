"""Files that are whole or not there: written beside their place, then put into it in one step."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[str], mode: int = 0o600) -> None:
    """Puts a UTF-8 file of ``pieces`` at ``path``; until it is whole the old one stays.

    A new file has ``mode``, for its owner only unless said; an old one keeps its own. What a killed
    writer left beside it is removed. A symbolic link is written through, and so is what is no file
    (``/dev/stdout``). Raises OSError, and what ``pieces`` raises; the file is then as it was.
    """
    place = path.resolve()
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else mode
    if place.exists() and not place.is_file():
        with place.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
        return
    _clear(place)
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(part, flags, 0o600), "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(mode)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _clear(place: Path) -> None:
    """Removes the parts of writers that are no more."""
    for part in place.parent.glob(f".{_literal(place.name)}.*.part"):
        number = part.name.rsplit(".", 2)[1]
        if number.isdecimal() and not _is_running(int(number)):
            part.unlink(missing_ok=True)


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        # Two files are not written to one place at once by one program: it is of an earlier one.
        return False
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
