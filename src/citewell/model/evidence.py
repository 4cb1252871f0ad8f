"""What looking references up found: verdicts, notices such as retractions, quotes; and the lock that keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from citewell.model.quote_spacing import normalise_spacing
from citewell.model.references import IdentifierKind, Reference


class Verdict(StrEnum):
    """What came of looking at a reference's address and identifiers; ``handbook/evidence.md`` explains each.

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
    """What a publisher may say of a work afterwards, the gravest first."""

    RETRACTION = "retraction"
    CONCERN = "expression-of-concern"
    SUPERSEDED = "superseded"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Notice:
    """One such notice.

    ``said_by`` names who told us ("Crossref", "PubMed", "Retraction Watch"), ``published`` is its day as far as
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
    """What came of looking for a pinned quote in the text of its page."""

    FOUND = "found"
    CHANGED = "changed"  # words much like it stand there
    MISSING = "missing"  # nothing like it stands there
    UNREAD = "unread"  # the text could not be had


LOST: Final = frozenset({QuoteVerdict.CHANGED, QuoteVerdict.MISSING})
"""What is said of pinned words that do not stand there as they were pinned."""


@dataclass(frozen=True, slots=True)
class LockedQuote:
    """A pinned quote, as its editors wrote it.

    ``says`` are the page's words where they differ, and ``fragment`` what to put behind the page's address so that a
    browser lands on the words (``#:~:text=…``), or nothing.
    """

    text: str
    verdict: QuoteVerdict
    checked: date
    says: str = ""
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Archived:
    """A copy of the page in a public archive, and the day it was made."""

    url: str
    date: date


@dataclass(frozen=True, slots=True)
class LockedReference:
    """What is known of one reference.

    ``fingerprint`` says which state of the reference was looked at: what an editor changes since is unchecked.
    ``reason`` ends the sentence "the verdict is …, because …" in plain words and stands for itself. ``address`` was
    asked, ``final_url`` answered. ``failed_on`` are the days on which it failed since it was last seen: the first and
    the last. ``suspected`` is the day on which another work or an unsafe address was first found, while no second day
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
    _by_words: Mapping[str, LockedQuote] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_words", {plain_quote(quote.text): quote for quote in reversed(self.quotes)})

    @property
    def reached(self) -> bool:
        """Whether anything was checked: of what is unknown, whether somebody answered now or was seen before."""
        return self.verdict is not Verdict.UNKNOWN or bool(self.final_url or self.text_digest)

    @property
    def for_readers(self) -> Verdict:
        """The verdict as readers are given it: a wrong page that only one day has shown is ``unknown`` to them."""
        return self.verdict if self.suspected is None else Verdict.UNKNOWN

    def quote(self, text: str) -> LockedQuote | None:
        """What is known of a pinned quote; white space and the form of quotation marks make no difference."""
        return self._by_words.get(plain_quote(text))

    def notice(self, *kinds: NoticeKind) -> Notice | None:
        """The gravest notice of these kinds (any kind, if none is named), or none."""
        order = tuple(NoticeKind)
        wanted = [notice for notice in self.notices if not kinds or notice.kind in kinds]
        return min(wanted, key=lambda notice: order.index(notice.kind), default=None)


@dataclass(frozen=True, slots=True)
class Lock:
    """``references.lock``: what is known of each reference, by key.

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

    def of(self, reference: Reference) -> LockedReference | None:
        """What is known of a reference as it stands now; none, if it was never looked at or was changed since.

        To write the address to which its page has moved for good is no such change: it is the one that answered.
        """
        locked = self.references.get(reference.key)
        if locked is None or locked.fingerprint == fingerprint(reference):
            return locked
        followed = locked.verdict is Verdict.MOVED and reference.fields.get("URL") == locked.final_url
        return locked if followed and locked.fingerprint == fingerprint(reference, locked.address) else None


def fingerprint(reference: Reference, address: str | None = None) -> str:
    """The digest of what decides which work a reference is: its title, identifiers and address (12 hex digits).

    With an ``address`` as if it had this one.
    """
    parts = [reference.title, reference.fields.get("URL", "") if address is None else address]
    parts += [reference.identifiers.get(kind, "") for kind in IdentifierKind if kind is not IdentifierKind.URL]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


_MARKS: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "‑": "-", "–": "-", "—": "-"})


def plain_quote(text: str) -> str:
    """A quote without what typesetting does to it: forms of quotation marks and dashes, white space, "≥ 5" for "≥5"."""
    return normalise_spacing(" ".join(text.translate(_MARKS).split()))
