"""The ledger as a worksheet: a row for each piece of text with its sources in full, to print or to fill in.

It is for who reviews an article beside its sources (handbook/review.md), in any spreadsheet program.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from citewell.citations.entry import choose_link, join_entry_text, make_entry
from citewell.formats.terminal_text import make_visible
from citewell.model.claims import Support
from citewell.model.inlines import Intent
from citewell.packet.worksheet import DIGEST, GUARD, ID, NOTE, SECTION, TEXT, VERDICT

if TYPE_CHECKING:
    from citewell.claim_records import ArticleClaims, ClaimRecord, SourceRecord
    from citewell.model.claims import Claim
    from citewell.model.references import Reference

COLUMNS: Final = (ID, "Place", "Part", TEXT, "Status", "Sources", VERDICT, NOTE, DIGEST, SECTION)
_MARK: Final = "\ufeff"  # without it Excel takes UTF-8 for an old encoding and spoils "≥" and accents
#: What a spreadsheet takes for the beginning of a formula, full-width forms too (owasp.org, "CSV injection").
_FORMULA: Final = frozenset("=+-@\t\r")


def format_ledger(articles: Iterable[ArticleClaims]) -> Iterator[str]:
    """RFC 4180 rows under a row of heads; two columns are empty, for the reviewer.

    The last two say which state of the claim and of its section it is: ``citewell review --from`` compares them.
    """
    yield _MARK + _format_row(COLUMNS)
    described: dict[str, str] = {}  # by key: an article cites the same few references again and again
    for article in articles:
        yield from (_format_claim(row, described) for row in article.rows)


def _format_claim(row: ClaimRecord, described: dict[str, str]) -> str:
    claim = row.claim
    sources = "\n".join(_format_source(number, source, described) for number, source in enumerate(row.sources, 1))
    place, part = f"{row.place.path}:{row.place.line}", claim.block.replace("-", " ")
    states = (GUARD + row.digest, f"{GUARD}{row.section} {row.section_digest}")
    return _format_row((claim.id, place, part, claim.text, _format_status(claim), sources, "", "", *states))


def _format_row(cells: Iterable[str]) -> str:
    """One row, without line ends of its own and without formulas."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(_escape_cell, cells))  # which also quotes a cell with a line end
    return line.getvalue().removesuffix("\n")


def _escape_cell(text: str) -> str:
    shown = "\n".join(map(make_visible, text.split("\n")))
    return f"'{shown}" if unicodedata.normalize("NFKC", shown.lstrip()[:1]) in _FORMULA else shown


def _format_status(claim: Claim) -> str:
    status = f"{claim.status} ({claim.kind})" if claim.kind else str(claim.status)
    certainty = f"; certainty: {claim.certainty}" if claim.certainty else ""
    return f"{status}{certainty}{'; unverified' if claim.support is Support.UNVERIFIED else ''}"


def _format_source(number: int, source: SourceRecord, described: dict[str, str]) -> str:
    """A source on a line: its entry in full, its address, the place in it, the words quoted, and our doubts."""
    item, reference = source.item, source.reference
    if reference is None:
        return f'{number}. There is no reference called "{item.key}".'
    if reference.key not in described:
        described[reference.key] = _describe(reference)
    relation = "" if item.intent is Intent.SUPPORTS else f"[{item.intent}] "
    parts: list[str | None] = [f"{number}. {relation}{described[reference.key]}"]
    parts.append(f"[{item.label} {item.locator}]" if item.locator else None)
    parts.append(f"[{item.suffix}]" if item.suffix else None)
    parts.append(f"“{source.words}”" if source.words else None)
    parts.append(f"[our doubt: {reference.doubt}]" if reference.doubt else None)
    return " ".join(part for part in parts if part)


def _describe(reference: Reference) -> str:
    said, address = join_entry_text(make_entry(reference)), choose_link(reference)
    return f"{said} {address}" if address and address not in said else said
