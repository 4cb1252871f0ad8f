"""The environment the scripts run in: made once in ``.venv/`` from the lock files, reused until they change.

Only the standard library, and only syntax that Python 3.6 can read, so that an old Python says what is wrong.
``python3 scripts/_environment.py`` makes the environment and nothing else; ``.venv/bin/citewell`` is then the command.
With ``audit``, ``evidence`` or ``report`` it makes that of ``citewell audit``, ``refs`` or ``report``, with ``test``
that of the tests.

``.venv/citewell-environment`` is written last and says what the environment was made from. Where it is missing or says
something else, the environment is made again; while it is made, other scripts wait for the lock.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - this line is for the Pythons we do not support
    sys.exit(
        f"Citewell needs Python 3.11 or newer; this is Python {sys.version_info[0]}.{sys.version_info[1]}. "
        f"Run it with a newer one, for example: python3.11 {sys.argv[0]}"
    )

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OURS = "citewell-environment"
UNFINISHED = "unfinished"
LEVELS = {
    "build": ("build",),
    "audit": ("build", "audit"),
    "evidence": ("build", "evidence"),
    "imports": ("build", "imports"),
    "report": ("build", "report"),
    "test": ("build", "audit", "evidence", "imports", "report", "test"),
}  # what each holds
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(level: str = "build") -> Path:
    """Return the Python of the environment for ``level``, one of ``LEVELS``, made unless one that holds it is there."""
    want = wanted(ROOT)
    if not is_ready(VENV, want, level):
        with only_one(ROOT / ".citewell" / "environment.lock"):
            if not is_ready(VENV, want, level):  # another script may have made it while we waited
                _make(want, level)
    return PYTHON


def run_citewell(*arguments: str, level: str = "build") -> NoReturn:
    """Replace this script by the ``citewell`` command: it gets the terminal, the signals and the exit code."""
    become([str(prepare(level)), "-P", "-m", "citewell", *arguments])


def wanted(root: Path) -> dict[str, str]:
    """Return what the environment must be made from: a digest a level, over the Python, the place and the lock file."""
    place = "\n".join([sys.implementation.cache_tag or "", *map(str, sys.version_info[:3]), str(root)])
    digests = {}
    for level in LEVELS:
        lock = (root / "requirements" / f"{level}.txt").read_bytes()
        digests[level] = hashlib.sha256(place.encode() + b"\0" + lock).hexdigest()
    return digests


def made_from(venv: Path) -> dict[str, str]:
    """Return the digests in the environment's own file: none if it is missing or unfinished."""
    try:
        found = json.loads((venv / OURS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def is_ready(venv: Path, want: dict[str, str], level: str) -> bool:
    """Say whether the environment was finished from exactly these lock files and its Python still exists."""
    found = made_from(venv)
    python = venv / PYTHON.relative_to(VENV)
    return all(found.get(each) == want[each] for each in LEVELS[level]) and python.exists()


def refuse_foreign(venv: Path) -> None:
    """Stop with one line if ``venv`` is something these scripts did not make; they would have to delete it."""
    foreign = venv.exists() and not (venv / OURS).exists() and (not venv.is_dir() or any(venv.iterdir()))
    if foreign or venv.is_symlink():
        sys.exit(f"{venv} was not made by Citewell's scripts. Rename or remove it, then run this again.")


def empty(venv: Path) -> None:
    """Remove all in ``venv`` but our own file: without it, after a kill, it would look like somebody else's."""
    for each in venv.iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        elif each.name != OURS:
            each.unlink()


def _make(want: dict[str, str], level: str) -> None:
    import venv  # noqa: PLC0415 - only where it is needed: the second start must be quick

    started = time.monotonic()
    refuse_foreign(VENV)
    found = made_from(VENV)
    adding = bool(found) and found.items() <= want.items() and PYTHON.exists()
    _say(f"{'Adding to' if adding else 'Setting up'} the environment in .venv (once, about a minute) …")
    VENV.mkdir(exist_ok=True)
    (VENV / OURS).write_text(UNFINISHED, encoding="utf-8")
    if not adding:
        empty(VENV)
        venv.create(VENV, symlinks=os.name != "nt", with_pip=False)
    _install(ROOT / "requirements" / f"{level}.txt")
    _connect()
    done = VENV / f"{OURS}.new"
    kept = found if adding else {}
    done.write_text(json.dumps(kept | {each: want[each] for each in LEVELS[level]}), encoding="utf-8")
    done.replace(VENV / OURS)
    _say(f"Ready after {time.monotonic() - started:.0f} s.")


def _install(lock: Path) -> None:
    """Install exactly the locked files. Wheels only: a source package would fetch its own build tools, unlocked."""
    quietly = ["-qq", "--no-input", "--disable-pip-version-check"]
    exactly = ["--require-hashes", "--only-binary=:all:", "--no-deps", "-r", str(lock)]
    done = subprocess.run([*_pip(), "install", *quietly, *exactly], check=False)
    if done.returncode:
        sys.exit(f"The packages in {lock.relative_to(ROOT)} could not be installed: see above, then run this again.")


def _pip() -> list[str]:
    """Return what installs into ``.venv``: its own pip, or the one beside a Python that has no ``ensurepip``."""
    if importlib.util.find_spec("ensurepip"):
        with contextlib.suppress(subprocess.CalledProcessError):
            subprocess.run([str(PYTHON), "-m", "ensurepip", "--default-pip"], check=True, stdout=subprocess.DEVNULL)
            return [str(PYTHON), "-m", "pip"]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    sys.exit(f"This Python has neither venv nor pip. On Debian and Ubuntu: sudo apt-get install python{version}-venv")


def _connect() -> None:
    """Put ``src/`` on the environment's path and a ``citewell`` command beside its Python: nothing to install."""
    ask = [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(ask, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout.strip()
    (Path(packages) / "citewell.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    if sys.platform == "win32":
        PYTHON.with_name("citewell.cmd").write_text(f'@"{PYTHON}" -P -m citewell %*\n', encoding="utf-8")
    else:
        command = PYTHON.with_name("citewell")
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -P -m citewell "$@"\n', encoding="utf-8")
        command.chmod(0o755)


def become(command: list[str]) -> NoReturn:
    """Replace this script by ``command``, which gets the terminal, the signals and the exit code."""
    if sys.platform == "win32":
        sys.exit(subprocess.run(command, check=False).returncode)
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606 - no shell, on purpose


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Let one script at a time go on; the lock, a file, ends with the process, however that ends."""
    path.parent.mkdir(exist_ok=True)
    if path.is_symlink():  # git carries links, and what they lead to would be opened
        sys.exit(f"{path} is a link, and these scripts make none there. Remove it, then run this again.")
    with path.open("a") as file:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            while True:
                with contextlib.suppress(OSError):
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl  # noqa: PLC0415 - only there

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    prepare(sys.argv[1] if sys.argv[1:] and sys.argv[1] in LEVELS else "build")
    _say(f"The command is {(PYTHON.parent / 'citewell').relative_to(ROOT)}")
