"""Write the folder of a new site, whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Template
from typing import Final

from citewell import __version__
from citewell.cli.new_site.answers import SiteAnswers, make_values
from citewell.cli.new_site.engine import Engine
from citewell.errors import CannotWrite, ConfigurationError, reason
from citewell.project import BRAND_FOLDER, CONTENT

STARTER: Final = Path(__file__).resolve().parents[2] / "starter"
#: Which files the program wrote, and what was in them.
RECORD: Final = ".citewell-starter.json"
#: Hidden files have this before their name in the starter, so that no program minds them there.
_HIDDEN: Final = "dot-"
#: The files of the starter that have places to fill in.
_FILLED: Final = frozenset({"site.yml", "article.md", "README.md"})


def refuse_full_folder(folder: Path) -> None:
    """Raise ``ConfigurationError`` unless the folder is empty or not there yet."""
    try:
        there = os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise ConfigurationError(f"{folder} cannot be read ({reason(error)})") from error
    if there or folder.is_symlink():
        raise ConfigurationError(
            f"{folder} is already there and not an empty folder", "choose another name; nothing was written"
        )
    if folder.resolve() == Path.cwd():
        raise ConfigurationError("the new site cannot take the place of the folder you are in", "name another one")


def make_site_files(answers: SiteAnswers, engine: Engine, day: date) -> dict[str, bytes]:
    """Every file of the new site, by its path in the site's folder. Raises ``OSError`` if a file cannot be read."""
    values = {**make_values(answers), "today": day.isoformat()}
    files = {path: data for path, data in _read_starter(values) if path.startswith(f"{CONTENT}/")}
    if answers.logo:
        files[f"{BRAND_FOLDER}/logo{answers.logo.suffix.lower()}"] = answers.logo.read_bytes()
    kept = make_kept_files(answers.name, engine)
    return {**files, **kept, RECORD: record_files(kept)}


def make_kept_files(name: str, engine: Engine) -> dict[str, bytes]:
    """The files around the content, which a newer program can renew: scripts, settings of services, requirements.

    ``name`` is what the site is called. Raises ``OSError`` if a file cannot be read.
    """
    files = {path: data for path, data in _read_starter({"title": _escape(name)}) if not path.startswith(f"{CONTENT}/")}
    return {**files, **engine.files}


def record_files(files: Mapping[str, bytes]) -> bytes:
    """What the program wrote, by digests, so that it never renews a file that the site's team has changed."""
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())}
    return f"{json.dumps({'citewell': __version__, 'files': digests}, indent=2)}\n".encode()


def _read_starter(values: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The files of the starter with their places filled in, by their paths in a site."""
    for path in sorted(STARTER.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            data = path.read_bytes()
            if path.name in _FILLED:
                data = Template(data.decode()).safe_substitute(values).encode()
            parts = path.relative_to(STARTER).parts
            hidden = (f".{part.removeprefix(_HIDDEN)}" if part.startswith(_HIDDEN) else part for part in parts)
            yield "/".join(hidden), data


@contextlib.contextmanager
def write_site_beside(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Write a site beside its place, for the caller to check and then to put there; what was not is removed.

    Raises ``CannotWrite`` if the system refuses.
    """
    beside = folder.with_name(f".{folder.name}.{secrets.token_hex(6)}")
    try:
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                path = beside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                if data.startswith(b"#!"):
                    path.chmod(0o755)
        except OSError as error:
            raise CannotWrite(f"{folder} cannot be written ({reason(error)})") from error
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def put_in_place(beside: Path, folder: Path) -> None:
    """Give a written site its name, in one step. Raises ``CannotWrite`` if the system refuses."""
    try:
        if folder.is_dir():
            folder.rmdir()  # empty, or the system refuses: it may have been filled meanwhile
        beside.rename(folder)
    except OSError as error:
        raise CannotWrite(f"{folder} cannot be written ({reason(error)})") from error


def _escape(text: str) -> str:
    """A text as Markdown shows it, whatever characters it has. Source: CommonMark 0.31.2, "Backslash escapes"."""
    return "".join(f"\\{each}" if each in r"\`*_{}[]<>#|$&" else each for each in text)
