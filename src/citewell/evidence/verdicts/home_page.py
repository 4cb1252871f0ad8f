"""Whether a page's address now leads to a home page, as those of deleted pages often do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from citewell.evidence.network.response import Answer

_LANGUAGE: Final = r"[a-z]{2}(?:[-_][a-z]{2})?"
_HOME: Final = re.compile(rf"/?(?:{_LANGUAGE}/?)?(?:(?:index|default|home)(?:\.[a-z]{{3,5}})?/?)?", re.IGNORECASE)


def leads_home(answer: Answer) -> bool:
    """Whether an address deep in a site was redirected to a home page."""
    named = urlsplit(answer.address).path.strip("/") == "home"  # a page of that name which is one no more
    return bool(answer.hops) and _is_home(answer.final_url) and (named or not _is_home(answer.address))


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return bool(_HOME.fullmatch(parts.path)) and not parts.query
