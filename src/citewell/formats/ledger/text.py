"""The ledger for people: a document at a time, a line for each piece of its text, and what supports it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from click import style

from citewell.formats.terminal_text import count_noun, make_visible
from citewell.model.claims import Support
from citewell.model.inlines import Intent

if TYPE_CHECKING:
    from citewell.claim_records import ArticleClaims, ClaimRecord
    from citewell.model.claims import Claim
    from citewell.model.inlines import CitationItem

_COLOURS: Final = {"cited": "green", "uncited": "red", "waived": "yellow", "not-a-claim": "bright_black"}
_WORDS: Final = 60  # columns for the text where the terminal is of the usual width


def format_ledger(articles: Iterable[ArticleClaims]) -> Iterator[str]:
    """Lines with colours, which the terminal's side takes out where none are wanted; last the numbers of all."""
    total: Counter[str] = Counter()
    for article in articles:
        numbers = Counter(str(row.claim.status) for row in article.rows)
        total += numbers
        yield style(make_visible(article.path), bold=True)
        yield from _format_claims(article)
        yield f"       {_summarise(numbers)}"
        yield ""
    yield _summarise(total)


def _format_claims(article: ArticleClaims) -> Iterator[str]:
    """A line for each row; where the rows of another file begin, and where they end, a line names the file."""
    path = article.path
    for row in article.rows:
        if row.place.path != path:
            path = row.place.path
            yield f"       {style(f'in {make_visible(path)}', fg='bright_black')}"
        yield _format_claim(row)


def _format_claim(row: ClaimRecord) -> str:
    claim = row.claim
    width = max(_WORDS, min(get_terminal_size().columns, 160) - 46)
    status = style(f"{claim.status:<11}", fg=_COLOURS[str(claim.status)])
    text = _shorten(make_visible(claim.text), width)
    return f"{row.place.line:>5}  {status}  {text:<{width}}  {make_visible(_describe_support(claim))}".rstrip()


def _describe_support(claim: Claim) -> str:
    """The keys that support it, and those that do so in another way; or the kind of what is not supported by any."""
    keys = ", ".join(dict.fromkeys(map(_name_source, claim.citations))) or claim.kind or ""
    certainty = f"; certainty: {claim.certainty}" if claim.certainty else ""
    return f"{keys}{certainty}{'; unverified' if claim.support is Support.UNVERIFIED else ''}"


def _name_source(item: CitationItem) -> str:
    return item.key if item.intent is Intent.SUPPORTS else f"{item.intent} {item.key}"


def _shorten(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _summarise(numbers: Counter[str]) -> str:
    claims = sum(numbers[status] for status in ("cited", "uncited", "waived"))
    parts = [f"{numbers[status]:,} {status}" for status in ("cited", "uncited", "waived")]
    return f"{count_noun(claims, 'claim')}: {', '.join(parts)}; {count_noun(numbers['not-a-claim'], 'row')} not a claim"
