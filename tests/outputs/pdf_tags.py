"""The tags of a PDF: what a screen reader is told, and on which sheets each part stands (ISO 32000-1, 14.7, 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader


@dataclass
class Tag:
    """An element: its kind (``LI``), the sheets its content stands on, from 1, and its elements in reading order."""

    kind: str
    own: list[int]
    inner: list[Tag]

    @property
    def sheets(self) -> list[int]:
        """Where it stands, with all that is in it."""
        return sorted({*self.own, *(sheet for each in self.inner for sheet in each.sheets)})

    def all(self) -> Iterator[Tag]:
        """Itself and all below it, in reading order."""
        yield self
        for each in self.inner:
            yield from each.all()


def read_tags(reader: PdfReader) -> Tag:
    """The tree of a tagged PDF."""
    sheets = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages, 1) if page.indirect_reference}
    return _tag(reader.root_object["/StructTreeRoot"].get_object(), sheets)


def _tag(element: Any, sheets: dict[int, int]) -> Tag:
    tag = Tag(str(element.get("/S", "/Root"))[1:], [], [])
    found = element.get("/K", [])
    for kid in found if isinstance(found, list) else [found]:
        inner = kid.get_object()
        if isinstance(inner, int):  # a piece of the sheet that the element names
            tag.own.append(sheets[element.raw_get("/Pg").idnum])
        elif "/S" in inner:
            tag.inner.append(_tag(inner, sheets))
        elif "/Pg" in inner or "/Pg" in element:
            tag.own.append(sheets[(inner if "/Pg" in inner else element).raw_get("/Pg").idnum])
    return tag
