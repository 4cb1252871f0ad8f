"""What a site publishes besides its pages, one output a module, and the walk that finds them.

A module below this folder is an output when it has a ``NAME``; adding a file is all it takes. It offers one or more of
``files(index)``, ``head_links(index)`` (``FileOutput``, ``LinkOutput``: both are part of ``docs/``, so plain MkDocs
publishes them, too) and ``add_to_site(staged)`` (``StagedOutput``: it needs the built pages). It may have
``is_wanted(facts)`` and ``require(site)``; without them it is always made and needs nothing.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from citewell.result_store import ResultStore

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from citewell.model.facts import SiteFacts
    from citewell.render.page import HeadLink
    from citewell.render.site_map import SiteIndex


@dataclass(frozen=True, slots=True)
class StagedSite:
    """A site as the engine built it, before it is verified and published.

    ``folder`` holds its files, ``index`` is the content that was rendered, ``work`` is a folder in which an output may
    keep files from one build to the next, ``store`` keeps values.
    """

    folder: Path
    index: SiteIndex
    work: Path
    store: ResultStore = field(default_factory=ResultStore)


class Output(Protocol):
    """What every output has: its name, which is that of its stage in a build."""

    NAME: str


@runtime_checkable
class FileOutput(Output, Protocol):
    """An output that is made from the content alone."""

    def files(self, index: SiteIndex) -> Mapping[PurePosixPath, bytes]:
        """The content of each file, by its path on the site."""


@runtime_checkable
class LinkOutput(Output, Protocol):
    """An output to which the heads of pages lead."""

    def head_links(self, index: SiteIndex) -> Iterable[HeadLink]:
        """The links."""


@runtime_checkable
class StagedOutput(Output, Protocol):
    """An output that needs the built pages. It is in a preview, too, if the module says ``IN_PREVIEW = True``."""

    def add_to_site(self, staged: StagedSite) -> str:
        """Write it into ``staged.folder``, and return what the stage reports, in a few words.

        Raises a ``CitewellError`` if it cannot be made; nothing is published then.
        """


@cache
def discover() -> tuple[Output, ...]:
    """Every output, in the order of their names."""
    names = (entry.name for entry in pkgutil.walk_packages(__path__, f"{__name__}."))
    found = (module for module in map(import_module, names) if hasattr(module, "NAME"))
    return tuple(sorted(found, key=lambda output: output.NAME))


def prepare_outputs(facts: SiteFacts, *, preview: bool = False) -> tuple[Output, ...]:
    """The outputs that a site wants, once each has said that it can be made; nothing is written before that.

    A ``preview`` has only the outputs that are made for one. Raises ``ConfigurationError`` if what one needs is
    missing.
    """
    wanted = tuple(each for each in discover() if _is_wanted(each, facts, preview))
    for each in wanted:
        if hasattr(each, "require"):
            each.require(facts.site)
    return wanted


def _is_wanted(output: Output, facts: SiteFacts, preview: bool) -> bool:
    if preview and not getattr(output, "IN_PREVIEW", False):
        return False
    return bool(output.is_wanted(facts)) if hasattr(output, "is_wanted") else True


def make_files(outputs: Iterable[Output], index: SiteIndex) -> dict[PurePosixPath, bytes]:
    """The content of each file that is made from the content alone, by its path on the site."""
    made = (output.files(index) for output in outputs if isinstance(output, FileOutput))
    return {path: data for files in made for path, data in files.items()}


def list_head_links(outputs: Iterable[Output], index: SiteIndex) -> tuple[HeadLink, ...]:
    """The links that the heads of pages have to outputs."""
    return tuple(link for output in outputs if isinstance(output, LinkOutput) for link in output.head_links(index))


def select_staged_outputs(outputs: Iterable[Output]) -> Iterator[StagedOutput]:
    """Those of the outputs that need the built pages."""
    return (output for output in outputs if isinstance(output, StagedOutput))
