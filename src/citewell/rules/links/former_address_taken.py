"""A former address of a page is the address of another page.

Only one page can be at an address: the one that has it now, or one that redirects. An address cannot redirect to two
pages either.

Fix it by deleting the line from `redirects`, or by giving the other page another name.

Wrong: `content_src/articles/new-name/article.md` has the line `redirects: old-name`, and there is an article in
`content_src/articles/old-name/`.

Right: the line `redirects: old-name` without that article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citewell.model.addresses import SOURCES, WRITTEN
from citewell.model.article import PublicationStatus
from citewell.model.facts import Card, SiteFacts
from citewell.model.site import Site
from citewell.rules.links.all_links import known_paths
from citewell.rules.rule import Finding, SiteContext, site_rule

_HINT = "delete this line, or give the other page another name"
_OWN_HINT = "delete this line; list only addresses that the page no longer has"


@site_rule("LNK051")
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every former address at which there is a page, this one too, or that leads to another page already."""
    known = known_paths(context.facts)
    taken: dict[str, str] = {}
    for document in _drafts_last(context.facts):
        for former in document.redirects:
            if former.path is None:
                continue
            if known.get(former.path) is document:
                yield Finding(former.location, f'"{former.path}" is the present address of this page', _OWN_HINT)
                continue
            there = _what_is_at(former.path, known)
            if there is None and former.path in taken:
                there = f"already leads to {taken[former.path]}"
            if there is not None:
                yield Finding(former.location, f'the address "{former.path}" {there}', _HINT)
            taken.setdefault(former.path, document.path)


def _drafts_last(facts: SiteFacts) -> list[Card]:
    """All documents; a draft never makes a finding of what is published."""
    return sorted(facts.documents, key=lambda document: document.status is PublicationStatus.DRAFT)


def _what_is_at(path: str, known: Mapping[str, Card | None]) -> str | None:
    """What is at a path now, for the end of a message. A draft is on no page."""
    page = known.get(path)
    if page is not None:
        return None if page.status is PublicationStatus.DRAFT else f"is the address of {page.path}"
    if path in known or path.startswith((SOURCES, *WRITTEN)):
        return "is used by the site itself"
    return None
