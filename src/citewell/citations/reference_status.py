"""The status of references: the current entry of each, and how much of the content relies on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from citewell.citations.acceptance import find_acceptance, find_notice_acceptance, find_open_notice
from citewell.citations.find_reference import find_reference
from citewell.citations.notices import list_notices
from citewell.citations.number import citations
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.model.article import Article
from citewell.model.evidence import BAD, LOST, LockedQuote, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.references import Reference
from citewell.model.site import Site


@dataclass(frozen=True, slots=True)
class ReferenceStatus:
    """The status of one reference.

    ``locked`` is its entry (``None``: not checked in its current state), ``uses`` how often it is cited, ``claims`` how
    many statements rely on it, ``pinned`` the words of it that they pin. ``notices`` are those about its work.
    """

    reference: Reference
    locked: LockedReference | None
    uses: int = 0
    claims: int = 0
    pinned: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def verdict(self) -> Verdict | None:
        """Its verdict."""
        return self.locked.verdict if self.locked else None

    @property
    def bad(self) -> bool:
        """Whether its verdict is one with which it supports no claim, and no editor has accepted that."""
        locked = self.locked
        return bool(locked and locked.verdict in BAD and not find_acceptance(self.reference, locked, locked.verdict))

    @property
    def troubled(self) -> bool:
        """Whether readers see a problem with it, even an accepted one."""
        return has_problem(self.locked, self.notices, self.lost_quotes)

    @property
    def retraction(self) -> Notice | None:
        """Its retraction, even an accepted one, or ``None``."""
        return next((notice for notice in self.notices if notice.kind is NoticeKind.RETRACTION), None)

    @property
    def notice(self) -> Notice | None:
        """The gravest notice about the work that no editor has accepted."""
        return find_open_notice(self.reference, self.notices)

    @property
    def retracted(self) -> bool:
        """Whether it was retracted, and no editor has accepted that."""
        return self.notice is not None and self.notice.kind is NoticeKind.RETRACTION

    def accepts(self, kind: str) -> bool:
        """Whether editors have accepted every notice of a kind."""
        return all(find_notice_acceptance(self.reference, notice) for notice in self.notices if notice.kind == kind)

    @property
    def lost_quotes(self) -> tuple[LockedQuote, ...]:
        """The pinned words that are no longer on the page as they were pinned."""
        found = (self.locked.quote(words) for words in self.pinned) if self.locked else ()
        return tuple(each for each in found if each and each.verdict in LOST)

    @property
    def needs_an_editor(self) -> bool:
        """Whether a claim has lost its support."""
        return self.bad or self.retracted or bool(self.lost_quotes)


def has_problem(locked: LockedReference | None, notices: Collection[Notice], lost: Collection[LockedQuote]) -> bool:
    """Whether a source has a problem: it supports no claim, there is a notice about it, or pinned words are lost."""
    return bool((locked and locked.for_readers in BAD) or notices or lost)


def list_statuses(site: Site, documents: Iterable[Article]) -> Iterator[ReferenceStatus]:
    """The state of each reference of a site, in the order of the bibliography; citations in drafts count too."""
    uses: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    pinned: dict[str, dict[str, None]] = {}
    for document in documents:
        for item in (item for citation in citations(document) for item in citation.items):
            reference = find_reference(item.key, site.bibliography)
            if reference is None:
                continue
            uses[reference.key] += 1
            words = find_pinned_words(item, reference)
            if words:
                pinned.setdefault(reference.key, {})[words] = None
        for claim in document.claims:
            cited = (find_reference(item.key, site.bibliography) for item in claim.supporting)
            claims.update({reference.key for reference in cited if reference})
    for key, reference in site.bibliography.references.items():
        locked = site.lock.find_entry(reference)
        about = list_notices(reference, site.lock)
        yield ReferenceStatus(reference, locked, uses[key], claims[key], tuple(pinned.get(key, ())), about)
