"""Where the project is, which part of it a command is about, and what day it is."""

from __future__ import annotations

import os
import shlex
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import click

from citewell.errors import ConfigurationError

CONTENT = "content_src"


def find_root(given: Path | None) -> Path:
    """The project's folder: the given one, else the nearest from the working directory upwards.

    Raises ``ConfigurationError`` where there is none.
    """
    if given is not None:
        if not (given / CONTENT).is_dir():
            raise ConfigurationError(
                f"there is no {CONTENT}/ in {given}", "give the folder that contains it with --root"
            )
        return given.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / CONTENT).is_dir():
            return folder
    raise ConfigurationError(
        f"no folder from {here} upwards contains mkdocs.yml and {CONTENT}/",
        "go into the project's folder, or name it with --root",
    )


def relate_paths(root: Path, paths: tuple[Path, ...]) -> tuple[str, ...]:
    """The paths given on the command line, as findings name them: relative to the project, with ``/``.

    Raises ``click.UsageError`` for one that does not exist or is not in the content.
    """
    return tuple(_relate_path(root, path) for path in paths)


def _relate_path(root: Path, path: Path) -> str:
    if not os.path.lexists(path):
        raise click.UsageError(f"there is no file or folder {str(path)!r}{_suggest_article(root, path)}")
    # Not resolved as a whole: a link in the content is a finding of its own, at the place of the link.
    absolute = path.absolute()
    plain = Path(os.path.normpath(absolute))
    for candidate in (plain, plain.parent.resolve() / plain.name):
        if candidate.is_relative_to(root / CONTENT):
            return unicodedata.normalize("NFC", candidate.relative_to(root).as_posix())
    raise click.UsageError(f"{str(path)!r} is not in {CONTENT}/, and nothing else is checked")


def _suggest_article(root: Path, path: Path) -> str:
    """Suggest the article whose folder was named without its path; "" if there is none."""
    article = root / CONTENT / "articles" / path.name
    if path.name in {"", ".."} or not os.path.lexists(article):
        return ""
    return f"; did you mean {shlex.quote(os.path.relpath(article))}?"


def today() -> date:
    """The day here; or, for builds that can be repeated, that of ``SOURCE_DATE_EPOCH`` (seconds since 1970, UTC).

    Source: reproducible-builds.org, "SOURCE_DATE_EPOCH". Raises ``ConfigurationError`` if it is not a number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(f"SOURCE_DATE_EPOCH is {epoch!r}", "it must be seconds since 1970") from error
