"""Retractions that only a keyword, a type or a note of a record mentions, as PubMed's reach other programs.

Exports of EndNote, Ovid and Zotero keep the publication type "Retracted Publication" among keywords (``KW``, ``M3``,
tags) and "Retraction in: J Test. 2020;1(1):1" in a note. MeSH's "Retraction of Publication as Topic" is about
retractions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from citewell.citations.title_notices import find_title_notice
from citewell.evidence.notices import notices_to_data
from citewell.model.evidence import Notice, NoticeKind

_MARK: Final = re.compile(
    r"retracted(?: (?:publication|article|paper))?|retract(?:ion|ed) in(?:\s*:.*|\b.*\b[12][0-9]{3}\b.*)", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"\s*[;,\n|]\s*")
_ITS_RECORD: Final = "its record"
_FIELDS: Final = frozenset({"keyword", "genre", "note", "status"})


def add_retraction(raw: Mapping[str, Any], left: Mapping[str, Any]) -> Mapping[str, Any]:
    """CSL data, with the notice of a retraction that its words or the ``left`` fields mention, unless it has one."""
    custom = raw.get("custom") or {}
    if not isinstance(custom, Mapping) or custom.get("notices"):
        return raw
    fields = _FIELDS - {"keyword"} if _is_about_retractions(raw.get("title")) else _FIELDS
    texts = _list_texts([*(raw.get(name) for name in sorted(fields)), *left.values()])
    if not any(_MARK.fullmatch(part) for text in texts for part in _BETWEEN.split(text)):
        return raw
    return {**raw, "custom": {**custom, "notices": notices_to_data([Notice(NoticeKind.RETRACTION, _ITS_RECORD)])}}


def _is_about_retractions(title: Any) -> bool:
    """Whether a work writes about retractions, and so has the word among its keywords."""
    return isinstance(title, str) and "retract" in title.casefold() and find_title_notice(title) is None


def _list_texts(values: list[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (each for each in value if isinstance(each, str))
