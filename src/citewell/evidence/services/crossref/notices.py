"""The notices about a work in Crossref's record.

``updated-by`` lists the notices that update a work, ``update-to`` the works that a notice updates: of another work it
says nothing about this one, of the work itself it does, since some publishers retract a work in its place. ``source``
says whether the publisher or Retraction Watch reported it. The types are those of Crossref's documentation under
"Updates" and what publishers wrote before there was a list; ``relation`` has ``is-replaced-by`` and ``is-preprint-of``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from citewell.citations.identifiers import parse_identifier
from citewell.citations.title_notices import PARTLY, REMOVED, REPLACED, WITHDRAWN, read_announcement
from citewell.evidence.items.dates import format_iso, parse_csl_date, parse_date_words
from citewell.evidence.notices import find_notices_in_title
from citewell.evidence.service_api.json_api import as_mapping, get_text, iterate_list
from citewell.model.evidence import Notice, NoticeKind
from citewell.model.references import IdentifierKind

NAME: Final = "Crossref"
_PASSED_ON: Final = "Crossref, Retraction Watch"
"""The source of what Crossref passes on: both, so that it is kept while either is unavailable."""
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
"""The kind of notice for each type. A partial retraction is graver than a correction, but does not retract the work."""
_RELATIONS: Final = (("is-replaced-by", ""), ("is-preprint-of", _PUBLISHED))
_GRAVEST_FIRST: Final = tuple(NoticeKind)
_FOUND_IN_PLACE: Final = frozenset({NoticeKind.RETRACTION, NoticeKind.CONCERN, NoticeKind.CORRECTION})


def read_notices(message: Mapping[str, Any]) -> tuple[Notice, ...]:
    """The notices about a work in its own record."""
    own = parse_identifier(IdentifierKind.DOI, get_text(message.get("DOI"))) or ""
    found = list(_read_updates(message.get("updated-by")))
    updates = list(_read_updates(message.get("update-to")))
    found += [update for update in updates if own and update.doi == own and update.kind in _FOUND_IN_PLACE]
    found += _read_relations(as_mapping(message.get("relation")), own)
    if not updates:  # a notice may bear the title of the work that it retracts ("Retracted: …")
        known = {notice.kind for notice in found}  # which the title only repeats
        in_title = find_notices_in_title(get_text(message.get("title")), NAME, own)
        found += [notice for notice in in_title if notice.kind not in known]
    return tuple(dict.fromkeys(found))


def correct_kind(notice: Notice, title: str, title_of_work: str) -> Notice:
    """A notice, with a graver kind if its own title says so.

    Publishers register retractions under whatever type their system has: of the known ones every fifth is an "erratum".
    A correction may also bear the title of its work, which then says nothing ("Retraction of the scapula").
    """
    said = read_announcement(title) if title.casefold() != title_of_work.casefold() else None
    if said is None or _GRAVEST_FIRST.index(said[0]) >= _GRAVEST_FIRST.index(notice.kind):
        return notice
    return replace(notice, kind=said[0], reason=said[1])


def _read_updates(value: object) -> Iterator[Notice]:
    for one in iterate_list(value):
        update = as_mapping(one)
        known = _find_kind(update)
        if known:
            kind, reason = known
            yield Notice(
                kind,
                said_by=_PASSED_ON if get_text(update.get("source")) == "retraction-watch" else NAME,
                published=_read_published(update.get("updated")),
                doi=parse_identifier(IdentifierKind.DOI, get_text(update.get("DOI"))) or "",
                reason=reason,
            )


def _find_kind(update: Mapping[str, Any]) -> tuple[NoticeKind, str] | None:
    """The kind of notice by an update's type or label, the graver of the two."""
    names = (" ".join(re.split(r"[\s_-]+", get_text(update.get(key)).lower())) for key in ("type", "label"))
    known = [_KINDS[name] for name in names if name in _KINDS]
    return min(known, key=lambda one: _GRAVEST_FIRST.index(one[0]), default=None)


def _read_relations(relation: Mapping[str, Any], own: str) -> Iterator[Notice]:
    for name, reason in _RELATIONS:
        for one in iterate_list(relation.get(name)):
            other = as_mapping(one)
            doi = parse_identifier(IdentifierKind.DOI, get_text(other.get("id")))
            if doi and doi != own:
                yield Notice(NoticeKind.SUPERSEDED, NAME, doi=doi, reason=reason)


def _read_published(value: object) -> str:
    when = as_mapping(value)
    return format_iso(parse_csl_date(value) or parse_date_words(get_text(when.get("date-time"))))
