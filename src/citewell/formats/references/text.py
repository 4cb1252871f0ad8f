"""The status of references, for people: a table, and after resolving them what needs an editor."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from click import style

from citewell.formats.terminal_text import count_noun, make_visible

if TYPE_CHECKING:
    from datetime import date

    from citewell.citations.reference_status import ReferenceStatus

UNCHECKED: Final = "unchecked"
_COLOURS: Final = {
    "ok": "green",
    "moved": "green",
    "changed": "green",
    "broken": "red",
    "wrong-page": "red",
    "refused": "red",
    UNCHECKED: "bright_black",
}
_NOTICES: Final = {
    "retraction": "It was retracted",
    "expression-of-concern": "Its publisher expressed concern about it",
    "superseded": "It was superseded",
    "correction": "It was corrected",
}
_SUMS: Final = {
    "retraction": "retracted",
    "expression-of-concern": "with an expression of concern",
    "superseded": "superseded",
    "correction": "corrected",
}
_COLUMNS: Final = 80  # what any terminal has
_BESIDE_KEY: Final = 24  # columns of everything but the key and the status
_FINE: Final = frozenset({"ok", "moved", "changed", UNCHECKED})
_ORDER: Final = (*"ok moved changed failing blocked unknown broken wrong-page refused".split(), UNCHECKED)


def format_references(list_statuses: Iterable[ReferenceStatus]) -> Iterator[str]:
    """A table with a row for each reference, with the reason under each whose verdict is not a good one."""
    rows = list(list_statuses)
    longest = max((len(make_visible(row.reference.key)) for row in rows), default=0)
    room = max([10, *(len(_describe_status(row)) for row in rows)])
    width = min(longest, _COLUMNS - _BESIDE_KEY - room)
    if rows:
        yield style(f"{'Reference':<{width}}  {'Verdict':<{room}}  {'Checked':<11}  {'Cited':>7}", bold=True)
    for row in rows:
        verdict = _name_verdict(row)
        checked = _format_day(row.locked.checked) if row.locked else "–"
        colour = "red" if row.retracted else _COLOURS.get(verdict, "yellow")
        shown = style(f"{_describe_status(row):<{room}}", fg=colour)
        yield f"{_shorten(make_visible(row.reference.key), width):<{width}}  {shown}  {checked:<11}  {row.uses:>6,}×"
        if row.locked and verdict not in _FINE:
            yield from _wrap(_end_sentence(row.locked.reason))
        yield from _describe_notices(row)
    if rows:
        yield ""
    yield from _summarise(rows)


def format_resolved(list_statuses: Iterable[ReferenceStatus], asked: int, quiet: bool) -> Iterator[str]:
    """Each reference that needs somebody, and unless ``quiet`` how many there are of each verdict."""
    rows = list(list_statuses)
    for row in rows:
        if row.needs_an_editor or row.notice:
            yield from _describe_in_full(row)
    if quiet:
        return
    yield f"{count_noun(asked, 'reference')} checked{'.' if asked else ': none is due; the lock file stays as it is.'}"
    yield from _summarise(rows)
    unclear = Counter(verdict for row in rows if (verdict := _name_verdict(row)) in {"failing", "blocked", "unknown"})
    if unclear:
        yield '"citewell refs list" says why some are failing, blocked or unknown. They are checked again later.'


def _describe_in_full(row: ReferenceStatus) -> Iterator[str]:
    """All that an editor wants to know about a reference: what is wrong, where to look, what rests on it."""
    locked = row.locked
    verdict = _name_verdict(row)
    found = [verdict] if verdict not in _FINE else []
    found += [str(row.notice.kind).replace("-", " ")] if row.notice else []
    found += ["a pinned quote is lost"] if row.lost_quotes else []
    colour = "red" if row.needs_an_editor else "yellow"
    yield f"{style(make_visible(row.reference.key), bold=True)}: {style(', '.join(found), fg=colour)}"
    yield from _wrap(make_visible(row.reference.title))
    if locked and verdict not in _FINE:
        yield from _wrap(_end_sentence(locked.reason))
    yield from _describe_notices(row)
    for quote in row.lost_quotes:
        yield from _wrap(f"Pinned: “{make_visible(quote.text)}”")
        yield from _wrap(f"Now there: “{make_visible(quote.says)}”" if quote.says else "Nothing similar is there now.")
    if locked and locked.final_url:
        yield f"    Address: {make_visible(locked.final_url)}"
    if locked and locked.archived:
        yield f"    Archived copy of {_format_day(locked.archived.date)}: {make_visible(locked.archived.url)}"
    resting = count_noun(row.claims, "statement relies", "statements rely")
    yield (
        f"    {resting} on it: citewell refs impact {make_visible(row.reference.key)}"
        if row.claims
        else "    Nothing relies on it."
    )
    yield ""


def _describe_notices(row: ReferenceStatus) -> Iterator[str]:
    for notice in row.notices:
        source = ", ".join(part for part in (notice.said_by, notice.published) if part)
        said = f"{_NOTICES[notice.kind]} ({source})"
        where = notice.doi or (f"PMID {notice.pmid}" if notice.pmid else "")
        tail = "; ".join(part for part in (notice.reason.rstrip("."), f"see {where}" if where else "") if part)
        yield from _wrap(make_visible(f"{said}: {tail}." if tail else f"{said}."))


def _wrap(text: str, margin: str = "    ") -> list[str]:
    """Lines under a reference; an address is never cut."""
    width = max(_COLUMNS, min(get_terminal_size().columns, 120))
    return textwrap.wrap(
        text, width, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    )


def _end_sentence(reason: str) -> str:
    shown = make_visible(reason)
    return f"{shown[:1].upper()}{shown[1:]}." if shown else ""


def _name_verdict(row: ReferenceStatus) -> str:
    return str(row.verdict or UNCHECKED)


def _describe_status(row: ReferenceStatus) -> str:
    """The verdict, and what else an editor must know at a glance: its page may still be all right."""
    more = [*(["retracted"] if row.retraction else []), *(["quote lost"] if row.lost_quotes else [])]
    return ", ".join([_name_verdict(row), *more])


def _format_day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _shorten(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _summarise(rows: list[ReferenceStatus]) -> list[str]:
    """How many there are of each verdict, which add up; then apart what was said of some of them, and what is lost."""
    numbers = Counter(map(_name_verdict, rows))
    parts = [f"{numbers[verdict]:,} {verdict}" for verdict in _ORDER if numbers[verdict]]
    whole = f"{count_noun(len(rows), 'reference')}{': ' if parts else ''}{', '.join(parts)}."
    noticed = [words for kind, said in _SUMS.items() if (words := _count_notices(rows, kind, said))]
    more = f" {', '.join(noticed).replace(' ', ' of them ', 1)}." if noticed else ""
    lost = sum(len(row.lost_quotes) for row in rows)
    more += f" {count_noun(lost, 'pinned quote')} lost." if lost else ""
    return _wrap(whole + more, margin="")


def _count_notices(rows: Iterable[ReferenceStatus], kind: str, said: str) -> str:
    """Of how many works there is a notice of a kind, and of how many of these editors have accepted it."""
    known = [row for row in rows if any(notice.kind == kind for notice in row.notices)]
    accepted = sum(row.accepts(kind) for row in known)
    which = "" if not accepted else " (accepted)" if accepted == len(known) else f" ({accepted:,} accepted)"
    return f"{len(known):,} {said}{which}" if known else ""
