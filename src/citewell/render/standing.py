"""How a source stands: whether its link was checked, what was said of the work since, and why it is still cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from citewell.citations.acceptance import accepted, accepted_notice
from citewell.citations.notices import address_of_notice
from citewell.markup import Markup, element
from citewell.model.evidence import BAD, SEEN, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.references import Acceptance, Reference
from citewell.model.site import Person
from citewell.render import evidence_words as words
from citewell.render.html import linked
from citewell.render.lines import spaced, stacked

_WEB_ADDRESS: Final = re.compile(r"https?://[^\s/?#\\@]+(?:[/?#]\S*)?", re.IGNORECASE)
_ALARM: Final = "retracted"
_SIGNS: Final = {**dict.fromkeys(SEEN, "checked"), **dict.fromkeys(BAD, "broken")}


def status(
    reference: Reference, locked: LockedReference | None, about: Iterable[Notice], people: Mapping[str, Person]
) -> Markup:
    """Whether the link of a source was checked and how it was found; where there is one, the copy in an archive."""
    if locked is None:
        return element("p", element("span", words.NOT_CHECKED, class_="unchecked"), class_="status")
    # A tick beside "retracted" would say that all is well.
    doubted = locked.verdict in SEEN and any(sign_of_notice(notice.kind) == _ALARM for notice in about)
    said = element("span", words.status(locked), class_=None if doubted else sign(locked.verdict))
    decision = accepted(reference, locked, locked.verdict) if locked.verdict in BAD else None
    why = _decision(decision, people) if decision else None
    return element("p", stacked(said, _copy(locked), why), class_="status")


def sign(verdict: Verdict) -> str:
    """The class of the sign that stands before the words of a verdict: a tick, a cross, or an exclamation mark."""
    return _SIGNS.get(verdict, "unchecked")


def notices(reference: Reference, known: Iterable[Notice], people: Mapping[str, Person]) -> Iterator[Markup]:
    """What was said of a work after it appeared, the gravest first, with the editors' reason to cite it still.

    A reason that covers several notices stands with the first.
    """
    given: set[Acceptance] = set()
    for notice in _told(tuple(known)):
        said, leads = words.notice(notice.kind, reference, notice.published)
        href = address_of_notice(notice)
        end = (": ", linked(href, leads)) if href else (f", {words.said_by(notice.said_by)}",)
        whole = element("span", said, *end, ".")
        decision = accepted_notice(reference, notice)
        why = _decision(decision, people) if decision and decision not in given else None
        given.update({decision} if decision else ())
        yield element("span", spaced(whole, why), class_=f"said {sign_of_notice(notice.kind)}")


def sign_of_notice(kind: NoticeKind) -> str:
    """The class of the sign before a notice; a correction is no alarm."""
    return "corrected" if kind is NoticeKind.CORRECTION else _ALARM


def is_web_address(href: str) -> bool:
    """Whether a page may link to an address that came from the web: with a host, no user name and no white space."""
    return _WEB_ADDRESS.fullmatch(href) is not None


def _told(known: Sequence[Notice]) -> list[Notice]:
    """Each notice once. Two services tell of one notice, and not both know where it stands."""
    found = {(notice.kind, address_of_notice(notice)): notice for notice in reversed(known)}
    placed = {kind for kind, address in found if address}
    told = [notice for (kind, address), notice in found.items() if address or kind not in placed]
    return sorted(told, key=lambda notice: (tuple(NoticeKind).index(notice.kind), notice.published))


def _copy(locked: LockedReference) -> Markup | None:
    """The link to an archived copy; where the page itself is gone, it is what a reader wants."""
    copy = locked.archived
    if copy is None or not is_web_address(copy.url):
        return None
    link = linked(copy.url, words.archived(copy.date))
    return element("strong" if locked.verdict in BAD else "span", link, class_="archived")


def _decision(decision: Acceptance, people: Mapping[str, Person]) -> Markup:
    """Why editors cite a work in spite of what is known of it, who decided so, and when."""
    name = people[decision.by].name if decision.by in people else decision.by
    return element("span", words.still_cited(decision.reason), " ", words.signed(name, decision.date), class_="why")
