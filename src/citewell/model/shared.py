"""Texts that are written once, in ``content_src/shared/``, and used in several articles."""

from __future__ import annotations

from dataclasses import dataclass

from citewell.diagnostics import Location
from citewell.model.blocks import RawBlock
from citewell.model.problems import AnyProblem
from citewell.model.source_location import SourceText


@dataclass(frozen=True, slots=True)
class SharedText:
    """A text to be used in articles: its name, its blocks as Markdown alone sees them, and what was wrong in it."""

    name: str
    source: SourceText
    blocks: tuple[RawBlock, ...] = ()
    problems: tuple[AnyProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedUse:
    """The line of an article that takes in a shared text."""

    location: Location
    shared: SharedText
