"""Identifiers: reading them as editors type them, comparing them, and the addresses they lead to.

One file a kind says what is well formed and what the normal form is. The checks are our own: idutils keeps a DOI's
case, accepts ``10.12/x``, calls an ISBN with a wrong digit a "gnd", and takes 0.4 s to import.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from citewell.citations.identifiers import address, doi, isbn, pubmed
from citewell.citations.identifiers.malformed import BadIdentifier
from citewell.model.references import IdentifierKind

__all__ = [
    "BadIdentifier",
    "find_identifier_in_url",
    "make_identifier_key",
    "make_identifier_url",
    "parse_citation_key",
    "parse_identifier",
    "read_identifier",
    "strip_identifier",
]

_RESOLVED: Final = (IdentifierKind.DOI, IdentifierKind.PMID, IdentifierKind.PMCID)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one kind of identifier is read, where it leads, and what a citation key that is one begins with."""

    read: Callable[[str], str | BadIdentifier]
    url: Callable[[str], str]
    prefix: str


_KINDS: Final[Mapping[IdentifierKind, _Kind]] = {
    IdentifierKind.DOI: _Kind(doi.read_doi, doi.make_doi_url, "doi:"),
    IdentifierKind.PMID: _Kind(pubmed.read_pmid, pubmed.make_pmid_url, "pmid:"),
    IdentifierKind.PMCID: _Kind(pubmed.read_pmcid, pubmed.make_pmcid_url, "pmcid:"),
    IdentifierKind.ISBN: _Kind(isbn.read_isbn, isbn.make_isbn_url, "isbn:"),
    IdentifierKind.URL: _Kind(address.read_url, address.make_url, ""),
}


def read_identifier(kind: IdentifierKind, text: str) -> str | BadIdentifier:
    """The normal form of an identifier as typed, or what is wrong with it."""
    return _KINDS[kind].read(text)


def parse_identifier(kind: IdentifierKind, text: str) -> str | None:
    """The normal form of an identifier as typed; ``None`` when it is malformed."""
    found = read_identifier(kind, text)
    return found if isinstance(found, str) else None


def strip_identifier(kind: IdentifierKind, text: str, normal: str) -> str:
    """A well-formed identifier as typed, without address, label and spaces around it; ``normal`` is its normal form.

    Its own letters stay: publishers print DOIs in both cases and ISBNs with hyphens. Of an address, the scheme and host
    become lower case.
    """
    stripped = text.strip()
    if kind is IdentifierKind.ISBN:
        return isbn.remove_label(stripped)
    if kind is IdentifierKind.URL:
        return address.lower_host(stripped)
    own = stripped[-len(normal) :]
    return own if kind is IdentifierKind.DOI and own.lower() == normal else normal


def make_identifier_url(kind: IdentifierKind, value: str) -> str:
    """Where an identifier in normal form leads."""
    return _KINDS[kind].url(value)


def make_identifier_key(kind: IdentifierKind, value: str) -> str:
    """An identifier in normal form as ``Bibliography.by_identifier`` lists it: ``doi:10.…``, or an address as it is."""
    return _KINDS[kind].prefix + value


def parse_citation_key(key: str) -> str | None:
    """A citation key that is an identifier, as ``Bibliography.by_identifier`` lists it.

    ``None`` when it is a plain key or the identifier is malformed. An address stays one, even one of doi.org.
    """
    lowered = key.lower()
    if lowered.startswith(("https://", "http://")):
        return parse_identifier(IdentifierKind.URL, key)
    for kind, how in _KINDS.items():
        if how.prefix and lowered.startswith(how.prefix):
            value = parse_identifier(kind, key[len(how.prefix) :])
            return make_identifier_key(kind, value) if value else None
    return None


def find_identifier_in_url(given: str) -> str | None:
    """The DOI, PMID or PMCID that an address names, as ``by_identifier`` lists it: ``https://doi.org/10.…`` is a DOI.

    ``None`` for any other address, and for text that is not an address.
    """
    if given.startswith(("https://", "http://")):
        for kind in _RESOLVED:
            value = parse_identifier(kind, given)
            if value is not None:
                return make_identifier_key(kind, value)
    return None
