"""Claims: every piece of text of a page, and what supports it. All of them together are the page's ledger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citewell.model.inlines import Certainty, CitationItem, Waiver
from citewell.model.source_location import Span


class Status(StrEnum):
    """Whether a piece of text is supported."""

    CITED = "cited"
    UNCITED = "uncited"
    WAIVED = "waived"
    NOT_A_CLAIM = "not-a-claim"


class Support(StrEnum):
    """How far the support of a claim has been checked.

    ``UNVERIFIED``: a program wrote it, and no person has said yet that its sources say so.
    """

    UNVERIFIED = "unverified"
    UNCHECKED = "unchecked"
    QUOTED = "quoted"
    REVIEWED = "reviewed"


class ClaimSubject(StrEnum):
    """What a claim is about, as far as a site may want the exact words of a source for it (``quote_for``).

    The gravest first; ``emergency`` and ``urgent`` are the signs on such cards.
    """

    EMERGENCY = "emergency"
    URGENT = "urgent"
    DOSES = "doses"
    NUMBERS = "numbers"
    TREATMENTS = "treatments"
    COMPARISONS = "comparisons"
    TAKEAWAYS = "takeaways"


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the ledger.

    ``text`` is plain: no marks, no Markdown, white space collapsed. ``kind`` is the waiver's kind; for a row that is
    not a claim it is ``heading``, ``question``, ``label``, ``lead-in``, ``computed``; else ``None``. ``doubtful`` are
    places inside the claim where a sentence may end without a mark. ``citations`` hold the sources that contradict the
    claim or are only background, too: a claim with no others is uncited. ``certainty`` is what a source says of the
    evidence, never a guess of ours.
    """

    id: str
    span: Span
    text: str
    block: str
    status: Status
    kind: str | None = None
    support: Support | None = None
    citations: tuple[CitationItem, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    doubtful: tuple[Span, ...] = ()
    certainty: Certainty | None = None

    @property
    def supporting(self) -> tuple[CitationItem, ...]:
        """The citation items that say what the claim says, at least in part."""
        return tuple(item for item in self.citations if item.is_support)
