"""Which part of the project a command is about, and what day it is."""

from __future__ import annotations

import os
import shlex
import unicodedata
from datetime import UTC, date, datetime
from pathlib import Path

import click

from citewell.errors import ConfigurationError
from citewell.project import CONTENT, Project


def locate_in_content(project: Project, paths: tuple[Path, ...]) -> tuple[str, ...]:
    """The paths that somebody typed, as findings name them: relative to the project, with ``/``.

    Raises ``click.UsageError`` for one that does not exist or is not in the content.
    """
    return tuple(_locate(project, path) for path in paths)


def _locate(project: Project, path: Path) -> str:
    if not os.path.lexists(path):
        raise click.UsageError(f"there is no file or folder {str(path)!r}{_suggest_article(project, path)}")
    # Not resolved as a whole: a link in the content is a finding of its own, at its own place.
    absolute = path.absolute()
    plain = Path(os.path.normpath(absolute))
    for candidate in (plain, plain.parent.resolve() / plain.name):
        if candidate.is_relative_to(project.content):
            return unicodedata.normalize("NFC", candidate.relative_to(project.root).as_posix())
    raise click.UsageError(f"{str(path)!r} is not in {CONTENT}/, and nothing else is checked")


def _suggest_article(project: Project, path: Path) -> str:
    """A hint where somebody typed the name of an article's folder without its path."""
    article = project.articles / path.name
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
