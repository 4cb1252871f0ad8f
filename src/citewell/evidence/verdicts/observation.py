"""One observation of a reference: the facts from which its verdict is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from citewell.evidence.pages.titles import OTHER, SAME
from citewell.model.evidence import Verdict

if TYPE_CHECKING:
    from citewell.evidence.network.response import Outcome
    from citewell.evidence.pages.page_text import PageText


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """What a service knows about an identifier (``DOI 10.1/x``).

    ``title`` is that of the work; ``None``: it does not know the identifier. ``match`` is how much of the reference's
    title that is, in per cent; ``None`` where it cannot be judged. ``complete`` says that what the service does not
    know does not exist.
    """

    service: str
    identifier: str
    title: str | None
    match: int | None = None
    complete: bool = True

    @property
    def same(self) -> bool:
        """Whether it confirms the work."""
        return self.match is not None and self.match >= SAME

    @property
    def other(self) -> bool:
        """Whether it clearly names another work."""
        return self.match is not None and self.match < OTHER


@dataclass(frozen=True, slots=True)
class Observation:
    """What was observed of a reference.

    ``outcome`` is that of its address (none, if it has none), ``page`` what was read there, ``match`` how much of the
    reference's title is in it, in per cent, and ``leads_on`` that it sends browsers to another page. ``identifier``
    is the one whose address was asked, if any; with ``redirector`` the address is made to redirect, so
    where it leads is not news.
    """

    outcome: Outcome | None = None
    page: PageText | None = None
    match: int | None = None
    leads_on: bool = False
    identifier: str = ""
    redirector: bool = False
    records: tuple[ServiceRecord, ...] = ()


class DailyVerdict(NamedTuple):
    """A verdict and its reason, from one day alone: a failure is always the first.

    ``guessed`` says that a page's title alone makes it another work, which a second day must confirm.
    """

    verdict: Verdict
    reason: str
    guessed: bool = False
