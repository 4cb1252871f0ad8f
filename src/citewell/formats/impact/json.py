"""What depends on references, for programs: one JSON object, what is not known is ``null``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from citewell.citations.notices import notices_about

if TYPE_CHECKING:
    from citewell.citations.impact import Impact, Owner, Statement, Touched
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
    locked = site.lock.of(reference)
    return {
        "key": reference.key,
        "title": reference.title,
        "verdict": str(locked.verdict) if locked else None,
        "checked": locked.checked.isoformat() if locked else None,
        "notices": [str(notice.kind) for notice in notices_about(reference, site.lock)],
    }


def _convert_claim(statement: Statement) -> dict[str, Any]:
    article = statement.document.article
    place = article.locate(statement.claim.span)
    return {
        "id": statement.claim.id,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "text": statement.claim.text,
        "article": article.slug,
        "keys": list(statement.keys),
        "only": statement.only,
        "no_sound": statement.no_sound,
    }


def _convert_article(touched: Touched) -> dict[str, Any]:
    front = touched.article.front
    return {
        "slug": touched.article.slug,
        "title": front.title.text,
        "status": str(front.status),
        "path": touched.article.source.path,
        "claims": len(touched.statements),
        "owners": list(dict.fromkeys(author.text for author in front.authors)),
    }


def _convert_owner(owner: Owner) -> dict[str, Any]:
    return {"id": owner.id, "name": owner.name, "articles": len(owner.documents), "claims": owner.statements}
