"""Make .venv/ from requirements.txt when it is missing or the file has changed; then run Citewell in it."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - so that an older Python says what is wrong
    sys.exit("This site needs Python 3.11 or newer. Run it with one, for example: python3.12 " + sys.argv[0])

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--no-deps"]
FILES = [name for name in ("requirements.txt", "engine.txt") if (ROOT / name).is_file()]
MADE_FROM = VENV / "made-from"  # written last: without it, the environment is made again


def install(*requirements: str) -> None:
    """Install what files name; stop if pip could not."""
    for each in requirements:
        hashed = [] if each == "engine.txt" else ["--require-hashes"]  # a git address has no hash, but a commit
        if subprocess.run([*PIP, *hashed, "-r", each], cwd=ROOT, check=False).returncode:
            sys.exit(f"pip could not install what {each} names; see above.")


def digest_requirements() -> str:
    """Say what an environment must be made from: a digest over the Python, the place and the requirements."""
    held = [sys.version.encode(), str(ROOT).encode(), *((ROOT / name).read_bytes() for name in FILES)]
    return hashlib.sha256(b"\0".join(held)).hexdigest()


def prepare(extra: str = "") -> None:
    """Make the environment, with what an extra of Citewell needs, unless it is there."""
    digest = digest_requirements()
    made = MADE_FROM.read_text(encoding="utf-8").split() if MADE_FROM.is_file() else []
    if made[:1] != [digest]:
        print("Setting up the environment in .venv (once, about a minute) …", file=sys.stderr, flush=True)
        venv.create(VENV, clear=True, with_pip=True)
        install(*FILES)
        made = [digest]
    if extra and extra not in made:
        find = f"from citewell.installation import find_lock; print(find_lock({extra!r}))"
        install(subprocess.check_output([str(PYTHON), "-c", find], text=True, cwd=ROOT).strip())
        made.append(extra)
    MADE_FROM.write_text("\n".join(made), encoding="utf-8")


def run_citewell(*arguments: str, extra: str = "") -> None:
    """Run the command in the site's folder, and end as it ends."""
    prepare(extra)
    try:
        sys.exit(subprocess.run([str(PYTHON), "-m", "citewell", *arguments], cwd=ROOT, check=False).returncode)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    prepare(*sys.argv[1:2])
