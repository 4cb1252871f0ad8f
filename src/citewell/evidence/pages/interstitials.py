"""Pages that a site shows in place of the one that was asked for, with the status of a good page.

They ask visitors to sign in, to accept cookies, for a country or a profession, or announce maintenance. Their
titles are not the work's, and say nothing about it. A page that is wrongly taken for one of them only leaves a
verdict open, so the words in ``interstitials.yml`` are broad.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml


class Interstitial(StrEnum):
    """What a site shows in place of the page; the values are the keys of ``interstitials.yml``."""

    COOKIES = "cookies"
    SIGN_IN = "sign-in"
    CONSENT = "consent"
    REGION = "region"
    PROFESSION = "profession"
    MAINTENANCE = "maintenance"
    BROWSER = "browser"


_WORDS: Final = Path(__file__).with_suffix(".yml")
_PASSWORD: Final = re.compile(r"<input\b[^>]{0,300}\btype\s*=\s*[\"']?password\b", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"\s+[-–—|·•»:/]\s+|\s*[|»]\s*|:\s+")
_AROUND: Final = " .!?…¡¿。！？:\"'“”‘’«»"
_SHORT: Final = 80  # words of main text; a page that says more has been shown
_LONGEST: Final = 200  # characters of a title that is looked at
_SOURCE: Final = 500_000  # characters of HTML in which a field for a password is looked for


def detect_interstitial(titles: Iterable[str], source: str, main: str) -> Interstitial | None:
    """Which interstitial a page is; ``None`` if it may be the requested page itself.

    ``titles`` are its ``<title>`` and first headings, ``source`` is its HTML, ``main`` its main text.
    """
    for title in titles:
        parts = [part.strip(_AROUND) for part in (title, *_SEPARATOR.split(title)[:6]) if len(part) <= _LONGEST]
        for kind, words in _compile_patterns("titles").items():
            if any(part and words.fullmatch(part) for part in parts):
                return kind
    if len(main.split()) > _SHORT:
        return None
    if _PASSWORD.search(source[:_SOURCE]):
        return Interstitial.SIGN_IN
    return next((kind for kind, words in _compile_patterns("words").items() if words.search(main)), None)


@cache
def _compile_patterns(where: str) -> Mapping[Interstitial, re.Pattern[str]]:
    """The words of each kind that occur in ``titles`` or in the text (``words``), as one pattern."""
    data: dict[str, Any] = yaml.load(_WORDS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    parts = {f"<{name}>": f"(?:{'|'.join(words)})" for name, words in data["parts"].items()}

    def pattern(words: list[str]) -> re.Pattern[str]:
        whole = "|".join(words)
        for name, part in parts.items():
            whole = whole.replace(name, part)
        return re.compile(whole, re.IGNORECASE)

    return {kind: pattern(data[kind][where]) for kind in Interstitial}
