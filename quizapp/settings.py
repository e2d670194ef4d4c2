"""What a learner has set, in one JSON file that may be edited by hand.

::

    {"language": "ko", "profiles": {"ana": {"desired_retention": 0.85, "new_per_day": 5}}}

What stands outside of ``profiles`` holds for everybody who has not set it otherwise. Keys that are
not known here are kept.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from quizapp.errors import SettingsError
from quizapp.frozen import dataclass
from quizapp.writing import write_whole

LONGEST = 2**20
MOST_PARAMETER, LEAST_DECAY = 100.0, 0.05
LEAST_RETENTION, MOST_RETENTION = 0.70, 0.97
MOST_A_DAY = 10_000
MOST_KEYS, LONGEST_KEY = 1000, 100
"""Keys that may be set, and the letters of a key with the name of its command."""
THEMES = ("safe-dark", "safe-light", "dark", "light")


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set; the values here are those of somebody who has set nothing."""

    language: str | None = None
    """``en`` or ``ko``; None leaves it to the environment."""
    theme: str | None = None
    ascii: bool = False
    """No characters but ASCII in pictures and frames."""
    reduced_motion: bool = False
    desired_retention: float = 0.9
    """The chance of remembering a card on the day it comes back, 0.70 to 0.97."""
    new_per_day: int = 8
    """How many questions are met for the first time a day."""
    reviews_per_day: int = 200
    exam_date: date | None = None
    exam_retention: float = 0.9
    """The chance of remembering each card on ``exam_date``."""
    keys: tuple[tuple[str, str], ...] = ()
    """Names of commands on the screens, each with the key it is given in place of its own."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, and what is wrong with the file they are from."""

    settings: Settings
    notice: SettingsError | None = None


def load_settings(path: Path, profile: str) -> Loaded:
    """The settings of a profile; what is not set, or set to what cannot be, is as by default.

    A file that is no JSON object is moved aside, and that is said in ``notice``. Never raises.
    """
    try:
        written = _written(path)
    except SettingsError as fault:
        return Loaded(Settings(), fault)
    values: dict[str, object] = {}
    notice = None
    for layer in (written, _of_profile(written, profile)):
        for name, read in _READERS.items():
            if name not in layer:
                continue
            try:
                values[name] = read(layer[name])
            except (ValueError, TypeError):
                notice = _unreadable(path, name)
    return Loaded(Settings(**values), notice)  # type: ignore[arg-type] # each read by its own reader


def save_settings(path: Path, profile: str, settings: Settings) -> None:
    """Writes them: language and looks for everybody, the rest for the profile.

    What equals the default and was not written before stays unwritten. Raises SettingsError where
    the file cannot be written.
    """
    try:
        written = _written(path)
    except SettingsError:
        # Moved aside, or not ours to read: then writing says so.
        written = {}
    profiles = dict(_mapping(written.get("profiles")))
    own = dict(_of_profile(written, profile))
    default = _as_written(Settings())
    for name, value in _as_written(settings).items():
        place = written if name in _SHARED else own
        if value != default[name] or name in place or name in written:
            place[name] = value
    if own:
        profiles[profile] = own
    if profiles:
        written["profiles"] = profiles
    _write(path, written)


def _as_written(settings: Settings) -> dict[str, object]:
    day = settings.exam_date
    return {
        **asdict(settings),
        "exam_date": None if day is None else day.isoformat(),
        "keys": dict(settings.keys),
    }


def fitted_parameters(path: Path) -> Mapping[str, tuple[float, ...]]:
    """FSRS's parameters of the profiles to whose history they were fitted. Never raises."""
    try:
        profiles = _mapping(_written(path).get("profiles"))
    except SettingsError:
        return {}
    fitted = {name: _parameters(_mapping(own).get("parameters")) for name, own in profiles.items()}
    return {name: parameters for name, parameters in fitted.items() if parameters is not None}


def save_parameters(path: Path, profile: str, parameters: Sequence[float] | None) -> None:
    """Keeps a profile's parameters; None goes back to the defaults. Raises SettingsError."""
    written = _written(path)
    profiles = dict(_mapping(written.get("profiles")))
    own = dict(_of_profile(written, profile))
    own.pop("parameters", None)
    if parameters is not None:
        own["parameters"] = list(parameters)
    profiles[profile] = own
    written["profiles"] = profiles
    _write(path, written)


def _parameters(value: object) -> tuple[float, ...] | None:
    """FSRS-6's 21, none below zero and the decay above it; None for anything else."""
    if not isinstance(value, list) or len(value) != 21:
        return None
    numbers = [one for one in value if isinstance(one, int | float) and 0 <= one <= MOST_PARAMETER]
    is_whole = len(numbers) == len(value) and numbers[-1] >= LEAST_DECAY
    return tuple(map(float, numbers)) if is_whole else None


def forget_settings(path: Path, profile: str) -> bool:
    """Removes what a profile has set; whether there was anything. Raises SettingsError."""
    written = _written(path)
    profiles = dict(_mapping(written.get("profiles")))
    if profile not in profiles:
        return False
    del profiles[profile]
    written["profiles"] = profiles
    _write(path, written)
    return True


def _written(path: Path) -> dict[str, object]:
    """What stands in the file, nothing where there is none."""
    try:
        with path.open("rb") as stream:
            text = stream.read(LONGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as fault:
        raise SettingsError(
            "settings-unreachable",
            "{path} cannot be read ({reason}); the settings are as if nothing were set",
            path=path,
            reason=fault.strerror,
        ) from fault
    try:
        written = json.loads(text.decode("utf-8-sig")) if len(text) <= LONGEST else None
    except (ValueError, RecursionError):
        written = None
    if not isinstance(written, dict):
        raise _moved_aside(path)
    return written


def _moved_aside(path: Path) -> SettingsError:
    aside = path.with_name(f"{path.stem}.broken{path.suffix}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.stem}.broken-{count}{path.suffix}")
    try:
        path.rename(aside)
    except OSError:
        aside = path
    return SettingsError(
        "settings-broken",
        "the settings were not a JSON object and are as if nothing were set; the file is kept as "
        "{aside}",
        aside=aside,
    )


def _write(path: Path, written: Mapping[str, object]) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, [json.dumps(written, ensure_ascii=False, indent=2) + "\n"])
    except OSError as fault:
        raise SettingsError(
            "settings-unwritable",
            "{path} cannot be written ({reason}); the settings hold until the program ends",
            path=path,
            reason=fault.strerror,
        ) from fault


def _of_profile(written: Mapping[str, object], profile: str) -> Mapping[str, object]:
    return _mapping(_mapping(written.get("profiles")).get(profile))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _unreadable(path: Path, name: str) -> SettingsError:
    return SettingsError(
        "settings-value",
        "{path}: `{name}` cannot be what it is set to there, and is as by default",
        path=path,
        name=name,
    )


def _text(value: object) -> str | None:
    if value is None or (isinstance(value, str) and len(value) <= 100):
        return value
    raise ValueError


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError


def _retention(value: object) -> float:
    if isinstance(value, int | float) and LEAST_RETENTION <= value <= MOST_RETENTION:
        return float(value)
    raise ValueError


def _count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_A_DAY:
        return value
    raise ValueError


def _day(value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, str):
        return date.fromisoformat(value)
    raise ValueError


def _keys(value: object) -> tuple[tuple[str, str], ...]:
    """Whatever the commands are called: a later version may know more of them."""
    if not isinstance(value, dict) or len(value) > MOST_KEYS:
        raise ValueError
    for name, key in value.items():
        if not isinstance(key, str) or len(name + key) > LONGEST_KEY:
            raise ValueError
    return tuple(value.items())


_SHARED = ("language", "theme", "ascii", "reduced_motion")
_READERS: Mapping[str, Callable[[object], object]] = {
    "language": _text,
    "theme": _text,
    "ascii": _flag,
    "reduced_motion": _flag,
    "desired_retention": _retention,
    "new_per_day": _count,
    "reviews_per_day": _count,
    "exam_date": _day,
    "exam_retention": _retention,
    "keys": _keys,
}
