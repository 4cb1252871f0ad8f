"""The pages as their editors want to see them before readers do: drafts too, each with what the check found in it.

Only a preview asks for these: a build leaves drafts out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from citewell.diagnostics import Diagnostic, Severity
from citewell.markup import text
from citewell.messages import Words
from citewell.model.addresses import HOME
from citewell.model.article import PublicationStatus
from citewell.model.facts import Card
from citewell.render import finish_document, site_pages
from citewell.render.headings import heading
from citewell.render.items import article_items
from citewell.render.page import Page, PageParts
from citewell.render.site_map import SiteIndex

# With more findings than this the page itself would be far down: they are folded away under their number.
MOST_SHOWN: Final = 6


def preview_pages(
    site_map: SiteIndex, documents: Iterable[tuple[Card, PageParts]], diagnostics: Iterable[Diagnostic]
) -> tuple[Page, ...]:
    """Every page of the site, and one for each draft; the home page leads to the drafts.

    A page says at its top whether it is a draft, and what is still to be done on it.
    """
    made = {page.path: page for page in site_pages(site_map)}
    found: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        found.setdefault(each.location.path, []).append(each)
    shared = site_map.facts.site.shared
    used: set[str] = set()
    for card, parts in documents:
        page = finish_document(parts, card, site_map)
        paths = [card.path, *(shared[name].source.path for name in card.shared)]
        used.update(paths)
        own = [each for path in paths for each in found.get(path, ())]
        made[page.path] = _with_findings(page, own, site_map.words, card)
    rest = [each for path, left in found.items() if path not in used for each in left]
    drafts = [each for each in site_map.facts.documents if each.status is PublicationStatus.DRAFT]
    home = made[PurePosixPath(HOME) / "index.md"]
    home = _with_findings(_with_drafts(home, drafts, site_map.words), rest, site_map.words)
    return tuple((made | {home.path: home}).values())


def _with_drafts(home: Page, drafts: Sequence[Card], words: Words) -> Page:
    """The home page with its drafts, below its first words."""
    if not drafts:
        return home
    title, lead, rest = home.body.split("\n\n", 2)
    listed = (heading(2, words("preview.drafts"), "drafts"), article_items(HOME, drafts, words))
    return replace(home, body="\n\n".join((title, lead, *listed, rest)))


def _with_findings(page: Page, diagnostics: Iterable[Diagnostic], words: Words, card: Card | None = None) -> Page:
    """A page of which the theme says whether it is a draft, and what was found; its text stays what it is.

    ``card`` is that of the page; ``None`` for findings in files that belong to no page.
    """
    draft = card is not None and card.status is PublicationStatus.DRAFT
    found = sorted(diagnostics, key=lambda each: (each.severity is not Severity.ERROR, each.sort_key))
    if not draft and not found:
        return page
    where = "preview.found_elsewhere" if card is None else "preview.found_on_the_page"
    own: dict[str, object] = {
        "draft": draft,
        "summary": text(words(where, found=_sum(found, words))),
        "few": len(found) <= MOST_SHOWN,
        "findings": [text(_describe_finding(each, words, card)) for each in found],
    }
    own_matter = page.front_matter["citewell"]
    assert isinstance(own_matter, dict), "Meta writes it"
    return replace(page, front_matter={**page.front_matter, "citewell": {**own_matter, "preview": own}})


def _sum(found: Sequence[Diagnostic], words: Words) -> str:
    """How much is still to be done."""
    errors = sum(each.severity is Severity.ERROR for each in found)
    counts = (("preview.errors", errors), ("preview.warnings", len(found) - errors))
    named = [words.counted(name, count) for name, count in counts if count]
    return words.listed(named) if named else words("preview.nothing")


def _describe_finding(found: Diagnostic, words: Words, card: Card | None) -> str:
    """A finding in a line, with its file unless that is the page's own."""
    own = card is not None and found.location.path == card.path
    place = words("preview.line", line=found.location.line) if own else str(found.location)
    said = "preview.finding_with_hint" if found.hint else "preview.finding"
    return words(said, place=place, message=found.message, hint=found.hint)
