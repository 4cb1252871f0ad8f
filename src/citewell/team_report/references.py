"""What the references of a site are, how they were found online, and which of them need a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from citewell.article_context import ContextBuilder
from citewell.citations.kinds import describe_kind
from citewell.citations.publishers import find_publisher, normalise_publisher
from citewell.diagnostics import Location
from citewell.messages import Words
from citewell.model.evidence import LOST, LockedReference, NoticeKind, Verdict
from citewell.model.facts import Card
from citewell.model.references import Reference
from citewell.team_report.figures import Count, KindFigures, LookUps, Place, PublisherFigures, ReferenceFigures

_UNCHECKED: Final = "unchecked"
_VERDICTS: Final[Mapping[str, str]] = {
    Verdict.OK: "OK",
    Verdict.MOVED: "Moved",
    Verdict.CHANGED: "Text changed",
    Verdict.BLOCKED: "Robots kept out",
    Verdict.UNKNOWN: "Undecided",
    _UNCHECKED: "Not checked",
    Verdict.FAILING: "Failed once",
    Verdict.BROKEN: "Broken",
    Verdict.WRONG_PAGE: "Wrong page",
    Verdict.REFUSED: "Not safe to follow",
}
_NOTICES: Final[Mapping[NoticeKind, str]] = {
    NoticeKind.RETRACTION: "Retracted",
    NoticeKind.CONCERN: "Expression of concern",
    NoticeKind.SUPERSEDED: "Superseded",
    NoticeKind.CORRECTION: "Corrected",
}
_NEVER: Final = "never"
#: The last day of each class of ages of checks; half a year is the usual limit of ``check_age``.
_CHECK_AGES: Final = (
    (30, "0-30-days", "Up to 30 days"),
    (90, "31-90-days", "31 to 90 days"),
    (180, "91-180-days", "91 to 180 days"),
    (365, "181-365-days", "181 to 365 days"),
)
_OLDER_CHECK: Final = ("over-365-days", "Over a year")
_YEARS: Final = (
    (2, "0-2-years", "0 to 2 years"),
    (5, "3-5-years", "3 to 5 years"),
    (10, "6-10-years", "6 to 10 years"),
    (20, "11-20-years", "11 to 20 years"),
)
_OLDER_WORK: Final = ("over-20-years", "Over 20 years")
_NO_YEAR: Final = ("no-year", "No year")


def count_uses(documents: Iterable[Card]) -> Counter[str]:
    """How often each reference is cited in these documents, by key."""
    uses: Counter[str] = Counter()
    for document in documents:
        uses.update({entry.key: entry.uses for entry in document.entries})
    return uses


def sum_look_ups(references: Mapping[str, Reference], inputs: ContextBuilder, documents: Sequence[Card]) -> LookUps:
    """What the last online check of each reference found."""
    known = inputs.known
    verdicts = Counter(str(known[key].verdict) if key in known else _UNCHECKED for key in references)
    kinds = Counter(kind for key in references for kind in {each.kind for each in inputs.notices.get(key, ())})
    days = [known[key].checked for key in references if key in known]
    pinned = {(pin.key, pin.text) for document in documents for pin in document.pins if pin.text}
    return LookUps(
        tuple(Count(name, label, verdicts[name]) for name, label in _VERDICTS.items()),
        tuple(Count(kind, label, kinds[kind]) for kind, label in _NOTICES.items()),
        _count_check_ages(references, known, inputs.today),
        min(days, default=None),
        max(days, default=None),
        sum(_is_lost(known.get(key), text) for key, text in pinned),
    )


def count_kinds(references: Mapping[str, Reference], uses: Mapping[str, int]) -> tuple[KindFigures, ...]:
    """The kinds of works, those cited most first. They are named in English, as everything for the team."""
    words, found = Words(), dict[str, list[Reference]]()
    for each in references.values():
        found.setdefault(each.kind or each.type, []).append(each)
    rows = [
        KindFigures(name, describe_kind(own[0], words), len(own), sum(uses.get(each.key, 0) for each in own))
        for name, own in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.uses, -row.references, row.name)))


def count_ages(references: Mapping[str, Reference], today: date) -> tuple[Count, ...]:
    """How many years ago the works were published."""
    counts = Counter(
        _find_class(today.year - each.issued.year, _YEARS, _OLDER_WORK) if each.issued else _NO_YEAR
        for each in references.values()
    )
    classes = (*((name, label) for _, name, label in _YEARS), _OLDER_WORK, _NO_YEAR)
    return tuple(Count(name, label, counts[name, label]) for name, label in classes)


def share_out_publishers(references: Mapping[str, Reference], uses: Mapping[str, int]) -> tuple[PublisherFigures, ...]:
    """The publishers of works that are cited, the largest share of citations first."""
    names: dict[str, str] = {}
    works: Counter[str] = Counter()
    cited: Counter[str] = Counter()
    for key, reference in references.items():
        name = find_publisher(reference) or "No publisher named"
        publisher = normalise_publisher(name)
        names.setdefault(publisher, name)
        works[publisher] += 1
        cited[publisher] += uses.get(key, 0)
    all_uses = cited.total()
    rows = [
        PublisherFigures(names[each], works[each], number, round(100 * number / all_uses, 1))
        for each, number in cited.items()
        if number
    ]
    return tuple(sorted(rows, key=lambda row: (-row.uses, row.name)))


def list_unused(references: Mapping[str, Reference], uses: Mapping[str, int]) -> Iterator[ReferenceFigures]:
    """The references that nothing cites."""
    for key, reference in references.items():
        if not uses.get(key):
            yield _describe(reference, "nothing cites it")


def list_unread(
    references: Mapping[str, Reference], known: Mapping[str, LockedReference]
) -> Iterator[ReferenceFigures]:
    """The references whose page no check has read, so that no program could compare it with what cites it."""
    for key, reference in references.items():
        locked = known.get(key)
        if locked is None:
            yield _describe(reference, "it was not checked online as it is now")
        elif not locked.text_digest:
            yield _describe(reference, f"its page was not read: {locked.reason}")


def place_of(location: Location) -> Place:
    """A location as the report has it."""
    return Place(location.path, location.line, location.column)


def _describe(reference: Reference, reason: str) -> ReferenceFigures:
    return ReferenceFigures(reference.key, reference.title, reason, place_of(reference.place()))


def _is_lost(locked: LockedReference | None, text: str) -> bool:
    quote = locked.quote(text) if locked else None
    return quote is not None and quote.verdict in LOST


def _count_check_ages(
    references: Mapping[str, Reference], known: Mapping[str, LockedReference], today: date
) -> tuple[Count, ...]:
    never = (_NEVER, "Never")
    counts = Counter(
        _find_class((today - known[key].checked).days, _CHECK_AGES, _OLDER_CHECK) if key in known else never
        for key in references
    )
    classes = (*((name, label) for _, name, label in _CHECK_AGES), _OLDER_CHECK, never)
    return tuple(Count(name, label, counts[name, label]) for name, label in classes)


def _find_class(age: int, classes: Iterable[tuple[int, str, str]], older: tuple[str, str]) -> tuple[str, str]:
    """The name and label of the class that an age is in."""
    return next(((name, label) for most, name, label in classes if age <= most), older)
