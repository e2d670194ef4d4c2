"""Python code run where it can do no harm: bubblewrap, without network and without a home.

The code sees the system's libraries and its interpreter's own folders, read-only, and an empty home
in memory. Processor time, memory, processes, time and the length of what it prints are bounded.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from quizapp.errors import ExchangeError
from quizapp.frozen import dataclass

MOST_SECONDS = 30
MOST_CPU_SECONDS = 20
MOST_MEMORY = 4 * 1024**3  # of addresses: importing torch reserves more than two
MOST_PROCESSES = 64  # root is exempt from it; the clock stops what root forks
MOST_PRINTED = 64 * 1024
MOST_IN_HOME = 64 * 1024**2
LONGEST_CODE = 64 * 1024
_OUT_OF_CPU = 128 + 24  # SIGXCPU, as a shell tells it
_TOOLS = {"bwrap": "bubblewrap", "prlimit": "util-linux"}
"""What must be installed, each with the package it is in."""
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store", "/etc/ld.so.cache")
_HOME = "/home/quizapp"
_ENVIRONMENT = {
    "HOME": _HOME, "TMPDIR": _HOME, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
    "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
    # One thread a library: more would run into the bound on processes, and tell nothing.
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
}  # fmt: skip
_ABOUT = """
import json, os, platform, sys
from importlib import metadata
owners = getattr(metadata, "packages_distributions", dict)()
versions = {}
for module in sys.argv[1:]:
    for name in sorted(set(owners.get(module, [module]))):
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            pass
folders = [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix]
folders.append(os.path.dirname(os.path.dirname(os.path.realpath(sys.executable))))
print(json.dumps({
    "executable": sys.executable, "version": platform.python_version(),
    "folders": folders, "versions": versions,
}))
"""


@dataclass(frozen=True, slots=True)
class Sandbox:
    """An interpreter behind walls, known to work: `open` has tried it."""

    bwrap: str
    prlimit: str
    executable: str
    python_version: str
    folders: tuple[str, ...]
    """The interpreter's own, which the code may read."""
    may_write: bool
    """Whether its home takes files: bubblewrap before 0.7 cannot bound how much they hold."""

    @classmethod
    def open(cls, python: str) -> "Sandbox":
        """A sandbox around the interpreter `python`, a path or a name.

        Raises ExchangeError where this is not Linux, where bubblewrap is missing or the system
        lets it do nothing, and where `python` is no interpreter.
        """
        if sys.platform != "linux":
            raise ExchangeError(
                "sandbox-linux",
                "code is run in a bubblewrap sandbox, which there is on Linux only; "
                "run `quizapp pin` there, or write the output yourself with `by: hand`",
            )
        tools = {tool: shutil.which(tool) for tool in _TOOLS}
        missing = [_TOOLS[tool] for tool, path in tools.items() if path is None]
        if missing:
            raise ExchangeError(
                "sandbox-missing",
                "code is run in a sandbox only, and {packages} is not installed; "
                "`apt install {packages}`, `dnf install {packages}` or `pacman -S {packages}`",
                packages=" ".join(missing),
            )
        about = _about(python)
        sandbox = cls(
            str(tools["bwrap"]),
            os.path.realpath(str(tools["prlimit"])),
            about["executable"],
            about["version"],
            tuple(_own_folders(about["folders"])),
            _knows_size(str(tools["bwrap"])),
        )
        sandbox._try()
        return sandbox

    def versions(self, modules: Iterable[str]) -> Mapping[str, str]:
        """Of Python and of the installed distributions that these modules come from.

        Modules of Python itself have none; neither has what is not installed.
        """
        about = _about(self.executable, sorted(modules))
        return {"python": self.python_version, **about["versions"]}

    def printed(self, code: str, hash_seed: int) -> str:
        """What the code prints on standard output, strings hashed with this seed.

        Raises ExchangeError where it fails, runs too long, prints too much or prints no UTF-8.
        """
        if len(code.encode()) > LONGEST_CODE:
            raise ExchangeError(
                "pin-long-code", "code of more than {most} bytes is not run", most=LONGEST_CODE
            )
        done = self._run(["-c", code], hash_seed)
        if len(done.output) >= MOST_PRINTED:
            raise ExchangeError(
                "pin-prints-much", "it prints more than {most} bytes", most=MOST_PRINTED
            )
        if done.status == _OUT_OF_CPU:
            raise ExchangeError(
                "pin-takes-cpu",
                "it takes more than {seconds} seconds of processor time",
                seconds=MOST_CPU_SECONDS,
            )
        if done.status != 0:
            raise ExchangeError("pin-fails", "it ends with {reason}", reason=done.reason)
        try:
            return done.output.decode()
        except UnicodeDecodeError as error:
            raise ExchangeError(
                "pin-not-utf-8",
                "it prints the byte {byte}, which is no UTF-8",
                byte=f"{done.output[error.start]:02X}",
            ) from None

    def _try(self) -> None:
        done = self._run(["-c", ""], 0)
        if done.status == 0:
            return
        if done.reason.startswith("bwrap:"):
            raise ExchangeError(
                "sandbox-forbidden",
                "this system does not let bubblewrap make a sandbox ({reason}); allow "
                "unprivileged user namespaces (`sysctl kernel.unprivileged_userns_clone=1`; on "
                "Ubuntu `kernel.apparmor_restrict_unprivileged_userns=0`), or leave the container",
                reason=done.reason,
            )
        raise _no_python(self.executable, done.reason)

    def _run(self, arguments: list[str], hash_seed: int) -> "_Done":
        with TemporaryFile() as output, TemporaryFile() as errors:
            try:
                done = subprocess.run(  # noqa: S603  what it may do is bounded by the walls
                    [*self._walls(hash_seed), self.executable, "-s", "-B", *arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=errors,
                    timeout=MOST_SECONDS,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                raise ExchangeError(
                    "pin-runs-long",
                    "it is still running after {seconds} seconds",
                    seconds=MOST_SECONDS,
                ) from None
            output.seek(0)
            errors.seek(0)
            last = errors.read().decode(errors="replace").strip().split("\n")[-1]
            return _Done(
                output.read(), done.returncode, last[:200] or f"exit code {done.returncode}"
            )

    def _walls(self, hash_seed: int) -> Iterator[str]:
        """The command that what follows is run by."""
        yield from (self.bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--clearenv")
        yield from ("--cap-drop", "ALL", "--proc", "/proc", "--dev", "/dev")
        for path in _SYSTEM:
            if Path(path).is_symlink():
                yield from ("--symlink", str(Path(path).readlink()), path)
            else:
                yield from ("--ro-bind-try", path, path)
        if self.may_write:
            yield from ("--size", str(MOST_IN_HOME), "--tmpfs", _HOME)
        else:
            yield from ("--dir", _HOME)
        for folder in self.folders:
            yield from ("--ro-bind", folder, folder)
        for name, value in (_ENVIRONMENT | {"PYTHONHASHSEED": str(hash_seed)}).items():
            yield from ("--setenv", name, value)
        yield from ("--remount-ro", "/", "--chdir", _HOME, "--", self.prlimit)
        yield f"--cpu={MOST_CPU_SECONDS}:{MOST_CPU_SECONDS + 1}"
        yield f"--as={MOST_MEMORY}"
        yield f"--nproc={MOST_PROCESSES}"
        yield f"--fsize={MOST_PRINTED}"  # what is printed goes to a file, too
        yield "--core=0"


@dataclass(frozen=True, slots=True)
class _Done:
    output: bytes
    status: int
    reason: str
    """The last line on standard error."""


def _knows_size(bwrap: str) -> bool:
    asked = [bwrap, "--help"]
    helped = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603  found in PATH
    return b"--size" in helped.stdout + helped.stderr


def _about(python: str, modules: Iterable[str] = ()) -> dict[str, Any]:
    """What the interpreter says of itself and of modules; no code of anybody else's is run."""
    try:
        done = subprocess.run(  # noqa: S603  the interpreter that the author named
            [python, "-I", "-c", _ABOUT, *modules],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=True,
            text=True,
            encoding="utf-8",
        )
        about: dict[str, Any] = json.loads(done.stdout)
    except OSError as error:
        raise _no_python(python, error.strerror or type(error).__name__) from None
    except (subprocess.SubprocessError, ValueError) as error:
        raise _no_python(python, type(error).__name__) from None
    return about


def _no_python(python: str, reason: str) -> ExchangeError:
    return ExchangeError(
        "no-python",
        "{python} cannot be run as a Python interpreter ({reason}); "
        "name another with --python PATH",
        python=python,
        reason=reason,
    )


def _own_folders(folders: Iterable[str]) -> Iterator[str]:
    """The folders to be seen besides the system's: none twice, none with a home in it."""
    home = Path(os.path.realpath(Path.home()))
    for folder in dict.fromkeys(folders):
        path = Path(folder)
        is_system = any(path.is_relative_to(each) for each in _SYSTEM)
        if not is_system and not home.is_relative_to(os.path.realpath(path)):
            yield folder
