"""An SVG picture written again as nothing but its drawing: without what programs and people left in it.

Editors of pictures keep paths with a user's name, layers, authors, dates, even a second copy of the drawing in elements
and attributes of their own namespaces, in ``metadata``, comments and ``data-`` attributes. All of SVG's own stays,
titles and descriptions too. Photos inside are published without their metadata as well.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final
from xml.parsers import expat

from citewell.source.picture_formats import detect_format, read_bitmap
from citewell.source.picture_formats.bitmap import Bitmap

_SVG: Final = "http://www.w3.org/2000/svg"
_PREFIXES: Final = {
    "": "",
    "http://www.w3.org/1999/xlink": "xlink:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
}
_XLINK: Final = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
#: ``content`` is where diagrams.net keeps its own file; ``data-`` is for scripts, which pictures have none of.
_LEFT_OUT: Final = re.compile(r"content|data-.*", re.IGNORECASE)
_EMBEDDED: Final = re.compile(r"\s*data:image/(?:png|jpeg);base64,(?P<data>[A-Za-z0-9+/=\s]*)")
# Not ``xml.sax.saxutils.escape``: importing it loads all that Python knows of HTTP and TLS.
_IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_VALUES: Final = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def read_embedded_bitmap(address: str) -> Bitmap | None:
    """Read the PNG or JPEG in a ``data:`` address; ``None`` when it is something else, or damaged."""
    found = _EMBEDDED.fullmatch(address)
    try:
        data = base64.b64decode(found["data"]) if found else b""
    except binascii.Error:
        return None
    kind = detect_format(data)
    return read_bitmap(kind, data) if kind else None


def strip_metadata(text: str) -> str:
    """The text of a checked, well-formed SVG without metadata; as it is, if it holds none."""
    writer = _Writer()
    writer.parser.Parse(text.encode(), True)
    return "".join(writer.written) + "\n" if writer.left_out else text


class _Writer:
    def __init__(self) -> None:
        self.written: list[str] = []
        self.left_out = False
        self._skipped = 0  # how many elements deep it is in one that is left out
        self._depth = 0
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.CommentHandler = self._leave_out

    def _start(self, name: str, attributes: list[str]) -> None:
        space, _, local = name.rpartition(" ")
        if self._skipped or space != _SVG or local == "metadata":
            self._skipped += 1
            self._leave_out()
            return
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        kept = [shown for name, value in pairs if (shown := self._attribute(name, value))]
        if not self._depth:
            kept = [f'xmlns="{_SVG}"', _XLINK, *kept]
        self._depth += 1
        self.written.append(f"<{' '.join([local, *kept])}>")

    def _attribute(self, name: str, value: str) -> str:
        space, _, local = name.rpartition(" ")
        if space not in _PREFIXES or (not space and _LEFT_OUT.fullmatch(local)):
            self._leave_out()
            return ""
        if local == "href":
            value = self._address(value)
        return f'{_PREFIXES[space]}{local}="{value.translate(_IN_VALUES)}"'

    def _address(self, value: str) -> str:
        """An address as it is, unless it holds a photo with metadata."""
        bitmap = read_embedded_bitmap(value)
        if bitmap is None:
            return value
        head, _, written = value.partition(",")
        if base64.b64decode(written) == bitmap.data:
            return value
        self._leave_out()
        return f"{head},{base64.b64encode(bitmap.data).decode()}"

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        self._depth -= 1
        self.written.append(f"</{name.rpartition(' ')[2]}>")

    def _text(self, text: str) -> None:
        if not self._skipped and self._depth:
            self.written.append(text.translate(_IN_TEXT))

    def _leave_out(self, *_: object) -> None:
        self.left_out = True
