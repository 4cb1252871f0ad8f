"""A picture in the text: ``![alternative text](file)``, alone in its paragraph."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.model.blocks import RawInline
from citewell.model.source_location import Span

_PICTURE: Final = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\((?P<file>[^()\s]*)\)\s*")


class FoundPicture(NamedTuple):
    """The file as written, the alternative text with white space collapsed, and the place of that text."""

    file: str
    alt: str
    alt_span: Span


def read_picture(raw: RawInline) -> FoundPicture | None:
    """The picture, or ``None`` when the text is anything else; a title after the file is not allowed for."""
    match = _PICTURE.fullmatch(raw.content)
    if match is None:
        return None
    words = match["alt"].strip()
    start = match.start("alt") + match["alt"].index(words)
    span = Span(raw.offsets[start], raw.offsets[start + len(words)])
    return FoundPicture(match["file"], " ".join(words.split()), span)
