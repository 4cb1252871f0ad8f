"""What depends on references, for programs: one JSON object, what is not known is ``null``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from citewell.citations.notices import list_notices

if TYPE_CHECKING:
    from citewell.citations.impact import AffectedPage, Contact, Impact, Statement
    from citewell.model.references import Reference
    from citewell.model.site import Site


def format_impact(found: Impact, site: Site) -> Iterator[str]:
    """One JSON object with ``references``, ``claims``, ``articles`` and ``owners``.

    ``only`` says that a claim has no other source, ``no_sound`` that each of its others has a problem; ``owners`` are
    the authors; the numbers are those of claims and of articles touched.
    """
    data = {
        "references": [_convert_reference(each, site) for each in found.references],
        "claims": [_convert_claim(each) for each in found.statements],
        "articles": [_convert_article(each) for each in found.documents],
        "owners": [_convert_owner(each) for each in found.owners],
    }
    yield json.dumps(data, indent=2)


def _convert_reference(reference: Reference, site: Site) -> dict[str, Any]:
    locked = site.lock.find_entry(reference)
    return {
        "key": reference.key,
        "title": reference.title,
        "verdict": str(locked.verdict) if locked else None,
        "checked": locked.checked.isoformat() if locked else None,
        "notices": [str(notice.kind) for notice in list_notices(reference, site.lock)],
    }


def _convert_claim(statement: Statement) -> dict[str, Any]:
    place = statement.claim.location
    return {
        "id": statement.claim.id,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "text": statement.claim.text,
        "article": statement.document.slug,
        "keys": list(statement.keys),
        "only": statement.only,
        "no_sound": statement.no_sound,
    }


def _convert_article(touched: AffectedPage) -> dict[str, Any]:
    document = touched.document
    return {
        "slug": document.slug,
        "title": document.title,
        "status": str(document.status),
        "path": document.path,
        "claims": len(touched.statements),
        "owners": list(dict.fromkeys(author.text for author in document.authors)),
    }


def _convert_owner(owner: Contact) -> dict[str, Any]:
    return {"id": owner.id, "name": owner.name, "articles": len(owner.documents), "claims": owner.statements}
