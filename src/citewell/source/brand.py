"""``content_src/brand/``: the files of a site's look, read as far as they are safe to publish."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from citewell.diagnostics import Location
from citewell.model.brand import EXTRA_CSS, FONT_ENDING, Brand, BrandFiles
from citewell.model.brand_problems import FontFault, MissingBrandFile, UnusableFont
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import LocatedText, SourceText
from citewell.source.files import FONT, STYLES, Read, SourceFile, read_bytes, read_text
from citewell.source.misspellings import find_nearest_word
from citewell.source.pictures import read_pictures
from citewell.source.styles import list_style_files, read_styles

_WOFF2: Final = b"wOF2"
_LENGTH: Final = slice(8, 12)  # WOFF2, section 4.1: the length of the whole file, most significant byte first


class ReadBrand(NamedTuple):
    """The files that can be published, and every problem with those that are there or named."""

    files: BrandFiles
    problems: tuple[AnyProblem, ...]


def read_brand(brand: Brand, files: Collection[SourceFile], read: Read = read_bytes) -> ReadBrand:
    """Read the files of a site's look, and find those that ``brand`` or the styles name and that are not there."""
    named = {PurePosixPath(file.shown).name: file for file in files}
    pictures = [file for name, file in named.items() if name != EXTRA_CSS and not name.endswith(FONT_ENDING)]
    read_ones, problems = read_pictures(pictures)
    fonts = {name: _read_font(file) for name, file in named.items() if name.endswith(FONT_ENDING)}
    noted = [*problems, *(problem for _, wrong in fonts.values() for problem in wrong)]
    styles = _read_extra_css(named.get(EXTRA_CSS), read, noted)
    wanted = [*brand.pictures(), *(brand.font.files() if brand.font else ())]
    wanted += list_style_files(styles) if styles else ()
    noted += _find_missing(wanted, named)
    safe = {name: picture for name, picture in read_ones.items() if picture.data}
    usable = {name: data for name, (data, _) in fonts.items() if data}
    return ReadBrand(BrandFiles(frozenset(named), safe, usable, styles), tuple(noted))


def _read_extra_css(file: SourceFile | None, read: Read, noted: list[AnyProblem]) -> SourceText | None:
    """The style sheet if nothing in it is refused; an empty one is as good as none."""
    if file is None:
        return None
    source, problems = read_text(file, STYLES, read)
    refused = read_styles(source) if source else ()
    noted += (*problems, *refused)
    return None if refused else source


def _read_font(file: SourceFile) -> tuple[bytes, tuple[AnyProblem, ...]]:
    data, problems = read_bytes(file, FONT)
    if data is None:
        return b"", problems
    if data[: len(_WOFF2)] != _WOFF2:
        fault = FontFault.OTHER_FORMAT
    elif int.from_bytes(data[_LENGTH], "big") != len(data):
        fault = FontFault.DAMAGED
    else:
        return data, ()
    return b"", (Problem(Location(file.shown), UnusableFont(fault)),)


def _find_missing(wanted: Iterable[LocatedText], named: Collection[str]) -> Iterator[AnyProblem]:
    for file in wanted:
        if file.text not in named:
            yield Problem(file.location, MissingBrandFile(file.text, find_nearest_word(file.text, tuple(named))))
