"""Merging the notices of several services into one list, which is the same from run to run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from citewell.citations.title_notices import find_title_notice
from citewell.model.evidence import Notice, NoticeKind

_ORDER: Final = tuple(NoticeKind)
_LIFTED_BY_REINSTATEMENT: Final = frozenset({NoticeKind.RETRACTION, NoticeKind.CONCERN})


def merge_notices(
    found: Iterable[Notice],
    before: Iterable[Notice],
    today: date,
    silent: Collection[str] = (),
    reinstated: str = "",
    unread: Collection[str] = (),
) -> tuple[Notice, ...]:
    """The notices about a work, each once, the gravest and then the oldest first.

    ``before`` are those of the last lock: they record when each was first seen, and those of a service that is
    ``silent`` today (its ``said_by``) stay, since a service that cannot be asked takes nothing back; nor does a notice
    whose own record could not be read (its DOI is in ``unread``). ``reinstated`` is the day on which the work was, and
    lifts what was retracted or doubted until then.
    """
    known = tuple(before)
    kept = (notice for notice in known if set(_list_sources(notice)) & set(silent) or notice.doi in unread)
    merged: list[Notice] = []
    for notice in sorted([*found, *kept], key=_fullness_key):
        _add_notice(merged, replace(notice, seen=None))
    open_notices = [notice for notice in _drop_milder_duplicates(merged) if not _is_lifted(notice, reinstated)]
    return tuple(sorted((_set_first_seen(notice, known, today) for notice in open_notices), key=_gravity_key))


def find_notices_in_title(title: str, said_by: str, own_doi: str = "") -> list[Notice]:
    """The notice in a work's own title, as in "RETRACTED: …", as a list of at most one."""
    found = find_title_notice(title)
    return [Notice(found.kind, said_by, doi=own_doi, reason=found.reason)] if found else []


def notices_to_data(notices: Iterable[Notice]) -> list[dict[str, str]]:
    """Notices as a bibliography file has them under ``custom: notices:``."""
    texts = (
        {
            "kind": str(notice.kind),
            "said-by": notice.said_by,
            "published": notice.published,
            "doi": notice.doi,
            "pmid": notice.pmid,
            "reason": notice.reason,
        }
        for notice in notices
    )
    return [{name: value for name, value in each.items() if value} for each in texts]


def _add_notice(merged: list[Notice], notice: Notice) -> None:
    """Add a notice, or merge it into the one it duplicates."""
    for at, other in enumerate(merged):
        if _is_same_notice(other, notice):
            merged[at] = Notice(
                notice.kind,
                ", ".join(sorted({*_list_sources(other), *_list_sources(notice)})),
                published=max(other.published, notice.published, key=len),
                doi=other.doi or notice.doi,
                pmid=other.pmid or notice.pmid,
                reason=other.reason or notice.reason,
            )
            return
    merged.append(notice)


def _is_same_notice(one: Notice, other: Notice) -> bool:
    """Whether two notices are one: of one kind, with an identifier in common or none that differs.

    Without one in common their days must agree as far as both are known. No work is retracted twice, so a
    retraction that names no notice is that of any which does.
    """
    if one.kind is not other.kind:
        return False
    if (one.doi and one.doi == other.doi) or (one.pmid and one.pmid == other.pmid):
        return True
    if (one.doi and other.doi) or (one.pmid and other.pmid):
        return False
    nameless = not (one.doi or one.pmid) or not (other.doi or other.pmid)
    if nameless and one.kind is NoticeKind.RETRACTION:
        return True
    shorter, longer = sorted((one.published, other.published), key=len)
    return longer.startswith(shorter) if nameless else bool(shorter) and longer.startswith(shorter)


def _drop_milder_duplicates(notices: Iterable[Notice]) -> Iterator[Notice]:
    """The notices, less those that another service reports as graver: one says "erratum" where another read it."""
    gravest: dict[str, NoticeKind] = {}
    for notice in sorted(notices, key=_gravity_key):
        names = [f"{kind}:{value}" for kind, value in (("doi", notice.doi), ("pmid", notice.pmid)) if value]
        if all([gravest.setdefault(name, notice.kind) is notice.kind for name in names]):  # noqa: C419  each is noted
            yield notice


def _set_first_seen(notice: Notice, known: Iterable[Notice], today: date) -> Notice:
    days = [other.seen for other in known if other.seen and _is_same_notice(notice, other)]
    return replace(notice, seen=min(days, default=today))


def _is_lifted(notice: Notice, reinstated: str) -> bool:
    dated = bool(reinstated) and bool(notice.published)
    return dated and notice.kind in _LIFTED_BY_REINSTATEMENT and notice.published <= reinstated


def _list_sources(notice: Notice) -> list[str]:
    return notice.said_by.split(", ")


def _fullness_key(notice: Notice) -> tuple[object, ...]:
    """Notices that name both identifiers come first, so that what names one of them finds its own."""
    return -bool(notice.doi) - bool(notice.pmid), *_gravity_key(notice), notice.said_by, notice.reason


def _gravity_key(notice: Notice) -> tuple[int, str, str, str]:
    return _ORDER.index(notice.kind), notice.published, notice.doi, notice.pmid
