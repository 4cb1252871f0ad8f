"""The results of resolving references: verdicts, notices such as retractions, quotes; and the lock that keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeAlias

from citewell.model.fingerprint import matches_fingerprint
from citewell.model.quote_spacing import normalise_spacing
from citewell.model.references import Reference

Day: TypeAlias = date
"""A day; a field that is called ``date`` hides the type of that name."""


class Verdict(StrEnum):
    """The result of checking a reference's address and identifiers; ``handbook/evidence.md`` explains each.

    ``FAILING`` is a first failure, ``BROKEN`` one that was seen on two different days.
    """

    OK = "ok"
    MOVED = "moved"
    CHANGED = "changed"
    FAILING = "failing"
    BROKEN = "broken"
    BLOCKED = "blocked"
    WRONG_PAGE = "wrong-page"
    UNKNOWN = "unknown"
    REFUSED = "refused"


BAD: Final = frozenset({Verdict.BROKEN, Verdict.WRONG_PAGE, Verdict.REFUSED})
"""The verdicts with which a reference can carry no claim."""
SEEN: Final = frozenset({Verdict.OK, Verdict.MOVED, Verdict.CHANGED})
"""The verdicts that say: the work was there, and it was the right one."""


class NoticeKind(StrEnum):
    """What a publisher may announce about a work, the gravest first."""

    RETRACTION = "retraction"
    CONCERN = "expression-of-concern"
    SUPERSEDED = "superseded"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Notice:
    """One such notice.

    ``said_by`` names the source ("Crossref", "PubMed", "Retraction Watch"), ``published`` is its day as far as
    it is known ("2014", "2014-01", "2014-01-31", or empty), ``doi`` and ``pmid`` those of the notice itself (or of what
    takes the work's place), ``reason`` what is given as its reason, and ``seen`` the day on which it was first found.
    """

    kind: NoticeKind
    said_by: str
    published: str = ""
    doi: str = ""
    pmid: str = ""
    reason: str = ""
    seen: date | None = None


class QuoteVerdict(StrEnum):
    """The result of looking for a pinned quote in the text of its page."""

    FOUND = "found"
    CHANGED = "changed"  # very similar words are there
    MISSING = "missing"  # nothing similar is there
    UNREAD = "unread"  # the text could not be read


LOST: Final = frozenset({QuoteVerdict.CHANGED, QuoteVerdict.MISSING})
"""The verdicts on pinned words that are not on the page as they were pinned."""


LONGEST_PASSAGE: Final = 300
"""How many characters of a page around a quote are kept: no more than a quotation needs."""
PASSAGE_VERSION: Final = 1
"""How passages are cut and digested: passages of another version cannot be compared."""


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """The words of a page around a quote.

    ``version`` says how they were cut, ``digest`` are the first 16 hexadecimal digits of their SHA-256.
    """

    version: int
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class LockedQuote:
    """A pinned quote, as its editors wrote it.

    ``says`` are the page's words where they differ, and ``fragment`` what to append to the page's address so that a
    browser scrolls to the words (``#:~:text=…``), or "". ``passage`` are the words around it where it was found; a lock
    that was written before they were kept has none.
    """

    text: str
    verdict: QuoteVerdict
    checked: date
    says: str = ""
    fragment: str = ""
    passage: QuotedPassage | None = None


@dataclass(frozen=True, slots=True)
class Archived:
    """A copy of the page in a public archive, and the day it was made."""

    url: str
    date: Day


@dataclass(frozen=True)
class LockedReference:
    """The entry of one reference.

    ``fingerprint`` identifies the state of the reference that was checked: after a change by an editor it is unchecked.
    ``reason`` ends "the verdict is …, because …" in plain words and is complete by itself. ``address`` was
    requested, ``final_url`` answered. ``failed_on`` are the first and the last day on which it failed since it was last
    seen. ``suspected`` is the day on which another work or an unsafe address was first found, while no second day
    has shown it: until then readers hear nothing of it. ``status`` is the last HTTP status, ``page_title`` what the
    page calls itself, ``match`` how much of the reference's title was found there, in per cent. ``text_digest`` is that
    of the page's main text. ``identifiers`` are those of the work that the ``notices`` are about (``doi:10.1/x``, or an
    address): they outlive its ``fingerprint``.
    """

    fingerprint: str
    verdict: Verdict
    checked: date
    reason: str
    address: str = ""
    final_url: str = ""
    status: int | None = None
    page_title: str = ""
    match: int | None = None
    text_digest: str = ""
    failed_on: tuple[date, ...] = ()
    suspected: date | None = None
    archived: Archived | None = None
    notices: tuple[Notice, ...] = ()
    identifiers: tuple[str, ...] = ()
    quotes: tuple[LockedQuote, ...] = ()

    @property
    def reached(self) -> bool:
        """Whether anything was checked; if the verdict is unknown, whether a page answered now or was seen before."""
        return self.verdict is not Verdict.UNKNOWN or bool(self.final_url or self.text_digest)

    @property
    def for_readers(self) -> Verdict:
        """The verdict for readers: a wrong page that only one day has shown is ``unknown`` to them."""
        return self.verdict if self.suspected is None else Verdict.UNKNOWN

    def quote(self, text: str) -> LockedQuote | None:
        """The entry of a pinned quote; white space and the form of quotation marks make no difference."""
        return self._quotes_by_words.get(normalise_quote(text))

    @cached_property
    def _quotes_by_words(self) -> Mapping[str, LockedQuote]:
        return {normalise_quote(quote.text): quote for quote in reversed(self.quotes)}

    def notice(self, *kinds: NoticeKind) -> Notice | None:
        """The gravest notice of these kinds (of any kind, if none is named), or ``None``."""
        order = tuple(NoticeKind)
        wanted = [notice for notice in self.notices if not kinds or notice.kind in kinds]
        return min(wanted, key=lambda notice: order.index(notice.kind), default=None)


@dataclass(frozen=True, slots=True)
class Lock:
    """``references.lock``: the entry of each reference, by key.

    ``noted`` are the entries with notices, by each identifier of the works that they are about.
    """

    references: Mapping[str, LockedReference] = field(default_factory=dict)
    noted: Mapping[str, Sequence[LockedReference]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        noted: dict[str, list[LockedReference]] = {}
        for locked in self.references.values():
            for identifier in locked.identifiers if locked.notices else ():
                noted.setdefault(identifier, []).append(locked)
        object.__setattr__(self, "noted", noted)

    def find_entry(self, reference: Reference) -> LockedReference | None:
        """The entry of a reference in its current state; ``None`` if it was never checked or has changed since.

        Replacing the address by the one its page has moved to permanently is not such a change.
        """
        locked = self.references.get(reference.key)
        if locked is None or matches_fingerprint(reference, locked.fingerprint):
            return locked
        followed = locked.verdict is Verdict.MOVED and reference.fields.get("URL") == locked.final_url
        return locked if followed and matches_fingerprint(reference, locked.fingerprint, locked.address) else None


_MARKS: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "‑": "-", "–": "-", "—": "-"})


def normalise_quote(text: str) -> str:
    """A quote without typography: forms of quotation marks and dashes, white space, "≥ 5" for "≥5"."""
    return normalise_spacing(" ".join(text.translate(_MARKS).split()))
