"""Cited sentences are word for word in several articles.

The person who corrects one of them has to find the others, and sooner or later one says something else. A text that is
written once is checked, reviewed and corrected once.

Fix it by writing the block once, in `content_src/shared/`: `citewell share ARTICLE:LINE` does so in all articles at
once, and `citewell help write` explains it. This is only advice: a short sentence may well be in two articles.

Wrong: eight articles with the same emergency card.

Right: `content_src/shared/emergency-back-pain.md`, and `:::{use} emergency-back-pain` in each of the eight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from citewell.citations.repeated_sentences import RepeatedPassage, find_repeated_passages
from citewell.diagnostics import Location, Severity
from citewell.model.site import Site
from citewell.project import SHARED_FOLDER
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule

_NAMED: Final = 3  # places that are named; of the others the number is enough


@site_rule("ART060", Severity.ADVICE)
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Each passage that is in several articles, at its first place."""
    for passage in find_repeated_passages(context.facts.documents):
        first, *more = passage.sentences
        what = f"these {len(more) + 1} sentences are" if more else "this sentence is"
        others = [each.place for each in passage.elsewhere]
        where = f"{len(others)} other articles" if len(others) > 1 else "another article"
        yield Finding(
            first.place,
            f'{what} also in {where} ({name_places(others)}): "{shortened(first.claim.text)}"',
            _suggest(passage),
        )


def _suggest(passage: RepeatedPassage) -> str:
    """How to write it once: with the shared text that has it already, if there is one."""
    places = [passage.sentences[0].place, *(each.place for each in passage.elsewhere)]
    shared = next((place.path for place in places if place.path.startswith(f"{SHARED_FOLDER}/")), None)
    if shared:
        return f"use the shared text in the other places, too: :::{{use}} {PurePosixPath(shared).stem}"
    return f"write the block once: citewell share {name_line(places[0])} --dry-run shows how"


def name_places(places: Sequence[Location]) -> str:
    """The first places, and how many more there are."""
    named = ", ".join(map(name_line, places[:_NAMED]))
    return f"{named} and {len(places) - _NAMED} more" if len(places) > _NAMED else named


def name_line(place: Location) -> str:
    """A place by its file and line, as ``citewell share`` takes it."""
    return f"{place.path}:{place.line}"
