"""Parsing what an editor asks for: an identifier or an address, in the spellings that people copy."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.citations.identifiers import (
    BadIdentifier,
    find_identifier_in_url,
    make_identifier_key,
    read_identifier,
)
from citewell.citations.identifiers.detours import find_detour, remove_tracking
from citewell.model.references import IdentifierKind

_ARXIV: Final = re.compile(
    r"(?:arxiv:\s*|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/)"
    r"([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})(?:v[0-9]+)?(?:\.pdf)?/?",
    re.IGNORECASE,
)
_OLD_PUBMED: Final = re.compile(r"https?://(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/([0-9]+)/?(?:[?#].*)?", re.IGNORECASE)
_PUBMED_EXTRA: Final = re.compile(
    r"(https?://(?:pubmed|pmc)\.ncbi\.nlm\.nih\.gov/(?:articles/)?[A-Z0-9]+)/?[?#].*", re.IGNORECASE
)
_SHORT_DOI: Final = re.compile(
    r"(?:doi:\s*)?(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/)?10/([a-z0-9]{2,12})", re.IGNORECASE
)
_LABELLED: Final = re.compile(r"(doi|pmid|pmcid|isbn)(?:-1[03])?(?:\s*:\s*|\s+)(\S.*)", re.IGNORECASE)
_BARE: Final = (
    (re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+"), IdentifierKind.DOI),
    (re.compile(r"(?:dx\.|www\.)?doi\.org/10\.\S+", re.IGNORECASE), IdentifierKind.DOI),
    (re.compile(r"PMC[0-9]+", re.IGNORECASE), IdentifierKind.PMCID),
    (re.compile(r"97[89](?:[ -]?[0-9]){10}"), IdentifierKind.ISBN),
)
_DOI_HOST: Final = re.compile(r"\A(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_EXAMPLES: Final = (
    "give doi:10.1136/bmj.f7095, pmid:23450586, pmcid:PMC10631455, isbn:9781473153059, arXiv:2101.00001 or an address"
)


class LookupRequest(NamedTuple):
    """A request for one work: its identifier in normal form."""

    kind: IdentifierKind
    value: str

    @property
    def label(self) -> str:
        """The identifier as a citation key has it: ``doi:10.…``, or an address."""
        return make_identifier_key(self.kind, self.value)


def parse_lookup_request(text: str) -> LookupRequest | BadIdentifier:
    """The request that a text makes, or what is wrong with it."""
    text = _strip_detour(text.strip())
    arxiv = _ARXIV.fullmatch(text)
    if arxiv:
        return LookupRequest(
            IdentifierKind.DOI, f"10.48550/arxiv.{arxiv[1].lower()}"
        )  # what arXiv registers for its works
    short = _SHORT_DOI.fullmatch(text)
    if short:
        return LookupRequest(
            IdentifierKind.URL, f"https://doi.org/10/{short[1].lower()}"
        )  # its page names the whole DOI
    named = _find_identifier(text)
    if named:
        return _check_identifier(*named)
    if re.match(r"https?://", text, re.IGNORECASE):
        return _parse_address(text)
    return _explain_unknown(text)


def _strip_detour(text: str) -> str:
    """An address without a leading proxy or search engine and without tracking parameters; other text unchanged."""
    through = find_detour(text)
    return (through.target if through else remove_tracking(text)) or text


def _find_identifier(text: str) -> tuple[IdentifierKind, str] | None:
    """An identifier and its kind, known by a label before it or by its form."""
    old = _OLD_PUBMED.fullmatch(text)
    if old:
        return IdentifierKind.PMID, old[1]
    labelled = _LABELLED.fullmatch(text)
    if labelled:
        kind = IdentifierKind(labelled[1].upper())
        number = kind is IdentifierKind.PMCID and labelled[2].isdecimal()
        return kind, f"PMC{labelled[2]}" if number else _DOI_HOST.sub("", labelled[2])
    kinds = (kind for pattern, kind in _BARE if pattern.fullmatch(text))
    found = next(kinds, None)
    return (found, _DOI_HOST.sub("", text)) if found else None


def _explain_unknown(text: str) -> BadIdentifier:
    if text.isdigit():
        return BadIdentifier(
            "is only a number, which could be anything", advice=f"if it is from PubMed, write pmid:{text}"
        )
    if text.lower().startswith("arxiv"):
        return BadIdentifier("is not an arXiv number", advice="write it like arXiv:2101.00001")
    if re.fullmatch(r"[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?", text):
        found = read_identifier(IdentifierKind.URL, text)
        if isinstance(found, BadIdentifier):
            return found
    return BadIdentifier("is neither an identifier nor an address", advice=_EXAMPLES)


def _parse_address(text: str) -> LookupRequest | BadIdentifier:
    """The work at an address, by an identifier if the address contains one."""
    extra = _PUBMED_EXTRA.fullmatch(text)
    plain = extra[1] if extra else text
    if re.match(r"https?://(?:dx\.|www\.)?doi\.org/10\.", plain, re.IGNORECASE):
        return _check_identifier(IdentifierKind.DOI, re.split(r"[?#]", plain)[0])
    found = find_identifier_in_url(plain)
    if found:
        prefix, value = found.split(":", 1)
        return LookupRequest(IdentifierKind(prefix.upper()), value)
    return _check_identifier(IdentifierKind.URL, text)


def _check_identifier(kind: IdentifierKind, text: str) -> LookupRequest | BadIdentifier:
    found = read_identifier(kind, text)
    if isinstance(found, BadIdentifier) and found.spelling and kind is not IdentifierKind.ISBN:
        found = read_identifier(kind, found.spelling)  # only one spelling is possible
    return found if isinstance(found, BadIdentifier) else LookupRequest(kind, found)
