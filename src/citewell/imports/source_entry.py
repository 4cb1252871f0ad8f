"""An entry of a list of sources as a reference: only what its words say, and the words themselves kept beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from citewell.citations.identifiers import find_identifier_in_url, parse_identifier
from citewell.evidence.items.normalise import Item, normalise_item
from citewell.imports.source_list import SourceEntry
from citewell.model.references import IdentifierKind

_URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_STRAY_END: Final = re.compile(r"[.,;:!?'’”)\]}]+$")
#: What an identifier looks like in a list of sources; whether it is one, its own file decides.
_IDENTIFIERS: Final = (
    (IdentifierKind.DOI, re.compile(r"\b10\.\d{4,9}/[^\s<>\"“”]+", re.IGNORECASE)),
    (IdentifierKind.PMCID, re.compile(r"\bPMC ?\d{4,9}\b", re.IGNORECASE)),
    (IdentifierKind.PMID, re.compile(r"\bPMID:?\s*(\d{1,8})\b", re.IGNORECASE)),
    (
        IdentifierKind.ISBN,
        re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][ -]?)?[\dX](?:[ -]?[\dX]){8,9})\b", re.IGNORECASE),
    ),
)
_DOMAIN_AT_END: Final = re.compile(r"\s*\((?P<domain>(?:[a-z0-9-]+\.)+[a-z]{2,24})\)\.?$", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"“](?P<title>[^\"“”]{4,300})[\"”]")
_SURELY_TITLE: Final = 3  # a link of more words than "View full article" is on a title
_NAME: Final = r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2} [A-Z]{1,3}"
#: NLM's style (Citing Medicine, 2nd ed.): ``Smith J, Doe AB. Title. Journal. 2013;347(2):1-5.``
_VANCOUVER: Final = re.compile(
    rf"(?P<authors>{_NAME}(?:, {_NAME})*)(?P<more>,? et al)?\.\s+(?P<title>[^.?!]+(?:[.?!](?!\s)[^.?!]*)*[.?!])\s+"
    r"(?P<journal>[^.;]{2,120})\.\s+(?P<year>(?:19|20)\d\d)(?P<month> [A-Z][a-z]{2}(?: \d{1,2})?)?;"
    r"\s?(?P<volume>\d{1,4})?(?:\s?\((?P<issue>[^)]{1,12})\))?(?::\s?(?P<page>[\w–-]+))?"
)
#: APA's style (Publication Manual, 7th ed.): ``Smith, J., & Doe, A. (2013). Title. Journal, 347(2), 1–5.``
_APA_NAME: Final = re.compile(r"([^\W\d_][\w'’ -]{1,40}), ((?:[A-Z]\.[ -]?){1,4})")
_APA: Final = re.compile(
    r"(?P<authors>[^()]{3,300}?)\s*\((?P<year>(?:19|20)\d\d)[^()]{0,20}\)\.\s+(?P<title>[^.?!]+[.?!])\s+"
    r"(?P<journal>[^.,\d]{2,120}), (?P<volume>\d{1,4})(?:\((?P<issue>[^)]{1,12})\))?(?:, (?P<page>[\w–-]+))?"
)


def make_item(entry: SourceEntry) -> Item:
    """The reference that an entry names, without an id. What its words do not say is not in it."""
    raw: dict[str, Any] = dict(_read_identifiers(entry))
    text = _URL.sub("", entry.text).strip()
    raw.update(_read_style(entry.text))
    domain = _DOMAIN_AT_END.search(text)
    if "title" not in raw:
        raw["title"] = _read_title(entry, text[: domain.start()] if domain else text)
    if domain and "container-title" not in raw:
        raw["container-title"] = domain["domain"].lower()
    raw["type"] = _choose_type(raw)
    return normalise_item({name: value for name, value in raw.items() if value}, {"text": entry.text}).item


def _read_identifiers(entry: SourceEntry) -> Iterator[tuple[str, str]]:
    """The identifiers in the words and links of an entry, one of each kind, and its first address."""
    found: dict[IdentifierKind, str] = {}
    addresses = [*entry.links, *(_STRAY_END.sub("", each[0]) for each in _URL.finditer(entry.text))]
    for kind, pattern in _IDENTIFIERS:
        for each in pattern.finditer(entry.text):
            value = _read_identifier(kind, each[1] if each.re.groups else each[0])
            if value:
                found.setdefault(kind, value)
    for address in addresses:
        named = find_identifier_in_url(address)
        if named:
            prefix, value = named.split(":", 1)
            found.setdefault(IdentifierKind(prefix.upper()), value)
        else:
            whole = address if "://" in address else f"https://{address}"
            url = parse_identifier(IdentifierKind.URL, whole)
            if url and url.startswith("http"):
                found.setdefault(IdentifierKind.URL, url)
    for kind, value in found.items():
        yield str(kind), value


def _read_identifier(kind: IdentifierKind, written: str) -> str | None:
    """An identifier as its kind takes it, without the punctuation after it."""
    return parse_identifier(
        kind, _STRAY_END.sub("", written.replace(" ", "") if kind is IdentifierKind.PMCID else written)
    )


def _read_style(text: str) -> dict[str, Any]:
    """The parts of an entry in one of the two usual styles; nothing where it is not surely in one of them."""
    found = _VANCOUVER.match(text)
    if found:
        names = [name.rsplit(" ", 1) for name in found["authors"].split(", ")]
        authors = [
            {"family": family, "given": " ".join(f"{letter}." for letter in initials)} for family, initials in names
        ]
        return _name_parts(found, authors)
    found = _APA.match(text)
    authors = (
        [{"family": name[1].strip(" ,&"), "given": name[2].strip()} for name in _APA_NAME.finditer(found["authors"])]
        if found
        else []
    )
    if found and authors and not re.sub(r"[\s,&.…]|and", "", _APA_NAME.sub("", found["authors"])):
        return _name_parts(found, authors)
    return {}


def _name_parts(found: re.Match[str], authors: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "author": authors,
        "title": found["title"].strip().removesuffix("."),
        "container-title": found["journal"].strip(),
        "issued": found["year"],
        "volume": found["volume"],
        "issue": found["issue"],
        "page": found["page"],
    }


def _read_title(entry: SourceEntry, text: str) -> str:
    """The title: in quotation marks, else the words of the only link, else all words but identifiers."""
    quoted = _QUOTED.search(text)
    if quoted:
        return quoted["title"].strip(" ,.")
    linked = entry.linked_words
    is_title = text.startswith(linked) or len(linked.split()) > _SURELY_TITLE
    if linked and len(entry.links) == 1 and is_title and not any(_list_matches(linked)):
        return linked.strip(" .,;:")
    for _, pattern in _IDENTIFIERS:
        text = pattern.sub("", text)
    text = re.sub(
        r"\b(?:doi|PMID|PMCID|ISBN|Available (?:from|at)|URL)\s*:?\s*(?=$|[.,;])", "", text, flags=re.IGNORECASE
    )
    return " ".join(text.split()).strip(" .,;:")


def _list_matches(text: str) -> Iterator[re.Match[str] | None]:
    """What of an address or identifier is in a text."""
    return (pattern.search(text) for pattern in (_URL, *(pattern for _, pattern in _IDENTIFIERS)))


def _choose_type(raw: dict[str, Any]) -> str:
    if raw.get("volume") or raw.get("PMID") or raw.get("PMCID") or raw.get("DOI"):
        return "article-journal"
    if raw.get("ISBN"):
        return "book"
    return "webpage" if raw.get("URL") or raw.get("container-title") else "document"
