"""Texts from elsewhere as one clean line, without invisible characters and those that reorder or hide words."""

from __future__ import annotations

import re
from typing import Final

#: Controls, surrogates, bidirectional marks, soft hyphens and other characters without a shape (Unicode Technical
#: Report 36 and UTS 39). White space is not among them: it is collapsed. Private use and U+FFFD stay: they replace a
#: lost character, and the editor must see where.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOINERS: Final = re.compile("[\u200c\u200d]+")
#: Scripts in which a joiner is spelling: Arabic and its neighbours, the Indic scripts, Myanmar, Khmer, Mongolian.
_JOINING: Final = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc]"
)


def clean_text(text: str) -> str:
    """A text on one line, white space collapsed, without invisible characters."""
    return " ".join(_JOINERS.sub(_keep_joiner, _UNSEEN.sub("", text)).split())


def has_invisible_characters(text: str) -> bool:
    """Whether ``clean_text`` would remove anything but white space from a text."""
    return "".join(clean_text(text).split()) != "".join(text.split())


def _keep_joiner(match: re.Match[str]) -> str:
    """A joiner between letters of a script whose spelling uses it; "" elsewhere, and for several in a row."""
    before, after = match.string[max(match.start() - 1, 0) : match.start()], match.string[match.end() : match.end() + 1]
    spelt = len(match[0]) == 1 and _JOINING.match(before) and _JOINING.match(after)
    return match[0] if spelt else ""
