"""The one place that knows where things lie on this machine."""

import os
import sys
from pathlib import Path


def shipped_banks() -> Path:
    """The folder of the banks that come with the program.

    In a wheel they lie inside the package; in a checkout or an editable install, beside it.
    """
    package = Path(__file__).resolve().parent
    inside = package / "questions"
    return inside if inside.is_dir() else package.parent / "questions"


def data_folder() -> Path:
    """The user's own folder: history, banks, logs. ``QUIZAPP_HOME`` overrides it.

    ``$XDG_DATA_HOME/quizapp`` (XDG Base Directory Specification) on Linux,
    ``~/Library/Application Support/quizapp`` on macOS, ``%LOCALAPPDATA%\\quizapp`` on Windows.
    """
    if override := os.environ.get("QUIZAPP_HOME"):
        return Path(override)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        xdg = os.environ.get("XDG_DATA_HOME", "")
        # The specification: a relative path is to be ignored.
        base = xdg if xdg.startswith("/") else Path.home() / ".local" / "share"
    return Path(base) / "quizapp"


def user_banks() -> Path:
    """The folder where a user's own banks are looked for."""
    return data_folder() / "banks"


def history_file() -> Path:
    """The database of everything ever answered on this machine."""
    return data_folder() / "history.db"


def bookmark_file() -> Path:
    """Where a learner's sitting was broken off."""
    return data_folder() / "sitting.json"


def journals_folder() -> Path:
    """The rounds of groups that were broken off."""
    return data_folder() / "peers"


def settings_file() -> Path:
    """What the learners of this machine have set."""
    return data_folder() / "settings.json"


def kept_banks() -> Path:
    """What reading banks came to, for the next time; it may be deleted at any time."""
    return data_folder() / "banks-read.jsonl"


def listed_banks() -> list[Path]:
    """The files and folders named in ``QUIZAPP_BANKS``, joined as in ``PATH``."""
    return [Path(item) for item in os.environ.get("QUIZAPP_BANKS", "").split(os.pathsep) if item]
