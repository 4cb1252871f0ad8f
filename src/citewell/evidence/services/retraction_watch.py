"""The Retraction Watch Database: a CSV file with a row for each notice, which Crossref publishes each working day.

The columns are those of Crossref's documentation under "Retraction Watch". Of the file, some 60 MB, only what a notice
needs is kept, and only for the works asked for where they are named; it is read as a stream.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from citewell.citations.identifiers import make_identifier_key, parse_identifier
from citewell.errors import reason
from citewell.evidence.network.response import Answer
from citewell.evidence.rich_text.tags import plain
from citewell.evidence.services.dates import from_american, iso
from citewell.evidence.services.json_api import Asks, ask
from citewell.evidence.services.results import Absent, Unavailable
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind

NAME: Final = "Retraction Watch"
_MOST: Final = 256 * 1024 * 1024  # bytes; the file grows by some 6 MB a year
_WITHIN: Final = 300.0  # seconds for it
_REINSTATED: Final = "reinstatement"
_KINDS: Final[Mapping[str, NoticeKind]] = {
    "retraction": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
}
_COLUMNS: Final = {
    "retractionnature": "nature",
    "originalpaperdoi": "doi",
    "originalpaperpubmedid": "pmid",
    "retractiondate": "day",
    "retractiondoi": "notice doi",
    "retractionpubmedid": "notice pmid",
    "reason": "reason",
}
_REASONS: Final = 200  # characters

Entry: TypeAlias = tuple[str, str, str, str, str]
"""Nature, day, DOI and PMID of the notice, and reason: all that is kept of a row."""


@dataclass(frozen=True, slots=True)
class RetractionIndex:
    """The entries by what identifies their work (``doi:10.…``, ``pmid:…``), in the order of the file."""

    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def notices(self, identifiers: Mapping[IdentifierKind, str]) -> tuple[Notice, ...]:
        """The notices about a work with these identifiers, in any spelling.

        What was retracted or doubted and then reinstated is neither.
        """
        entries = self._entries(identifiers)
        reinstated = _last_reinstatement(entries)
        found = (_notice(entry) for entry in entries if entry[0] in _KINDS and not _is_lifted(entry, reinstated))
        return tuple(dict.fromkeys(found))

    def reinstated(self, identifiers: Mapping[IdentifierKind, str]) -> str:
        """The day of the last reinstatement (``2014-01-31``); empty if the work never was."""
        return _last_reinstatement(self._entries(identifiers))

    def _entries(self, identifiers: Mapping[IdentifierKind, str]) -> list[Entry]:
        found = (self.entries.get(key, ()) for key in _keys(identifiers))
        return list(dict.fromkeys(entry for entries in found for entry in entries))


def wanted_keys(works: Iterable[Mapping[IdentifierKind, str]]) -> frozenset[str]:
    """What identifies some works, for ``read``."""
    return frozenset(key for identifiers in works for key in _keys(identifiers))


async def fetch(web: Asks, url: str, wanted: Collection[str] | None = None) -> RetractionIndex | Unavailable:
    """The index of a file on the web."""
    answer = await ask(web, url, NAME, "text/csv,*/*;q=0.5", _MOST, _WITHIN)
    if isinstance(answer, Absent):
        return Unavailable("the file of Retraction Watch was not found at its address")
    return read(answer.body, wanted) if isinstance(answer, Answer) else answer


def read(source: Path | bytes, wanted: Collection[str] | None = None) -> RetractionIndex | Unavailable:
    """The index of a file; of the works ``wanted`` only, if they are named (``wanted_keys``)."""
    try:
        with _opened(source) as text:
            return _read(text, wanted)
    except (OSError, UnicodeError) as error:
        said = reason(error) if isinstance(error, OSError) else "it is not text"
        return Unavailable(f"the file of Retraction Watch cannot be read ({said})")


def _opened(source: Path | bytes) -> io.TextIOWrapper:
    """The text of a file. It is said to be UTF-8, but names in it are not always: what is kept is ASCII anyway."""
    binary: io.BytesIO | io.BufferedReader = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    start = binary.read(2)
    binary.seek(0)
    encoding = "utf-16" if start in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return io.TextIOWrapper(binary, encoding, errors="replace", newline="")


def _read(text: io.TextIOWrapper, wanted: Collection[str] | None) -> RetractionIndex | Unavailable:
    head = text.readline(100_000)
    sign = max(",;\t", key=head.count)
    names = next(_rows([head], sign), [])
    places = {_COLUMNS[plain_name]: at for at, name in enumerate(names) if (plain_name := _column(name)) in _COLUMNS}
    if "nature" not in places or not places.keys() & {"doi", "pmid"}:
        return Unavailable("the file of Retraction Watch lacks its columns RetractionNature and OriginalPaperDOI")
    entries: dict[str, tuple[Entry, ...]] = {}
    for row in _rows(text, sign):
        cells = {name: row[at] for name, at in places.items() if at < len(row)}
        nature = " ".join(cells.get("nature", "").lower().split())
        if nature in _KINDS or nature == _REINSTATED:
            keys = [key for key in _row_keys(cells) if wanted is None or key in wanted]
            entry = _entry(nature, cells) if keys else None
            for key in keys:
                entries[key] = (*entries.get(key, ()), *((entry,) if entry else ()))
    return RetractionIndex(entries)


def _rows(lines: Iterable[str], sign: str) -> Iterator[list[str]]:
    """The rows of a CSV file (RFC 4180); one that cannot be read is left out."""
    reader = csv.reader(lines, delimiter=sign)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue


def _column(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalpha())


def _row_keys(cells: Mapping[str, str]) -> Iterator[str]:
    """What identifies the work of a row; several stand apart by a semicolon, and "0" or "unavailable" is none."""
    for name, kind in (("doi", IdentifierKind.DOI), ("pmid", IdentifierKind.PMID)):
        cell = cells.get(name, "")[:1000]
        values = [parse_identifier(kind, cell)]
        if values == [None] and len(cell) > 5:
            values = [parse_identifier(kind, part) for part in cell.replace(";", " ").split()]
        yield from (make_identifier_key(kind, value) for value in dict.fromkeys(values) if value)


def _entry(nature: str, cells: Mapping[str, str]) -> Entry:
    reasons = (reason.strip(" +") for reason in plain(cells.get("reason", "")).split(";"))
    words = "; ".join(dict.fromkeys(reason for reason in reasons if reason))
    return (
        sys.intern(nature),
        sys.intern(iso(from_american(cells.get("day", "")))),
        parse_identifier(IdentifierKind.DOI, cells.get("notice doi", "")[:300]) or "",
        parse_identifier(IdentifierKind.PMID, cells.get("notice pmid", "")[:30]) or "",
        sys.intern(words if len(words) <= _REASONS else words[:_REASONS].rpartition(";")[0] or words[:_REASONS]),
    )


def _notice(entry: Entry) -> Notice:
    nature, published, doi, pmid, reason = entry
    return Notice(_KINDS[nature], NAME, published=published, doi=doi, pmid=pmid, reason=reason)


def _last_reinstatement(entries: Iterable[Entry]) -> str:
    return max((entry[1] for entry in entries if entry[0] == _REINSTATED), default="")


def _is_lifted(entry: Entry, reinstated: str) -> bool:
    """Whether a work was reinstated on or after the day of a retraction or concern; a correction stays one."""
    return bool(reinstated) and _KINDS[entry[0]] is not NoticeKind.CORRECTION and entry[1] <= reinstated


def _keys(identifiers: Mapping[IdentifierKind, str]) -> Iterator[str]:
    for kind in (IdentifierKind.DOI, IdentifierKind.PMID):
        value = parse_identifier(kind, identifiers.get(kind, ""))
        if value:
            yield make_identifier_key(kind, value)
