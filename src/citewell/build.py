"""The story of one build, from the content to the site in place.

Read, number, check, render, write docs, build, verify, publish. Errors in the content end it before ``docs/`` is
touched, faults of the built pages before ``site/`` is; and whatever else goes wrong, what was published before stays.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from citewell.citations.number import NumberedArticle, number
from citewell.diagnostics import Diagnostic, has_errors
from citewell.model.site import Site
from citewell.rules import check, check_published, discover
from citewell.source.load import load

if TYPE_CHECKING:
    from citewell.site.publish import PublishReport


class Stage(Protocol):
    """A stage while it runs; ``note`` is what it has to say at its end, in a few words."""

    note: str


class Stages(Protocol):
    """Who is told of each stage as it begins and ends."""

    def __call__(self, name: str, /) -> AbstractContextManager[Stage]:
        """Begin the stage of this name."""


class Silent:
    """Stages that nobody watches."""

    note: str

    def __init__(self, _name: str = "") -> None:
        self.note = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Examined:
    """The content as it was read, its sources numbered, and everything that was found in it."""

    site: Site
    numbered: tuple[NumberedArticle, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to.

    ``diagnostics`` are those about the content, then those about the built pages. ``published`` says how the site got
    into place, and is ``None`` when findings kept it from being published. ``warnings`` are MkDocs's own, a line each.
    """

    site: Site
    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    published: PublishReport | None = None
    warnings: tuple[str, ...] = ()


def examine(root: Path, today: date, release: bool = False, stages: Stages = Silent) -> Examined:
    """Read, number and check the content of the project in ``root``.

    ``today`` is what dates are compared with; ``release`` makes errors of what depends on it or on the web. Raises
    ``ContentUnreadable``; what is wrong in the content is a finding.
    """
    with stages("read") as stage:
        site = load(root)
        stage.note = (
            f"{len(site.articles):,} articles, {len(site.pages):,} own pages, "
            f"{len(site.bibliography.references):,} references"
        )
    with stages("number") as stage:
        numbered = tuple(number(document, site.bibliography) for document in site.documents)
        stage.note = f"{sum(len(each.entries) for each in numbered):,} sources"
    with stages("check") as stage:
        diagnostics = check(site, numbered, today, release)
        stage.note = f"{len(discover()):,} rules"
    return Examined(site, numbered, diagnostics)
