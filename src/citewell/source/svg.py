"""Whether an SVG picture is only a picture: no script, nothing from elsewhere, nothing that could become either.

A picture that is used as ``img`` cannot run scripts, but readers open pictures by themselves, and then it can. So what
is unsafe is refused, not cleaned. After the SVG 2 specification (linking, scripting, animation) and the OWASP notes on
SVG; XML entities are refused with the DOCTYPE that would declare them.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.parsers import expat

from citewell.model.file_problems import PictureError, SvgDanger, UnreadablePicture, UnsafeSvg
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import SourceText, Span
from citewell.source.characters import find_odd_characters
from citewell.source.picture_formats.bitmap import Size
from citewell.source.svg_rules import judge_attribute, judge_element, judge_style

_DEEPEST: Final = 64
_SVG: Final = "http://www.w3.org/2000/svg"
_LENGTH: Final = re.compile(r"\s*([0-9]*\.?[0-9]+)(?:px)?\s*")
_DARK: Final = re.compile(r"prefers-color-scheme|\blight-dark\(")
#: Nobody reads more findings about one picture.
_MOST: Final = 50


class ReadSvg(NamedTuple):
    """The size of an SVG picture (``None`` when it says none) and every problem."""

    size: Size | None
    problems: tuple[AnyProblem, ...]


def read_svg(source: SourceText) -> ReadSvg:
    """Read an SVG picture. Never raises on content."""
    reader = _Reader(source)
    reader.read()
    problems = (*find_odd_characters(source), *reader.problems)
    return ReadSvg(reader.size, problems)


def adapts_to_dark(text: str) -> bool:
    """Whether a drawing has colours of its own for a dark page."""
    return _DARK.search(text) is not None


class _Refused(Exception):
    pass


class _Reader:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.bytes = source.text.encode("utf-8", "surrogatepass")
        self.problems: list[AnyProblem] = []
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
            self._note(UnreadablePicture(PictureError.NOT_XML, code=error.code))
        except _Refused:
            pass

    def _start(self, name: str, attributes: list[str]) -> None:
        space, _, local = name.rpartition(" ")
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        if not self.within:
            self._check_root(space, local, dict(pairs))
        self.within.append(local.lower())
        if len(self.within) > _DEEPEST:
            self._note(UnsafeSvg(SvgDanger.TOO_DEEP, most=_DEEPEST))
            raise _Refused
        self._note_if(judge_element(space, local))
        for attribute, value in pairs:
            plain = attribute.rpartition(" ")[2]
            self._note_if(judge_attribute(local, plain, value), within=plain)

    def _check_root(self, space: str, local: str, attributes: dict[str, str]) -> None:
        if (space, local) != (_SVG, "svg"):
            self._note(UnreadablePicture(PictureError.NOT_SVG, instead=_SVG))
            raise _Refused
        self.size = _read_size(attributes)

    def _end(self, _name: str) -> None:
        if self.within.pop() == "style":
            self._note_if(judge_style("".join(self.style)))
            self.style.clear()

    def _text(self, text: str) -> None:
        if self.within[-1] == "style":
            self.style.append(text)

    def _doctype(self, *_: object) -> None:
        start = max(self.source.text.find("<!DOCTYPE"), 0)
        self.problems.append(Problem(self.source.locate(Span(start, start + 9)), UnsafeSvg(SvgDanger.DOCTYPE)))
        raise _Refused

    def _instruction(self, target: str, _data: str) -> None:
        self._note(UnsafeSvg(SvgDanger.INSTRUCTION, target))

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in {"utf-8", "us-ascii"}:
            self._note(UnsafeSvg(SvgDanger.ENCODING, encoding))

    def _note_if(self, danger: UnsafeSvg | None, within: str = "") -> None:
        if danger is None:
            return
        self._note(danger, within)
        if len(self.problems) == _MOST:
            raise _Refused

    def _note(self, facts: UnsafeSvg | UnreadablePicture, within: str = "") -> None:
        """Note a problem where the parser is now; one about an attribute at the attribute's name."""
        at = len(self.bytes[: max(self.parser.CurrentByteIndex, 0)].decode("utf-8", "replace"))
        if within:
            tag_end = self.source.text.find(">", at)
            named = re.compile(rf"[\s:]({re.escape(within)})\s*=").search(self.source.text, at, max(tag_end, at))
            at = named.start(1) if named else at
        end = min(at + max(len(within), 1), len(self.source.text))
        self.problems.append(Problem(self.source.locate(Span(at, max(at, end))), facts))


def _read_size(attributes: dict[str, str]) -> Size | None:
    """Width and height as given, else those of the view box (SVG 2, section 8.2), rounded to whole pixels."""
    lengths = [_LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
    if all(lengths):
        return _round_size(*(float(length[1]) for length in lengths if length))
    box = attributes.get("viewBox", "").replace(",", " ").split()
    try:
        return _round_size(float(box[2]), float(box[3])) if len(box) == 4 else None
    except ValueError:
        return None


def _round_size(width: float, height: float) -> Size | None:
    if not (0 < width <= 20_000 and 0 < height <= 20_000):
        return None
    return Size(max(round(width), 1), max(round(height), 1))
