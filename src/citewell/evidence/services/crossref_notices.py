"""What Crossref says was said of a work afterwards.

``updated-by`` lists the notices that update a work, ``update-to`` the works that a notice updates: of another work it
says nothing about this one, of the work itself it does, since some publishers retract a work in its place. ``source``
tells whether the publisher said it or Retraction Watch. The types are those of Crossref's documentation under "Updates"
and what publishers wrote before there was a list; ``relation`` has ``is-replaced-by`` and ``is-preprint-of``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from citewell.citations.identifiers import parse_identifier
from citewell.citations.title_notices import PARTLY, REMOVED, REPLACED, WITHDRAWN, find_title_notice, read_announcement
from citewell.evidence.services.dates import from_parts, from_words, iso
from citewell.evidence.services.json_api import each, mapping, text
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind

NAME: Final = "Crossref"
_PASSED_ON: Final = "Crossref, Retraction Watch"
"""Who says what Crossref passes on: both, so that it is not forgotten while either is silent."""
_PUBLISHED: Final = "it was a preprint and has been published since"

_KINDS: Final[Mapping[str, tuple[NoticeKind, str]]] = {
    "retraction": (NoticeKind.RETRACTION, ""),
    "retracted": (NoticeKind.RETRACTION, ""),
    "withdrawal": (NoticeKind.RETRACTION, WITHDRAWN),
    "withdrawn": (NoticeKind.RETRACTION, WITHDRAWN),
    "removal": (NoticeKind.RETRACTION, REMOVED),
    "removed": (NoticeKind.RETRACTION, REMOVED),
    "retract and replace": (NoticeKind.RETRACTION, REPLACED),
    "retraction and replacement": (NoticeKind.RETRACTION, REPLACED),
    "retracted and replaced": (NoticeKind.RETRACTION, REPLACED),
    "retracted and republished": (NoticeKind.RETRACTION, REPLACED),
    "partial retraction": (NoticeKind.CONCERN, PARTLY),
    "expression of concern": (NoticeKind.CONCERN, ""),
    "editorial expression of concern": (NoticeKind.CONCERN, ""),
    "concern": (NoticeKind.CONCERN, ""),
    "correction": (NoticeKind.CORRECTION, ""),
    "corrected": (NoticeKind.CORRECTION, ""),
    "corrigendum": (NoticeKind.CORRECTION, ""),
    "erratum": (NoticeKind.CORRECTION, ""),
    "err": (NoticeKind.CORRECTION, ""),
    "addendum": (NoticeKind.CORRECTION, ""),
    "clarification": (NoticeKind.CORRECTION, ""),
    "new version": (NoticeKind.SUPERSEDED, ""),
    "new edition": (NoticeKind.SUPERSEDED, ""),
}
"""What each type comes to. A part retracted is graver than a correction and no retraction of the work."""
_RELATIONS: Final = (("is-replaced-by", ""), ("is-preprint-of", _PUBLISHED))
_GRAVEST_FIRST: Final = tuple(NoticeKind)
_FOUND_IN_PLACE: Final = frozenset({NoticeKind.RETRACTION, NoticeKind.CONCERN, NoticeKind.CORRECTION})


def notices(message: Mapping[str, Any]) -> tuple[Notice, ...]:
    """The notices about a work in its own record."""
    own = parse_identifier(IdentifierKind.DOI, text(message.get("DOI"))) or ""
    found = list(_updates(message.get("updated-by")))
    updates = list(_updates(message.get("update-to")))
    found += [update for update in updates if own and update.doi == own and update.kind in _FOUND_IN_PLACE]
    found += _relations(mapping(message.get("relation")), own)
    if not updates:  # a notice may bear the title of the work that it retracts ("Retracted: …")
        said = {notice.kind for notice in found}  # of which the title is but an echo
        found += [notice for notice in title_notices(text(message.get("title")), NAME, own) if notice.kind not in said]
    return tuple(dict.fromkeys(found))


def title_notices(title: str, said_by: str, own_doi: str = "") -> list[Notice]:
    """The notice in a work's own title, as in "RETRACTED: …", as a list of one or none."""
    found = find_title_notice(title)
    return [Notice(found.kind, said_by, doi=own_doi, reason=found.reason)] if found else []


def as_announced(notice: Notice, title: str, title_of_work: str) -> Notice:
    """A notice, graver if its own title says so.

    Publishers register retractions under whatever type their system has: of the known ones every fifth is an "erratum".
    A correction may also bear the title of its work, which then says nothing ("Retraction of the scapula").
    """
    said = read_announcement(title) if title.casefold() != title_of_work.casefold() else None
    if said is None or _GRAVEST_FIRST.index(said[0]) >= _GRAVEST_FIRST.index(notice.kind):
        return notice
    return replace(notice, kind=said[0], reason=said[1])


def _updates(value: object) -> Iterator[Notice]:
    for one in each(value):
        update = mapping(one)
        known = _known(update)
        if known:
            kind, reason = known
            yield Notice(
                kind,
                said_by=_PASSED_ON if text(update.get("source")) == "retraction-watch" else NAME,
                published=_published(update.get("updated")),
                doi=parse_identifier(IdentifierKind.DOI, text(update.get("DOI"))) or "",
                reason=reason,
            )


def _known(update: Mapping[str, Any]) -> tuple[NoticeKind, str] | None:
    """What an update's type or its label comes to, the graver of the two."""
    names = (" ".join(re.split(r"[\s_-]+", text(update.get(key)).lower())) for key in ("type", "label"))
    known = [_KINDS[name] for name in names if name in _KINDS]
    return min(known, key=lambda one: _GRAVEST_FIRST.index(one[0]), default=None)


def _relations(relation: Mapping[str, Any], own: str) -> Iterator[Notice]:
    for name, reason in _RELATIONS:
        for one in each(relation.get(name)):
            other = mapping(one)
            doi = parse_identifier(IdentifierKind.DOI, text(other.get("id")))
            if doi and doi != own:
                yield Notice(NoticeKind.SUPERSEDED, NAME, doi=doi, reason=reason)


def _published(value: object) -> str:
    when = mapping(value)
    return iso(from_parts(value) or from_words(text(when.get("date-time"))))
