"""Removing what must not be published with a bibliography: e-mail addresses and local file paths."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

_E_MAIL: Final = re.compile(
    r"(?:\b(?:electronic address|e-?mail|mailto)\s*:\s*)?"
    r"(?<![\w.+/@-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[a-z]{2,24}",
    re.IGNORECASE,
)
_LOCAL: Final = re.compile(
    r"(?:(?<![A-Za-z])[A-Za-z]\\?:\\{1,4}|(?<!\S)\\\\[\w.$-]+\\|\bfile:/|(?<![\w:/.])(?:~|/(?:Users|home|Volumes|mnt|private|var))/"
    r"|\b(?:internal-pdf|zotero|papers[0-9]?|mendeley|evernote|x-devonthink-item|citavi|onenote)://)[^\"<>|;]*",
    re.IGNORECASE,
)
_ON_A_COMPUTER: Final = re.compile(
    r"(?:bdsk-)?files?(?:[ -][0-9]+)*|attachments?|local-?(?:url|file)|pdf|owner|username|__markedentry", re.IGNORECASE
)
"""Fields in which other programs keep where they put a file, and for whom."""


class PrivacyResult(NamedTuple):
    """Data without private parts, and the names of the fields that had some."""

    data: dict[str, Any]
    fields: tuple[str, ...]


def remove_private_data(item: dict[str, Any]) -> PrivacyResult:
    """An item without e-mail addresses and local paths, also in what it keeps of another program's fields."""
    found: dict[str, None] = {}
    data = _clean_mapping(item, found, "")
    return PrivacyResult(data, tuple(found))


def _clean_mapping(values: dict[str, Any], found: dict[str, None], inside: str) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, value in values.items():
        if inside == "imported" and _ON_A_COMPUTER.fullmatch(name) and not _is_on_the_web(value):
            found[name] = None
            continue
        rest = _clean_value(value, found, name)
        if rest:
            kept[name] = rest
    return kept


def _clean_value(value: Any, found: dict[str, None], name: str) -> Any:
    if isinstance(value, dict):
        return _clean_mapping(value, found, name)
    if isinstance(value, list):
        return [rest for one in value if (rest := _clean_value(one, found, name))]
    if not isinstance(value, str) or name == "DOI":
        return value
    rest = _LOCAL.sub("", _E_MAIL.sub("", value) if "@" in value else value)
    if rest == value:
        return value
    found[name] = None
    return re.sub(r"\(\s*\)|<\s*>", "", " ".join(rest.split())).strip(" ,;:")


def _is_on_the_web(value: Any) -> bool:
    return isinstance(value, str) and re.match(r"https?://", value) is not None
