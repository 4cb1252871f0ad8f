"""Which references are resolved, and what is asked about each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from citewell.citations.identifiers import find_identifier_in_url, make_identifier_url
from citewell.citations.reference_status import ReferenceStatus
from citewell.evidence.services import service_address
from citewell.model.evidence import SEEN, LockedReference, Notice
from citewell.model.references import IdentifierKind, Reference
from citewell.model.site import EvidenceSettings

#: Hosts whose addresses are meant to redirect, so that leading elsewhere is normal.
_REDIRECTORS: Final = frozenset(
    "doi.org dx.doi.org hdl.handle.net n2t.net purl.org identifiers.org w3id.org nbn-resolving.org urn.fi".split()
)


class WorkLink(NamedTuple):
    """The address of a work: its own, or that of an ``identifier`` (``DOI 10.1/x``)."""

    address: str
    identifier: str = ""

    @property
    def host(self) -> str:
        """The host with its port, or ""."""
        try:
            return urlsplit(self.address).netloc.lower()
        except ValueError:  # an invalid URL is reported when it is requested
            return ""

    @property
    def redirector(self) -> bool:
        """Whether the address is meant to redirect."""
        return self.identifier.startswith("DOI ") or self.host in _REDIRECTORS


@dataclass(frozen=True, slots=True)
class ResolveJob:
    """A reference to resolve: its current lock entry, its pinned quotes, and its address if it has one.

    ``identifiers`` are its own in normal form, and the one in its address. ``notices`` are those known of
    its work, also where the reference was changed since.
    """

    reference: Reference
    before: LockedReference | None
    quotes: tuple[str, ...]
    identifiers: Mapping[IdentifierKind, str]
    link: WorkLink | None
    notices: tuple[Notice, ...] = ()

    @property
    def key(self) -> str:
        return self.reference.key

    def identifier(self, kind: IdentifierKind) -> str:
        """An identifier in normal form, or ""."""
        return self.identifiers.get(kind, "")


def list_due_jobs(
    list_statuses: Iterable[ReferenceStatus],
    settings: EvidenceSettings,
    today: date,
    named: Collection[str] = (),
    again: bool = False,
) -> Iterator[ResolveJob]:
    """The references that are due; those in ``named`` are always, and with ``again`` all are.

    With names, only those are resolved.
    """
    for each in list_statuses:
        if named and each.reference.key not in named:
            continue
        if again or named or _is_due(each, settings.recheck_after, today):
            yield _make_job(each, settings)


def _make_job(status: ReferenceStatus, settings: EvidenceSettings) -> ResolveJob:
    """What is asked about a reference."""
    reference = status.reference
    given = reference.fields.get("URL", "").strip()
    in_address = _find_identifier_of_address(given)
    identifiers = {**({in_address[0]: in_address[1]} if in_address else {}), **reference.identifiers}
    link = _choose_link(given, in_address, identifiers, settings, bool(status.pinned))
    return ResolveJob(reference, status.locked, status.pinned, identifiers, link, status.notices)


def _is_due(status: ReferenceStatus, recheck_after: int, today: date) -> bool:
    """Whether a reference is due today: without a new quote, none is resolved twice on one day."""
    locked = status.locked
    if locked is None or any(locked.quote(words) is None for words in status.pinned):
        return True
    age = (today - locked.checked).days
    if age < -1:  # no time zone is so far ahead: some clock was wrong, and waiting for its day could take years
        return True
    return age >= (max(recheck_after, 1) if locked.verdict in SEEN else 1)


def _find_identifier_of_address(address: str) -> tuple[IdentifierKind, str] | None:
    """The DOI, PMID or PMCID in an address."""
    kind, _, value = (find_identifier_in_url(address) or "").partition(":")
    return (IdentifierKind(kind.upper()), value) if value else None


def _choose_link(
    given: str,
    in_address: tuple[IdentifierKind, str] | None,
    identifiers: Mapping[IdentifierKind, str],
    settings: EvidenceSettings,
    pinned: bool,
) -> WorkLink | None:
    """Where a work is found: at its own address, else at that of its DOI, PMID or PMCID.

    For the last two the service alone is asked, as their page is its record, unless quotes want that page's text.
    """
    doi = identifiers.get(IdentifierKind.DOI)
    if doi and (not given or (in_address and in_address[0] is IdentifierKind.DOI)):
        return _link_to_doi(in_address[1] if in_address else doi, settings)
    if given:
        return WorkLink(identifiers.get(IdentifierKind.URL, given), label_identifier(*in_address) if in_address else "")
    kind = next((kind for kind in (IdentifierKind.PMID, IdentifierKind.PMCID) if kind in identifiers), None)
    return (
        WorkLink(make_identifier_url(kind, identifiers[kind]), label_identifier(kind, identifiers[kind]))
        if kind and pinned
        else None
    )


def _link_to_doi(doi: str, settings: EvidenceSettings) -> WorkLink:
    """A DOI's address at doi.org, or at the resolver that the site uses in its place."""
    path = urlsplit(make_identifier_url(IdentifierKind.DOI, doi)).path
    return WorkLink(service_address(settings, "doi") + path, label_identifier(IdentifierKind.DOI, doi))


def label_identifier(kind: IdentifierKind, value: str) -> str:
    """An identifier as people read it: ``DOI 10.1/x``, ``PMID 1``; a PMCID contains its own label."""
    return value if kind is IdentifierKind.PMCID else f"{kind} {value}"
