"""The state of a source: whether its link was checked, later notices about the work, and why it is still cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from citewell.citations.acceptance import find_acceptance, find_notice_acceptance
from citewell.citations.notices import find_notice_url
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.model.evidence import BAD, SEEN, LockedReference, Notice, NoticeKind, Verdict
from citewell.model.people import Person
from citewell.model.references import Acceptance, Reference
from citewell.render.layout import spaced, stacked
from citewell.render.running_text import linked

_WEB_ADDRESS: Final = re.compile(r"https?://[^\s/?#\\@]+(?:[/?#]\S*)?", re.IGNORECASE)
_ALARM: Final = "retracted"
_STUDIES: Final = frozenset({"research-study", "trial", "cohort-study", "systematic-review"})
_PERIODICALS: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_ICONS: Final = {**dict.fromkeys(SEEN, "checked"), **dict.fromkeys(BAD, "broken")}


def status(
    reference: Reference,
    locked: LockedReference | None,
    about: Iterable[Notice],
    people: Mapping[str, Person],
    words: Words,
) -> Markup:
    """Whether the link of a source was checked and how it was found; where there is one, the copy in an archive."""
    if locked is None:
        return element("p", element("span", words("status.unchecked"), class_="unchecked"), class_="status")
    # A tick beside "retracted" would say that all is well.
    verdict = locked.for_readers
    doubted = verdict in SEEN and any(icon_of_notice(notice.kind) == _ALARM for notice in about)
    outcome = words(f"status.{verdict}", day=words.day(locked.checked))
    said = element("span", outcome, class_=None if doubted else icon_of_verdict(verdict))
    decision = find_acceptance(reference, locked, verdict) if verdict in BAD else None
    why = _decision(decision, people, words) if decision else None
    return element("p", stacked(said, _copy(locked, words), why), class_="status")


def icon_of_verdict(verdict: Verdict) -> str:
    """The class of the icon before the words of a verdict: a tick, a cross, or an exclamation mark."""
    return _ICONS.get(verdict, "unchecked")


def notices(
    reference: Reference, known: Iterable[Notice], people: Mapping[str, Person], words: Words
) -> Iterator[Markup]:
    """What was said of a work after it appeared, the gravest first, with the editors' reason to cite it still.

    A reason that covers several notices is shown with the first.
    """
    given: set[Acceptance] = set()
    for notice in _merge_notices(tuple(known)):
        said, href = _happened(notice, reference, words), find_notice_url(notice)
        if href:
            notice_text = words.marked(
                "notice.with_link", said=said, link=linked(href, words(f"notice_{notice.kind}.see"))
            )
        else:
            notice_text = words.marked("notice.with_name", said=said, name=notice.said_by)
        whole = element("span", notice_text)
        decision = find_notice_acceptance(reference, notice)
        why = _decision(decision, people, words) if decision and decision not in given else None
        given.update({decision} if decision else ())
        yield element("span", spaced(whole, why), class_=f"said {icon_of_notice(notice.kind)}")


def icon_of_notice(kind: NoticeKind) -> str:
    """The class of the icon before a notice; a correction is not an alarm."""
    return "corrected" if kind is NoticeKind.CORRECTION else _ALARM


def is_web_address(href: str) -> bool:
    """Whether a page may link to an address that came from the web: with a host, no user name and no white space."""
    return _WEB_ADDRESS.fullmatch(href) is not None


def _merge_notices(known: Sequence[Notice]) -> list[Notice]:
    """Each notice once. Two services may report the same notice, and perhaps only one of them knows its address."""
    found = {(notice.kind, find_notice_url(notice)): notice for notice in reversed(known)}
    placed = {kind for kind, address in found if address}
    merged = [notice for (kind, address), notice in found.items() if address or kind not in placed]
    return sorted(merged, key=lambda notice: (tuple(NoticeKind).index(notice.kind), notice.published))


def _happened(notice: Notice, reference: Reference, words: Words) -> str:
    """``This study was retracted in January 2014``."""
    said, when = words(f"notice_{notice.kind}.{_work(reference)}"), words.on_day(notice.published)
    return words("notice.dated", said=said, when=when) if when else said


def _work(reference: Reference) -> str:
    """What a work is called in a sentence about it."""
    if reference.kind in _STUDIES:
        return "study"
    if reference.kind == "guideline":
        return "guideline"
    return "article" if reference.type in _PERIODICALS else "work"


def _copy(locked: LockedReference, words: Words) -> Markup | None:
    """The link to an archived copy; where the page itself is gone, it is what a reader wants."""
    copy = locked.archived
    if copy is None or not is_web_address(copy.url):
        return None
    link = linked(copy.url, words("status.archived", day=words.day(copy.date)))
    return element("strong" if locked.for_readers in BAD else "span", link, class_="archived")


def _decision(decision: Acceptance, people: Mapping[str, Person], words: Words) -> Markup:
    """Why editors cite a work in spite of what is known of it, who decided so, and when."""
    name = people[decision.by].name if decision.by in people else decision.by
    reason = words("notice.still_cited", reason=decision.reason)
    return element("span", reason, " ", words("notice.signed", name=name, day=words.day(decision.date)), class_="why")
