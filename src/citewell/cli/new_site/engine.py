"""The program that a new site is given: this one, from where it was installed, or another that somebody names.

The program is on no index, so that a site's requirements name a file or an address. pip writes down where a package
was installed from. Source: the Python packaging user guide, "Recording the direct URL origin" (PEP 610).
"""

from __future__ import annotations

import hashlib
import json
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from citewell.cli.new_site.wheel import WHEEL_NAME, pack_checkout, pack_installation
from citewell.errors import CannotWrite, ConfigurationError, reason
from citewell.installation import find_checkout, find_lock

REQUIREMENTS: Final = "requirements.txt"
ENGINE: Final = "engine.txt"
WHEELS: Final = "wheels"
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]+://")
_WHEEL: Final = re.compile(r"citewell-[\w.]+-py3-none-any\.whl")


class Engine(NamedTuple):
    """The files by which a site gets the program, by their paths in the site's folder."""

    files: dict[str, bytes]


def find_engine() -> Engine:
    """This program, from where it was installed. Raises ``CannotWrite`` if a file of it cannot be read."""
    try:
        installed = _find_installation()
        if installed is None:
            checkout = find_checkout()
            assert checkout is not None, "what is not installed runs from a checkout"
            return _take_wheel(WHEEL_NAME, pack_checkout(checkout))
        origin = json.loads(installed.read_text("direct_url.json") or "{}")
        return find_origin(origin) or _take_wheel(WHEEL_NAME, pack_installation(installed))
    except OSError as error:
        raise CannotWrite(f"the program cannot be copied ({reason(error)})", "name it with --engine") from error


def read_engine(named: str) -> Engine:
    """The program that somebody names: a wheel's file, the address of one with its digest, or a git address.

    Raises ``ConfigurationError`` for what is none of these.
    """
    if named.startswith("git+"):
        address, _, commit = named.partition("#")[0].rpartition("@")
        if not _COMMIT.fullmatch(commit):
            raise ConfigurationError(
                f"--engine {named} does not say which commit",
                "write @ and all 40 digits of the commit after the address",
            )
        return _name_commit(address, commit)
    if _SCHEME.match(named):
        address, _, digest = named.partition("#sha256=")
        if not _SHA256.fullmatch(digest):
            raise ConfigurationError(
                f"--engine {named} has no digest", "write #sha256= and the file's 64 digits after the address"
            )
        return _name_archive(address, digest)
    file = Path(named)
    if not _WHEEL.fullmatch(file.name):
        raise ConfigurationError(f"--engine {named} is not a wheel of Citewell", f"it is called {WHEEL_NAME}, say")
    try:
        return _take_wheel(file.name, file.read_bytes())
    except OSError as error:
        raise ConfigurationError(f"--engine {named} cannot be read ({reason(error)})") from error


def belongs_to_engine(path: str) -> bool:
    """Whether a site gets the program by the file at this path of its folder."""
    return path in {REQUIREMENTS, ENGINE} or path.startswith(f"{WHEELS}/")


def _find_installation() -> Distribution | None:
    """What pip knows of this program; ``None`` where it runs from a checkout, however it got onto the path."""
    if find_checkout():
        return None
    try:
        return distribution("citewell")
    except PackageNotFoundError:
        return None


def find_origin(origin: dict[str, Any]) -> Engine | None:
    """The address that pip wrote down, or the file of it; ``None`` where neither can be named again."""
    address = str(origin.get("url", ""))
    if vcs := origin.get("vcs_info"):
        return _name_commit(f"{vcs['vcs']}+{address}", vcs["commit_id"])
    archive = origin.get("archive_info", {})
    digest = archive.get("hashes", {}).get("sha256") or archive.get("hash", "").removeprefix("sha256=")
    if not digest:
        return None
    if not address.startswith("file:"):
        return _name_archive(address, digest)
    file = Path(url2pathname(unquote(urlsplit(address).path)))
    if not (_WHEEL.fullmatch(file.name) and file.is_file()):
        return None
    data = file.read_bytes()
    return _take_wheel(file.name, data) if hashlib.sha256(data).hexdigest() == digest else None


def _take_wheel(name: str, data: bytes) -> Engine:
    """A wheel goes into the site itself, and the requirements name it there."""
    line = f"./{WHEELS}/{name} --hash=sha256:{hashlib.sha256(data).hexdigest()}"
    return Engine({f"{WHEELS}/{name}": data, REQUIREMENTS: _lock(line)})


def _name_archive(address: str, digest: str) -> Engine:
    return Engine({REQUIREMENTS: _lock(f"{address} --hash=sha256:{digest}")})


def _name_commit(address: str, commit: str) -> Engine:
    """What git holds has no digest that pip could compare, so it is in a file of its own, by its commit."""
    remark = "# Citewell itself, by its commit: scripts/environment.py installs it beside requirements.txt.\n"
    return Engine({ENGINE: f"{remark}{address}@{commit}\n".encode(), REQUIREMENTS: _lock("")})


def _lock(engine: str) -> bytes:
    """The requirements of a site: the program, if it has a digest, and the packages that it was tested with."""
    head = '# What the site is built with; scripts/environment.py installs it. "citewell upgrade" renews it.\n'
    packages = find_lock("build").read_text(encoding="utf-8")
    return f"{head}{engine}\n{packages}".replace("\n\n", "\n").encode()
