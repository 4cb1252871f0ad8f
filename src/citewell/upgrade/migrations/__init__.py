"""The migrations, one a module, and the walk that finds them.

A module below this folder is a migration when it has a ``MIGRATION``; adding a file is all it takes. Once a version
with it is released, a migration never changes: it knows a format of the past by names of its own, not by those that the
models have today.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import NamedTuple

from citewell.fixes.save import NewFile
from citewell.model.problems import Replacement
from citewell.upgrade.content_texts import ContentTexts


class Migrated(NamedTuple):
    """What a migration does to a content: places that change, new files, and what is left for a person to do."""

    edits: tuple[Replacement, ...] = ()
    new: tuple[NewFile, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the content format.

    ``to`` is the first format that has it, ``summary`` says in a line what changes, and ``find`` finds where, without
    changing anything.
    """

    to: int
    summary: str
    find: Callable[[ContentTexts], Migrated]


@cache
def discover() -> tuple[Migration, ...]:
    """Every migration, in the order in which they are applied."""
    names = sorted(entry.name for entry in pkgutil.iter_modules(__path__))
    found: list[Migration] = [import_module(f"{__name__}.{name}").MIGRATION for name in names]
    return tuple(sorted(found, key=lambda migration: migration.to))
