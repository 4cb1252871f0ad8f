"""Details of imported sources from the services that know them, where the network and the extra are there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from citewell.evidence.items.normalise import Item, fill_gaps
from citewell.evidence.lookup_request import LookupRequest
from citewell.extras import EXTRAS
from citewell.model.references import IdentifierKind

if TYPE_CHECKING:
    from citewell.model.site import Settings
    from citewell.project import Project

_KINDS: Final = (IdentifierKind.DOI, IdentifierKind.PMID, IdentifierKind.PMCID, IdentifierKind.ISBN, IdentifierKind.URL)
_ALIKE: Final = 0.6  # of two titles: a subtitle or a translation may be missing, another work has other words


def can_look_up() -> bool:
    """Whether the packages for it are installed."""
    return all(find_spec(name) for name in EXTRAS["evidence"].packages)


def look_up_items(
    items: Sequence[Item], settings: Settings, project: Project, today: date
) -> tuple[list[Item], list[str]]:
    """The items with the details that services and pages know, and sentences about those that were not found.

    A record with another title may be of another work, so nothing is taken from it.
    """
    from citewell.evidence.lookup import look_up_all  # noqa: PLC0415 - of the extra "evidence"

    requests = {at: request for at, item in enumerate(items) if (request := _make_request(item))}
    found = asyncio.run(look_up_all(requests.values(), settings, project.root, project.page_cache, today))
    whole = list(items)
    remarks: list[str] = []
    if found and all(result.item is None for result in found):
        return whole, [f"No source could be looked up ({found[0].reason}); what is missing is still missing."]
    for at, result in zip(requests, found, strict=True):
        if result.item is None:
            remarks.append(f"{result.request.label} was not found: {result.reason}.")
        elif not _is_same_title(items[at], result.item):
            remarks.append(
                f'{result.request.label} leads to "{result.item.get("title", "")}", and the page calls it '
                f'"{items[at].get("title", "")}": nothing was taken from there. Find out which one is meant.'
            )
        else:
            whole[at] = fill_gaps({**result.item, "custom": items[at].get("custom", {})}, [items[at]])
        if result.item is not None and any(notice.kind == "retraction" for notice in result.notices):
            remarks.append(f"{result.request.label} was retracted: do not cite it.")
    return whole, remarks


def _make_request(item: Item) -> LookupRequest | None:
    return next((LookupRequest(kind, item[kind]) for kind in _KINDS if item.get(kind)), None)


def _is_same_title(ours: Item, theirs: Item) -> bool:
    """Whether two titles are of one work: alike, or one within the other."""
    one, other = (" ".join(item.get("title", "").casefold().split()) for item in (ours, theirs))
    return bool(one and other) and (other in one or one in other or SequenceMatcher(None, one, other).ratio() >= _ALIKE)
