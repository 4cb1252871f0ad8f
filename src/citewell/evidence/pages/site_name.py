"""Whether a page is called by nothing but the name of its site, as happens to every page of some sites."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from citewell.model.references import Reference


def only_site_name(titles: Collection[str], address: str, reference: Reference) -> bool:
    """Whether all titles of the page at an address are the name of its site.

    That is part of its host ("NHS" of ``www.nhs.uk``), or stands in the reference as who publishes it.
    """
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    bodies = (name.literal for name in reference.authors)
    publishers = (reference.fields.get(name, "") for name in ("container-title", "publisher"))
    names = {_letters(name) for name in (host, *host.split("."), *bodies, *publishers)} - {""}
    return bool(titles) and all(_letters(title) in names for title in titles)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
