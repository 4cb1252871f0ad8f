"""The few tags that CSL's data may hold, as Zotero writes them: ``<i>``, ``<sup>``, ``<span class="nocase">``.

Entries are plain text, so italics and similar tags are dropped. Raised and lowered text is kept: ``10<sup>6</sup>`` is
10⁶, not 106. Crossref's ``&amp;`` is the character it stands for. Any other tag is text.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from citewell.citations.raised import lower_text, raise_text

_DROPPED: Final = re.compile(r"</?(?:i|em|b|strong|sc|scp|span)(?: [^<>]*)?>", re.IGNORECASE)
_SMALL_CAPITALS: Final = re.compile(
    r"<(?:sc|scp|span style=\"font-variant: ?small-caps;?\")>([^<>]*)</(?:sc|scp|span)>", re.IGNORECASE
)  # as in "d-glucose", whose letter is a small D
_MOVED: Final = re.compile(r"<(su[bp])>([^<>]*)</\1>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")


def plain_words(text: str) -> str:
    """A text without CSL's tags: ``<i>In vitro</i> CO<sub>2</sub>`` is ``In vitro CO₂``."""
    if "<" in text:
        text = _SMALL_CAPITALS.sub(lambda tag: tag[1].upper(), text)
        text = _MOVED.sub(_moved, _DROPPED.sub("", text))
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text


def _moved(tag: re.Match[str]) -> str:
    before = tag.string[max(tag.start() - 1, 0) : tag.start()]
    return raise_text(tag[2], before) if tag[1].lower() == "sup" else lower_text(tag[2])
