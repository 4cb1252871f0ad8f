"""XML from elsewhere as a tree: no entities of its own, no document type read, and no deeper than any record.

A document that declares entities is refused whole, for they can name files and unpack to gigabytes ("billion laughs");
PubMed declares none. Its document type is another file, which is never fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import repeat
from typing import Any, Final, NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from citewell.evidence.rich_text.elements import Elements
from citewell.evidence.rich_text.tags import markup_to_text

_DEEPEST: Final = 60  # elements within each other; PubMed's records stay below 20


class _RefusedXml(ValueError):
    """The document asks for what is not done."""


def parse_xml(body: bytes) -> Element | None:
    """The root of a document, or ``None`` for what is not XML, or is XML that is refused."""
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _RefusedXml
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.SkippedEntityHandler = lambda name, _is_parameter: builder.data(unescape(f"&{name};"))
    try:
        parser.Parse(body, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError):
        return None  # expat raises LookupError for an unknown encoding, the builder AssertionError for no element


def parse_xml_text(text: str) -> Element | None:
    """The root of a document that is text already, whatever encoding it names; ``None`` as for ``parse_xml``."""
    named = r"^(\s*<\?xml[^>]*?)\s+encoding=(?:\"[^\"]*\"|'[^']*')"
    return parse_xml(re.sub(named, r"\1", text, count=1).lstrip().encode())


def list_element_lines(beginning: re.Pattern[str], text: str) -> Iterator[int]:
    """The lines, from 1, in which elements begin, without end: of elements that are not found the last."""
    line, end = 1, 0
    for match in beginning.finditer(text):
        line += text.count("\n", end, match.start())
        end = match.start()
        yield line
    yield from repeat(line)


def element_text(element: Element | None) -> str:
    """All words of an element in plain text: raised and lowered ones and formulas as such, other markup left out."""
    if element is None:
        return ""
    elements = Elements()
    _read_element(element, elements)
    return markup_to_text(elements.finish())


def text_at(element: Element, path: str) -> str:
    """The words of the first element at a path; "" if there is none."""
    return element_text(element.find(path))


def _read_element(element: Element, elements: Elements) -> None:
    elements.text(element.text or "")
    for child in element:
        name = child.tag.lower().rpartition(":")[2]
        elements.start(name, " ".join(f'{key}="{value}"' for key, value in child.attrib.items()))
        _read_element(child, elements)
        elements.end(name)
        elements.text(child.tail or "")


def _refuse(*_: Any) -> NoReturn:
    raise _RefusedXml
