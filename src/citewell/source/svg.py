"""Whether an SVG picture is only a picture: no script, nothing from elsewhere, nothing that could become either.

A picture that is used as ``img`` cannot run scripts, but readers open pictures by themselves, and then it can. So what
is unsafe is refused, not cleaned. After the SVG 2 specification (linking, scripting, animation) and the OWASP notes on
SVG; XML entities are refused with the DOCTYPE that would declare them.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.parsers import expat

from citewell.model.problems import Problem
from citewell.model.source_location import SourceText, Span
from citewell.source.characters import odd_characters
from citewell.source.picture_formats.bitmap import Size
from citewell.source.svg_rules import Finding, attribute_finding, element_finding, style_finding

_DEEPEST: Final = 64
_SVG: Final = "http://www.w3.org/2000/svg"
_LENGTH: Final = re.compile(r"\s*([0-9]*\.?[0-9]+)(?:px)?\s*")
_DARK: Final = re.compile(r"prefers-color-scheme|\blight-dark\(")
#: Nobody reads more findings about one picture.
_MOST: Final = 50


class ReadSvg(NamedTuple):
    """The size of an SVG picture (``None`` when it says none) and every flaw."""

    size: Size | None
    flaws: tuple[Problem, ...]


def read_svg(source: SourceText) -> ReadSvg:
    """Read an SVG picture. Never raises on content."""
    reader = _Reader(source)
    reader.read()
    flaws = (*odd_characters(source), *reader.flaws)
    return ReadSvg(reader.size, flaws)


def adapts_to_dark(text: str) -> bool:
    """Whether a drawing has colours of its own for a dark page."""
    return _DARK.search(text) is not None


class _Refused(Exception):
    pass


class _Reader:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.bytes = source.text.encode("utf-8", "surrogatepass")
        self.flaws: list[Problem] = []
        self.size: Size | None = None
        self.within: list[str] = []
        self.style: list[str] = []
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.XmlDeclHandler = self._declaration

    def read(self) -> None:
        try:
            self.parser.Parse(self.bytes, True)
        except expat.ExpatError as error:
            words = expat.errors.messages.get(error.code, "damaged")
            finding = Finding(f"the picture is not well-formed XML: {words}", "export it again")
            self._note(finding, kind="picture-unreadable")
        except _Refused:
            pass

    def _start(self, name: str, attributes: list[str]) -> None:
        space, _, local = name.rpartition(" ")
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        if not self.within:
            self._root(space, local, dict(pairs))
        self.within.append(local.lower())
        if len(self.within) > _DEEPEST:
            self._note(Finding(f"elements stand more than {_DEEPEST} deep in one another", "simplify the picture"))
            raise _Refused
        self._note_if(element_finding(space, local))
        for attribute, value in pairs:
            plain = attribute.rpartition(" ")[2]
            self._note_if(attribute_finding(local, plain, value), within=plain)

    def _root(self, space: str, local: str, attributes: dict[str, str]) -> None:
        if (space, local) != (_SVG, "svg"):
            way = f'the first element must be <svg xmlns="{_SVG}">'
            self._note(Finding("this is not an SVG picture", way), kind="picture-unreadable")
            raise _Refused
        self.size = _size(attributes)

    def _end(self, _name: str) -> None:
        if self.within.pop() == "style":
            self._note_if(style_finding("".join(self.style)))
            self.style.clear()

    def _text(self, text: str) -> None:
        if self.within[-1] == "style":
            self.style.append(text)

    def _doctype(self, *_: object) -> None:
        finding = Finding("the picture has a DOCTYPE, which can bring in text from elsewhere", "delete the DOCTYPE")
        start = max(self.source.text.find("<!DOCTYPE"), 0)
        self.flaws.append(Problem("svg-unsafe", self.source.locate(Span(start, start + 9)), *finding))
        raise _Refused

    def _instruction(self, target: str, _data: str) -> None:
        self._note(Finding(f'the picture has a processing instruction ("{target}")', "delete it"))

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in {"utf-8", "us-ascii"}:
            self._note(Finding(f"the picture says it is written in {encoding}, not UTF-8", "export it as UTF-8"))

    def _note_if(self, finding: Finding | None, within: str = "") -> None:
        if finding is None:
            return
        self._note(finding, within)
        if len(self.flaws) == _MOST:
            raise _Refused

    def _note(self, finding: Finding, within: str = "", kind: str = "svg-unsafe") -> None:
        """Note a finding where the parser is now; one about an attribute at the attribute's name."""
        at = len(self.bytes[: max(self.parser.CurrentByteIndex, 0)].decode("utf-8", "replace"))
        if within:
            tag_end = self.source.text.find(">", at)
            named = re.compile(rf"[\s:]({re.escape(within)})\s*=").search(self.source.text, at, max(tag_end, at))
            at = named.start(1) if named else at
        end = min(at + max(len(within), 1), len(self.source.text))
        self.flaws.append(Problem(kind, self.source.locate(Span(at, max(at, end))), finding.detail, finding.suggestion))


def _size(attributes: dict[str, str]) -> Size | None:
    """Width and height as given, else those of the view box (SVG 2, section 8.2), rounded to whole pixels."""
    lengths = [_LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
    if all(lengths):
        return _whole(*(float(length[1]) for length in lengths if length))
    box = attributes.get("viewBox", "").replace(",", " ").split()
    try:
        return _whole(float(box[2]), float(box[3])) if len(box) == 4 else None
    except ValueError:
        return None


def _whole(width: float, height: float) -> Size | None:
    if not (0 < width <= 20_000 and 0 < height <= 20_000):
        return None
    return Size(max(round(width), 1), max(round(height), 1))
