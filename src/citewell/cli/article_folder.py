"""The folder of a new article: its name, which is also its address, and whether that is free."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import click

from citewell.project import CONTENT
from citewell.source.file_names import LONGEST_SLUG, is_slug, suggest_slug

if TYPE_CHECKING:
    from pathlib import Path


def name_folder(title: str, slug: str | None) -> str:
    """The name asked for, or as many words of the title as fit. Raises ``click.UsageError``."""
    if slug is not None:
        if is_slug(slug):
            return slug
        near = suggest_slug(slug)
        hint = f'; you could use "{near}"' if near else ""
        raise click.UsageError(f"--slug takes lower-case letters a to z, digits and single hyphens{hint}")
    name = ""
    for word in filter(None, map(suggest_slug, title.split())):
        if len(name) + 1 + len(word) > LONGEST_SLUG:
            break
        name = f"{name}-{word}" if name else word
    if not name:
        raise click.UsageError("no word of the question can be used in an address; choose a name with --slug")
    return name


def refuse_existing(folder: Path) -> None:
    """Refuse a name that is taken, or that some file systems could not tell from one that is.

    Raises ``click.UsageError``, which offers a free name.
    """
    taken = {entry.name.casefold() for entry in folder.parent.iterdir()} if folder.parent.is_dir() else set()
    if folder.name in taken:
        free = next(name for number in count(2) if (name := f"{folder.name}-{number}") not in taken)
        raise click.UsageError(
            f"{CONTENT}/articles/{folder.name} already exists; choose another name with --slug, such as --slug {free}"
        )
