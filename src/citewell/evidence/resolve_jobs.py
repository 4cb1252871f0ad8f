"""Which references are looked up, and what is asked about each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from citewell.citations.identifiers import find_identifier_in_url, make_identifier_url
from citewell.citations.reference_status import Standing
from citewell.evidence.services.addresses import service_address
from citewell.model.evidence import SEEN, LockedReference, Notice
from citewell.model.references import IdentifierKind, Reference
from citewell.model.site import EvidenceSettings

#: Hosts whose addresses are made to redirect, so that leading elsewhere is no news.
_REDIRECTORS: Final = frozenset(
    "doi.org dx.doi.org hdl.handle.net n2t.net purl.org identifiers.org w3id.org nbn-resolving.org urn.fi".split()
)


class Link(NamedTuple):
    """The address of a work: its own, or with ``behind`` that of an identifier (``DOI 10.1/x``)."""

    address: str
    behind: str = ""

    @property
    def host(self) -> str:
        """The host with its port, or nothing."""
        try:
            return urlsplit(self.address).netloc.lower()
        except ValueError:  # of what is no address: whoever asks for it will say so
            return ""

    @property
    def redirector(self) -> bool:
        """Whether the address is made to redirect."""
        return self.behind.startswith("DOI ") or self.host in _REDIRECTORS


@dataclass(frozen=True, slots=True)
class Subject:
    """A reference to look up: what is known of it as it stands, its pinned quotes, and its address if it has one.

    ``identifiers`` are its own in normal form, and the one that its address stands for. ``notices`` are those known of
    its work, also where the reference was changed since.
    """

    reference: Reference
    before: LockedReference | None
    quotes: tuple[str, ...]
    identifiers: Mapping[IdentifierKind, str]
    link: Link | None
    notices: tuple[Notice, ...] = ()

    @property
    def key(self) -> str:
        return self.reference.key

    def identifier(self, kind: IdentifierKind) -> str:
        """An identifier in normal form, or nothing."""
        return self.identifiers.get(kind, "")


def due(
    standings: Iterable[Standing],
    settings: EvidenceSettings,
    today: date,
    named: Collection[str] = (),
    again: bool = False,
) -> Iterator[Subject]:
    """The references whose time has come; those that are ``named`` at any time, and ``again`` all of them.

    With names, only those are looked up.
    """
    for each in standings:
        if named and each.reference.key not in named:
            continue
        if again or named or _is_due(each, settings.recheck_after, today):
            yield _subject(each, settings)


def _subject(standing: Standing, settings: EvidenceSettings) -> Subject:
    """What is asked about a reference."""
    reference = standing.reference
    given = reference.fields.get("URL", "").strip()
    behind = _behind(given)
    identifiers = {**({behind[0]: behind[1]} if behind else {}), **reference.identifiers}
    link = _link(given, behind, identifiers, settings, bool(standing.pinned))
    return Subject(reference, standing.locked, standing.pinned, identifiers, link, standing.notices)


def _is_due(standing: Standing, recheck_after: int, today: date) -> bool:
    """Whether there is something to ask today: nothing is asked twice on one day without a new question."""
    locked = standing.locked
    if locked is None or any(locked.quote(words) is None for words in standing.pinned):
        return True
    age = (today - locked.checked).days
    if age < -1:  # no time zone is so far ahead: some clock was wrong, and waiting for its day could take years
        return True
    return age >= (max(recheck_after, 1) if locked.verdict in SEEN else 1)


def _behind(address: str) -> tuple[IdentifierKind, str] | None:
    """The DOI, PMID or PMCID that an address stands for."""
    kind, _, value = (find_identifier_in_url(address) or "").partition(":")
    return (IdentifierKind(kind.upper()), value) if value else None


def _link(
    given: str,
    behind: tuple[IdentifierKind, str] | None,
    identifiers: Mapping[IdentifierKind, str],
    settings: EvidenceSettings,
    pinned: bool,
) -> Link | None:
    """Where a work is found: at its own address, else at that of its DOI, PMID or PMCID.

    For the last two the service alone is asked, as their page is its record, unless quotes want that page's text.
    """
    doi = identifiers.get(IdentifierKind.DOI)
    if doi and (not given or (behind and behind[0] is IdentifierKind.DOI)):
        return _doi_link(behind[1] if behind else doi, settings)
    if given:
        return Link(identifiers.get(IdentifierKind.URL, given), label(*behind) if behind else "")
    kind = next((kind for kind in (IdentifierKind.PMID, IdentifierKind.PMCID) if kind in identifiers), None)
    return (
        Link(make_identifier_url(kind, identifiers[kind]), label(kind, identifiers[kind])) if kind and pinned else None
    )


def _doi_link(doi: str, settings: EvidenceSettings) -> Link:
    """A DOI's address at the site's own resolver, where it names one in place of doi.org."""
    path = urlsplit(make_identifier_url(IdentifierKind.DOI, doi)).path
    return Link(service_address(settings, "doi") + path, label(IdentifierKind.DOI, doi))


def label(kind: IdentifierKind, value: str) -> str:
    """An identifier as people are told of it: ``DOI 10.1/x``, ``PMID 1``; a PMCID says itself what it is."""
    return value if kind is IdentifierKind.PMCID else f"{kind} {value}"
