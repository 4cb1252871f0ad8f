"""The Retraction Watch Database: a CSV file with a row for each notice, which Crossref publishes each working day.

The columns are those of Crossref's documentation under "Retraction Watch". Of the file, some 60 MB, only what a notice
needs is kept, and only for the works asked for where they are named; it is read as a stream.
"""

from __future__ import annotations

import asyncio
import csv
import io
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Final, TypeAlias

from citewell.citations.identifiers import make_identifier_key, parse_identifier
from citewell.errors import ConfigurationError, reason
from citewell.evidence.items.dates import format_iso, parse_american_date
from citewell.evidence.network.response import Answer
from citewell.evidence.rich_text.tags import markup_to_text
from citewell.evidence.service_api.json_api import request_whole
from citewell.evidence.service_api.results import Absent, KnownWork, ServiceResult, Unavailable
from citewell.evidence.service_api.service import Gives, Service, ServiceClient
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind

_NAME: Final = "Retraction Watch"
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

RetractionEntry: TypeAlias = tuple[str, str, str, str, str]
"""Nature, day, DOI and PMID of the notice, and reason: all that is kept of a row."""


@dataclass(frozen=True, slots=True)
class RetractionIndex:
    """The entries by what identifies their work (``doi:10.…``, ``pmid:…``), in the order of the file."""

    entries: Mapping[str, tuple[RetractionEntry, ...]] = field(default_factory=dict)

    def notices(self, identifiers: Mapping[IdentifierKind, str]) -> tuple[Notice, ...]:
        """The notices about a work with these identifiers, in any spelling.

        What was retracted or doubted and then reinstated is neither.
        """
        entries = self._entries(identifiers)
        reinstated = _find_last_reinstatement(entries)
        found = (_make_notice(entry) for entry in entries if entry[0] in _KINDS and not _is_lifted(entry, reinstated))
        return tuple(dict.fromkeys(found))

    def reinstated(self, identifiers: Mapping[IdentifierKind, str]) -> str:
        """The day of the last reinstatement (``2014-01-31``); empty if the work never was."""
        return _find_last_reinstatement(self._entries(identifiers))

    def _entries(self, identifiers: Mapping[IdentifierKind, str]) -> list[RetractionEntry]:
        found = (self.entries.get(key, ()) for key in _list_keys(identifiers))
        return list(dict.fromkeys(entry for entries in found for entry in entries))


def list_wanted_keys(works: Iterable[Mapping[IdentifierKind, str]]) -> frozenset[str]:
    """The keys of some works, for ``read_retractions_file``."""
    return frozenset(key for identifiers in works for key in _list_keys(identifiers))


class RetractionWatch(Service):
    """A file of the Retraction Watch Database that the site names, read once a run."""

    NAME = _NAME
    TAKES_FILE = True
    GIVES: ClassVar = {IdentifierKind.DOI: Gives.NOTICES, IdentifierKind.PMID: Gives.NOTICES}
    COMPLETE = False

    def __init__(self, client: ServiceClient) -> None:
        super().__init__(client)
        self._index: RetractionIndex | Unavailable = RetractionIndex()

    async def prepare(self) -> None:
        """Read the file. Raises ``ConfigurationError`` for a path without one, so that nobody relies on it in vain.

        A file on the web that cannot be read only makes the service unavailable.
        """
        place, wanted = self.client.base, list_wanted_keys(self.client.works)
        if place.startswith(("https://", "http://")):
            self._index = await self._download(place, wanted)
            return
        self._index = await asyncio.to_thread(read_retractions_file, self.client.root / place, wanted)
        if isinstance(self._index, Unavailable):
            raise ConfigurationError(
                f"content_src/site.yml: evidence, services, retractions names {place}, but {self._index.reason}",
                "give the path of the file as seen from the project's folder, or its address",
            )

    async def look_up(self, kind: IdentifierKind, value: str) -> ServiceResult:
        if isinstance(self._index, Unavailable):
            return self._index
        work = {kind: value}
        return KnownWork(notices=self._index.notices(work), reinstated=self._index.reinstated(work))

    async def _download(self, url: str, wanted: Collection[str]) -> RetractionIndex | Unavailable:
        answer = await request_whole(self.client.web, url, self.NAME, "text/csv,*/*;q=0.5", _MOST, _WITHIN)
        if isinstance(answer, Absent):
            return Unavailable("the file of Retraction Watch was not found at its address")
        return read_retractions_file(answer.body, wanted) if isinstance(answer, Answer) else answer


def read_retractions_file(source: Path | bytes, wanted: Collection[str] | None = None) -> RetractionIndex | Unavailable:
    """The index of a file; only of the works with the keys ``wanted``, if given."""
    try:
        with _open_text(source) as text:
            return _read_index(text, wanted)
    except (OSError, UnicodeError) as error:
        said = reason(error) if isinstance(error, OSError) else "it is not text"
        return Unavailable(f"the file of Retraction Watch cannot be read ({said})")


def _open_text(source: Path | bytes) -> io.TextIOWrapper:
    """The text of a file. It claims to be UTF-8, which names in it are not always; what is kept is ASCII anyway."""
    binary: io.BytesIO | io.BufferedReader = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    start = binary.read(2)
    binary.seek(0)
    encoding = "utf-16" if start in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return io.TextIOWrapper(binary, encoding, errors="replace", newline="")


def _read_index(text: io.TextIOWrapper, wanted: Collection[str] | None) -> RetractionIndex | Unavailable:
    head = text.readline(100_000)
    separator = max(",;\t", key=head.count)
    names = next(_read_rows([head], separator), [])
    places = {
        _COLUMNS[plain_name]: at for at, name in enumerate(names) if (plain_name := _normalise_column(name)) in _COLUMNS
    }
    if "nature" not in places or not places.keys() & {"doi", "pmid"}:
        return Unavailable("the file of Retraction Watch lacks its columns RetractionNature and OriginalPaperDOI")
    entries: dict[str, tuple[RetractionEntry, ...]] = {}
    for row in _read_rows(text, separator):
        cells = {name: row[at] for name, at in places.items() if at < len(row)}
        nature = " ".join(cells.get("nature", "").lower().split())
        if nature in _KINDS or nature == _REINSTATED:
            keys = [key for key in _list_row_keys(cells) if wanted is None or key in wanted]
            entry = _make_entry(nature, cells) if keys else None
            for key in keys:
                entries[key] = (*entries.get(key, ()), *((entry,) if entry else ()))
    return RetractionIndex(entries)


def _read_rows(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    """The rows of a CSV file (RFC 4180); one that cannot be read is left out."""
    reader = csv.reader(lines, delimiter=separator)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue


def _normalise_column(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalpha())


def _list_row_keys(cells: Mapping[str, str]) -> Iterator[str]:
    """The keys of a row's work; several are separated by a semicolon, and "0" or "unavailable" means none."""
    for name, kind in (("doi", IdentifierKind.DOI), ("pmid", IdentifierKind.PMID)):
        cell = cells.get(name, "")[:1000]
        values = [parse_identifier(kind, cell)]
        if values == [None] and len(cell) > 5:
            values = [parse_identifier(kind, part) for part in cell.replace(";", " ").split()]
        yield from (make_identifier_key(kind, value) for value in dict.fromkeys(values) if value)


def _make_entry(nature: str, cells: Mapping[str, str]) -> RetractionEntry:
    reasons = (reason.strip(" +") for reason in markup_to_text(cells.get("reason", "")).split(";"))
    words = "; ".join(dict.fromkeys(reason for reason in reasons if reason))
    return (
        sys.intern(nature),
        sys.intern(format_iso(parse_american_date(cells.get("day", "")))),
        parse_identifier(IdentifierKind.DOI, cells.get("notice doi", "")[:300]) or "",
        parse_identifier(IdentifierKind.PMID, cells.get("notice pmid", "")[:30]) or "",
        sys.intern(words if len(words) <= _REASONS else words[:_REASONS].rpartition(";")[0] or words[:_REASONS]),
    )


def _make_notice(entry: RetractionEntry) -> Notice:
    nature, published, doi, pmid, reason = entry
    return Notice(_KINDS[nature], _NAME, published=published, doi=doi, pmid=pmid, reason=reason)


def _find_last_reinstatement(entries: Iterable[RetractionEntry]) -> str:
    return max((entry[1] for entry in entries if entry[0] == _REINSTATED), default="")


def _is_lifted(entry: RetractionEntry, reinstated: str) -> bool:
    """Whether a work was reinstated on or after the day of a retraction or concern; a correction stays one."""
    return bool(reinstated) and _KINDS[entry[0]] is not NoticeKind.CORRECTION and entry[1] <= reinstated


def _list_keys(identifiers: Mapping[IdentifierKind, str]) -> Iterator[str]:
    for kind in (IdentifierKind.DOI, IdentifierKind.PMID):
        value = parse_identifier(kind, identifiers.get(kind, ""))
        if value:
            yield make_identifier_key(kind, value)


SERVICE = RetractionWatch
