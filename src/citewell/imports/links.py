"""Which links of a page may be kept."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from citewell.imports.document import Notes

_KEPT: Final = frozenset({"http", "https", "mailto", "tel"})
_SHOWN: Final = 80  # characters of an address
_WHITE: Final = re.compile(r"[\x00-\x20\x7f-\xa0]+")


def keep_link(address: str, base: str, notes: Notes) -> str:
    """The address of a link that leads out of the page; "" for any other, which the notes name.

    ``base`` is the address of the page, if it has one. Programs (``javascript:``) and data are never kept.
    """
    bare = _WHITE.sub("", address)
    if not bare or bare.startswith("#"):
        return ""
    try:
        whole = urljoin(base, bare) if base else bare
        scheme = urlsplit(whole).scheme.lower()
    except ValueError:
        scheme = whole = ""
    if scheme not in _KEPT:
        inside = "Links to parts of the old site were left out, and their words kept"
        forbidden = "Links of a kind that no page may have were left out, and their words kept"
        notes.leave_out(forbidden if scheme else inside, bare[:_SHOWN])
        return ""
    if base and whole.partition("#")[0] == base.partition("#")[0] and "#" in whole:
        return ""
    return quote(whole, safe="%/:?#[]@!$&'*+,;=~-._")
