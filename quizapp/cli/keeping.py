"""Verbs that keep the history: out, in, copied, forgotten, looked over."""

import argparse
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.places import path_named, utc_now
from quizapp.cli.streams import complain, show, tell
from quizapp.errors import HistoryError, UsageError

if TYPE_CHECKING:
    from quizapp.history import Added, History
    from quizapp.words import Language

FINE, WRONG = 0, 1


def export(options: argparse.Namespace, language: "Language") -> int:
    """The log as JSON lines, to standard output or to a file that is whole or not there."""
    from quizapp.history import exported
    from quizapp.words import say

    profile = _person(options.only)
    with _history(language) as history:
        lines = (line + "\n" for line in exported(history, profile))
        if options.to is None:
            sys.stdout.writelines(lines)
            return FINE
        to = Path(options.to)
        _spare(history.path, to)
        count = _write(to, lines)
    show(say("keeping.exported", language, path=options.to, count=count))
    return FINE


def bring_in(options: argparse.Namespace, language: "Language") -> int:
    """Adds the rows of exports and of other histories, all of them or none."""
    from quizapp.history import bring_in, rows_of_lines

    paths_named = [] if options.files == ["-"] else [*map(path_named, options.files)]
    with _history(language, writing=True) as history:
        if not paths_named:
            # All of it before the history is held: whoever types may take their time.
            lines = io.BytesIO() if sys.stdin is None else sys.stdin.buffer
            added = history.append_all(list(rows_of_lines(lines, "-")))
        else:
            added = bring_in(history, paths_named)
    _say_added(added, language)
    return FINE


def backup(options: argparse.Namespace, language: "Language") -> int:
    """A copy of the database as of now."""
    from quizapp.history import back_up, backup_named_by_hand
    from quizapp.words import say

    path = paths.history_file()
    with _history(language):
        to = Path(options.to) if options.to else backup_named_by_hand(path, utc_now())
        if options.to:
            _check_place(path, to)
        back_up(path, to)
    show(say("keeping.backed-up", language, path=str(to)))
    return FINE


def forget(options: argparse.Namespace, language: "Language") -> int:
    """Removes a person for good, once their name has been typed."""
    from quizapp.history import forget_in_backups
    from quizapp.peers import forget_in_journals
    from quizapp.settings import forget_settings
    from quizapp.words import say

    name = _person(options.profile) or ""
    with _history(language, writing=True) as history:
        names = history.profiles()
        if name not in names:
            raise UsageError(
                "no-profile",
                "no profile is called {name}; there are: {names}",
                name=name,
                names=", ".join(names) or "–",
            )
        if not options.yes:
            show(say("keeping.forget-warning", language, name=name))
            if _typed(say("keeping.forget-question", language)) != name:
                show(say("keeping.not-forgotten", language))
                return WRONG
        history.forget(name)
        left = forget_in_backups(history.path, name)
    forget_settings(paths.settings_file(), name)
    _forget_bookmark(name)
    forget_in_journals(paths.journals_folder(), name)
    show(say("keeping.forgotten", language, name=name))
    for path in left:
        complain(say("keeping.left", language, path=str(path), name=name))
    return WRONG if left else FINE


def _forget_bookmark(name: str) -> None:
    """A sitting that was broken off says whose it was."""
    from quizapp.study import BookmarkFile

    with BookmarkFile(paths.bookmark_file()) as bookmark:
        mark = bookmark.read() if bookmark.claim() else None
        if mark is not None and mark.asked.profile == name:
            bookmark.remove()


def doctor(options: argparse.Namespace, language: "Language") -> int:
    """Looks the history over; 1 where something is wrong with it."""
    from quizapp.history import damage_of, loose_files
    from quizapp.words import say

    path = paths.history_file()
    if options.restore and not _restored(options, language):
        return WRONG
    if not path.exists():
        show(say("keeping.no-history", language, path=str(path)))
        _show_backups(path, language)
        return FINE
    found = [*loose_files(path), *damage_of(path)]
    if not any(finding.code == "doctor-damaged" for finding in found):
        with _history(language) as history:
            found += _looked_over(history, options, language)
    _show_backups(path, language)
    for finding in found:
        tell(finding, language)
    return WRONG if found else FINE


def keep_backup(language: "Language") -> None:
    """An automatic backup at the end of a sitting, where one is due; why not, where it fails."""
    from quizapp.history import keep_backup

    if not paths.history_file().exists():
        return
    try:
        keep_backup(paths.history_file(), utc_now())
    except HistoryError as error:
        tell(error, language)


def _looked_over(
    history: "History", options: argparse.Namespace, language: "Language"
) -> list[HistoryError]:
    """What is wrong with the rows of a file whose pages are sound, and with what they come to."""
    from quizapp.history import unreadable_rows
    from quizapp.words import say

    if unreadable := unreadable_rows(history):
        return unreadable
    show(say("keeping.sound", language, path=str(history.path), count=history.size()))
    return [] if history.read_only else _derived(history, options, language)


def _derived(
    history: "History", options: argparse.Namespace, language: "Language"
) -> list[HistoryError]:
    """Compares the caches with a rebuild; those that are known not to follow are simply rebuilt."""
    from quizapp.cli.desk import models_in
    from quizapp.cli.places import library_of
    from quizapp.history import differences
    from quizapp.study.deriving import topics_in
    from quizapp.study.rebuilding import derived_version, rebuild
    from quizapp.words import say

    topic_of = topics_in(q for bank in library_of(options).banks for q in bank.questions)
    models = models_in(paths.settings_file())
    version = derived_version(models)
    with history.held():
        rebuilt = rebuild(history, topic_of, models)
        other = differences(history.derived(), rebuilt)
        if options.rebuild or history.derived_stale(version):
            history.replace_derived(None, rebuilt, version)
            show(say("keeping.derived-rebuilt", language))
            return []
    if not other:
        show(say("keeping.derived-equal", language))
        return []
    return [
        HistoryError(
            "doctor-differs",
            "what is derived from the log differs from a rebuild (places: {count}, the first: "
            "{first}); `quizapp doctor --rebuild` makes it again",
            count=len(other),
            first=other[0],
        )
    ]


def _restored(options: argparse.Namespace, language: "Language") -> bool:
    """Adds what is left of damaged files, and the newest good backup; whether that was wanted."""
    from quizapp.history import newest_good, restore, set_aside
    from quizapp.words import say

    path = paths.history_file()
    good = newest_good(path)
    if good is None and not set_aside(path) and not path.exists():
        raise HistoryError(
            "doctor-no-backup", "there is no good backup of {path} to add", path=path
        )
    if not options.yes:
        show(say("keeping.restore-warning", language, path=str(good or "–")))
        if _typed(say("keeping.restore-question", language)).lower() not in ("y", "yes", "예"):
            show(say("keeping.not-restored", language))
            return False
    added = restore(path, good, utc_now)
    show(say("keeping.restored", language, count=added.new))
    return True


def _show_backups(path: Path, language: "Language") -> None:
    from quizapp.history import backups_of, newest_good, set_aside
    from quizapp.words import say

    good = newest_good(path)
    if good is None:
        show(say("keeping.no-backups", language))
    else:
        count = len(backups_of(path))
        show(say("keeping.backups", language, count=count, path=str(good)))
    for aside in set_aside(path):
        show(say("keeping.aside", language, path=str(aside)))


@contextmanager
def _history(language: "Language", *, writing: bool = False) -> "Iterator[History]":
    """The history, with what is to be said about it said.

    Raises HistoryError where it is there to be written to, and cannot be.
    """
    from quizapp.history import History

    with History.open(paths.history_file(), utc_now) as history:
        if history.notice is not None:
            if writing and history.read_only:
                raise history.notice
            tell(history.notice, language)
        yield history


def _say_added(added: "Added", language: "Language") -> None:
    from quizapp.words import say

    known = added.read - added.new
    show(say("keeping.added", language, read=added.read, new=added.new, known=known))
    if added.differing:
        show(say("keeping.differing", language, count=added.differing))


def _person(name: str | None) -> str | None:
    from quizapp.history import profile_name

    return None if name is None else profile_name(name)


def _check_place(history: Path, to: Path) -> None:
    """A backup makes no folder: where a disk is not mounted, it would lie on another one."""
    if not to.parent.is_dir():
        raise HistoryError(
            "backup-no-folder",
            "there is no folder {folder}; make it, or name another file with `--to`",
            folder=to.parent,
        )
    if to.exists() and not to.is_file():
        raise HistoryError(
            "backup-no-file", "{path} is not a file; name one with `--to`, such as one in it",
            path=to,
        )  # fmt: skip
    _spare(history, to)


def _spare(history: Path, to: Path) -> None:
    """Raises HistoryError where what is written would take the place of the history."""
    if to.exists() and to.samefile(history):
        raise HistoryError("history-itself", "{path} is this very history; name another", path=to)


def _write(path: Path, lines: Iterator[str]) -> int:
    """Puts the lines into a file, all or none; how many there were."""
    from quizapp.writing import write_whole

    count = 0

    def counted() -> Iterator[str]:
        nonlocal count
        for line in lines:
            count += 1
            yield line

    try:
        write_whole(path, counted())
    except OSError as fault:
        raise HistoryError(
            "export-unwritable",
            "{path} cannot be written ({reason}); name another file with `--to`",
            path=path,
            reason=fault.strerror,
        ) from fault
    return count


def _typed(prompt: str) -> str:
    """A line from standard input; empty where there is none."""
    from quizapp.words import plain_text

    sys.stdout.write(plain_text(prompt))
    sys.stdout.flush()
    return sys.stdin.readline().strip() if sys.stdin is not None else ""
