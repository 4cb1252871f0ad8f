"""The extras of ``pyproject.toml``: what each brings, and how to get it where the program is installed."""

from __future__ import annotations

import os
import shlex
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from citewell.errors import ExtraMissing
from citewell.installation import find_checkout, find_lock


class Extra(NamedTuple):
    """An extra: its packages, as they are imported, who needs them, what works without, and a checkout's script."""

    packages: tuple[str, ...]
    user: str
    without: str
    script: str


#: By name. Each has a lock file of that name, but for ``search``, which is in that of the build.
EXTRAS: Final = {
    "audit": Extra(
        ("axe_playwright_python", "playwright"), "this command", "a build needs none of them", "scripts/audit.py"
    ),
    "evidence": Extra(
        ("bibtexparser", "hishel", "httpx", "pypdf", "rapidfuzz", "trafilatura"),
        "this command",
        "a build needs none of them",
        "scripts/refs.py",
    ),
    "imports": Extra(
        ("mammoth",),
        "reading Word documents",
        "pages, Markdown and text need none of them",
        "scripts/import.py",
    ),
    "report": Extra(
        ("matplotlib",), "this command", "the report as JSON (--format json) needs none of them", "scripts/report.py"
    ),
    "search": Extra(
        ("pagefind", "pagefind_bin"),
        "the search",
        "or write `search: false` in content_src/site.yml",
        "scripts/build.py",
    ),
}


def require_extra(name: str) -> None:
    """Raise ``ExtraMissing`` unless every package of an extra is installed; none is imported for that."""
    extra = EXTRAS[name]
    missing = [each for each in extra.packages if find_spec(each) is None]
    if missing:
        message = f"{extra.user} needs packages that are not installed: {', '.join(missing)}"
        raise ExtraMissing(message, f"{describe_installation(name)}; {extra.without}")


def describe_installation(name: str) -> str:
    """How to get an extra: the script of a checkout, or the pip that belongs to this Python with the lock file."""
    if find_checkout():
        return f"python3 {EXTRAS[name].script} installs them"
    lock = _shorten(find_lock("build" if name == "search" else name))
    if find_spec("pip") is None:  # uv makes environments without it
        return f"install what {lock} lists"
    return f"install them: {_shorten(Path(sys.executable))} -m pip install --require-hashes -r {lock}"


def _shorten(path: Path) -> str:
    """A path to type here: from the working directory if it is below, in quotation marks if it needs them."""
    here = Path.cwd()
    text = str(path.relative_to(here) if path.is_relative_to(here) else path)
    if os.name == "nt":
        return f'"{text}"' if " " in text else text
    return shlex.quote(text)
