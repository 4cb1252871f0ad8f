"""Which notices there are about a reference: they belong to the work, whatever its editors write of it meanwhile.

What was looked up holds for one state of a reference. A retraction holds for the work, so it is found again by the
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
"""Who says so, of a notice in the title of a work."""


def notices_about(reference: Reference, lock: Lock) -> tuple[Notice, ...]:
    """All notices about the work that a reference names as it stands now, each once."""
    found: dict[tuple[str, str, str], Notice] = {}
    for locked in _entries(reference, lock):
        for notice in locked.notices:
            found.setdefault((notice.kind, notice.doi, notice.pmid), notice)
    for notice in _in_reference(reference):
        if not any(notice.kind == kind for kind, _, _ in found):  # what was looked up says more about the same
            found[notice.kind, notice.doi, notice.pmid] = notice
    return tuple(found.values())


def _in_reference(reference: Reference) -> Iterator[Notice]:
    """The notices that the reference itself holds, those of its record before that of its title."""
    yield from reference.notices
    said = find_title_notice(reference.title)
    if said:
        yield Notice(said.kind, _ITS_TITLE, reason=said.reason)


def address_of_notice(notice: Notice) -> str:
    """Where a notice, or the newer work that it names, can be read, or nothing."""
    for kind, value in ((IdentifierKind.DOI, notice.doi), (IdentifierKind.PMID, notice.pmid)):
        normal = parse_identifier(kind, value) if value else None
        if normal:
            return make_identifier_url(kind, normal)
    return ""


def identifiers_of_work(reference: Reference) -> tuple[str, ...]:
    """By what the work can be found again: ``doi:10.1/x``, ``pmid:1``, an ISBN or an address."""
    return tuple(key.value for key in list_work_keys(reference) if key.sure)


def _entries(reference: Reference, lock: Lock) -> Iterator[LockedReference]:
    """What was found of the reference itself, if that still holds, then of others that share an identifier with it.

    Two works may stand at one address, so that is believed only where one of the two has nothing surer.
    """
    own = lock.references.get(reference.key)
    if own and own.notices and lock.of(reference):
        yield own
    if not lock.noted:
        return
    names = identifiers_of_work(reference)
    certain = any(name.startswith(_OF_WORK) for name in names)
    for name in names:
        for locked in lock.noted.get(name, ()):
            if name.startswith(_OF_WORK) or not (certain and any(map(_is_of_work, locked.identifiers))):
                yield locked


def _is_of_work(identifier: str) -> bool:
    return identifier.startswith(_OF_WORK)
