"""The notices about a reference: they belong to the work, whatever its editors change in the reference.

A lock entry holds for one state of a reference. A retraction holds for the work, so it is found again by the
work's identifiers when a title is corrected, a key renamed or a PMID added. Some works also say it themselves: in their
title ("RETRACTED: …"), or in their record, which an import keeps under ``custom: notices:``. That counts at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.citations.identifiers import make_identifier_url, parse_identifier
from citewell.citations.same_work import list_work_keys
from citewell.citations.title_notices import find_title_notice
from citewell.model.evidence import Lock, LockedReference, Notice
from citewell.model.references import IdentifierKind, Reference

_OF_WORK: Final = ("doi:", "pmid:", "pmcid:")
_ITS_TITLE: Final = "its own title"
"""The source of a notice in the title of a work."""


def list_notices(reference: Reference, lock: Lock) -> tuple[Notice, ...]:
    """All notices about the work that a reference names in its current state, each once."""
    found: dict[tuple[str, str, str], Notice] = {}
    for locked in _find_entries(reference, lock):
        for notice in locked.notices:
            found.setdefault((notice.kind, notice.doi, notice.pmid), notice)
    for notice in _list_own_notices(reference):
        if not any(notice.kind == kind for kind, _, _ in found):  # the lock has more about the same one
            found[notice.kind, notice.doi, notice.pmid] = notice
    return tuple(found.values())


def _list_own_notices(reference: Reference) -> Iterator[Notice]:
    """The notices in the reference itself: those of its record, then that of its title."""
    yield from reference.notices
    said = find_title_notice(reference.title)
    if said:
        yield Notice(said.kind, _ITS_TITLE, reason=said.reason)


def find_notice_url(notice: Notice) -> str:
    """The URL at which a notice, or the newer work that it names, can be read, or ""."""
    for kind, value in ((IdentifierKind.DOI, notice.doi), (IdentifierKind.PMID, notice.pmid)):
        normal = parse_identifier(kind, value) if value else None
        if normal:
            return make_identifier_url(kind, normal)
    return ""


def list_identifiers(reference: Reference) -> tuple[str, ...]:
    """The identifiers by which the work can be found again: ``doi:10.1/x``, ``pmid:1``, an ISBN or an address."""
    return tuple(key.value for key in list_work_keys(reference) if key.sure)


def _find_entries(reference: Reference, lock: Lock) -> Iterator[LockedReference]:
    """The entry of the reference itself, if it still holds, then those of others that share an identifier with it.

    Two works may share an address, so an address counts only if one of the two has no better identifier.
    """
    own = lock.references.get(reference.key)
    if own and own.notices and lock.find_entry(reference):
        yield own
    if not lock.noted:
        return
    names = list_identifiers(reference)
    certain = any(name.startswith(_OF_WORK) for name in names)
    for name in names:
        for locked in lock.noted.get(name, ()):
            if name.startswith(_OF_WORK) or not (certain and any(map(_is_of_work, locked.identifiers))):
                yield locked


def _is_of_work(identifier: str) -> bool:
    return identifier.startswith(_OF_WORK)
