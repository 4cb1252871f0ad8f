"""Whether a page's titles are only the name of its site, as on every page of some sites."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from citewell.model.references import Reference


def are_only_site_names(titles: Collection[str], address: str, reference: Reference) -> bool:
    """Whether all titles of the page at an address are the name of its site.

    That is part of its host ("NHS" of ``www.nhs.uk``), or the reference names it as publisher.
    """
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    bodies = (name.literal for name in reference.authors)
    publishers = (reference.fields.get(name, "") for name in ("container-title", "publisher"))
    names = {_fold_letters(name) for name in (host, *host.split("."), *bodies, *publishers)} - {""}
    return bool(titles) and all(_fold_letters(title) in names for title in titles)


def _fold_letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
