"""Reading PDF: its title, its first lines and its text, a line for each line of print."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from pypdf import PageObject, PdfReader

from citewell.evidence.pages.digest import digest_text
from citewell.evidence.pages.page_notices import find_page_notice
from citewell.evidence.pages.page_text import PageText
from citewell.evidence.quotes.quote_match import RAISED, remove_script_marks

#: It warns of each fault of a file; most PDF files have some.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

_MOST_PAGES: Final = 600
_MOST_TEXT: Final = 2_000_000  # characters
_FIRST_LINES: Final = 12
#: Titles that word processors and printers put in by themselves.
_NO_TITLE: Final = re.compile(
    r"untitled.*|microsoft (?:word|powerpoint).*|.*\.(?:docx?|indd|pdf|pptx?|qxd|tex|dvi|rtf)|document\d*|layout"
    r" \d+|\W*|title"
    r"|[\da-f-]{8,}|[a-z]{2,6}\d{3,}.*|pii:? .*|doi:.*",
    re.IGNORECASE,
)
_SMALLER: Final = 0.85  # of the size of the words before: what is raised is mostly set at 58 to 75 %
_RAISED_FIGURES: Final = re.compile(r"[+−–-]?[0-9]{1,4}(?:[.,–-][0-9]{1,3}){0,5}")
_SCANNED: Final = 20  # letters a page; pictures of text have none, or a stamp


def read_pdf(body: bytes) -> PageText:
    """The page that a PDF body is; one without titles and text, if it cannot be read or needs a password."""
    reader = PdfReader(io.BytesIO(body), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return PageText(kind="pdf", scanned=True)
    pages = _extract_texts(reader)
    text = "\n".join(line for line in (" ".join(line.split()) for line in "\n".join(pages).splitlines()) if line)
    shown = remove_script_marks(text)
    said = find_page_notice(shown, shown)
    letters = sum(character.isalpha() for character in text[:5_000])
    return PageText(
        kind="pdf",
        titles=(*_read_metadata_title(reader), *_join_first_lines(shown)),
        text=text,
        digest=digest_text(shown),
        notice=said.kind if said else "",
        says=said.words if said else "",
        scanned=letters < _SCANNED * min(max(len(pages), 1), 5),
    )


def _extract_texts(reader: PdfReader) -> list[str]:
    pages: list[str] = []
    length = 0
    for number in range(min(len(reader.pages), _MOST_PAGES)):
        try:
            text = _extract_text(reader.pages[number])
        except Exception:  # noqa: BLE001  a page that pypdf stumbles over must not cost the others
            text = ""
        pages.append(text.encode("utf-8", "replace").decode())
        length += len(text)
        if length > _MOST_TEXT:
            break
    return pages


def _extract_text(page: PageObject) -> str:
    """The text of a page, with marks around figures that are set smaller right after a figure: exponents, and notes."""
    pieces: list[tuple[str, float]] = []

    def note(text: str, _user: Sequence[float], matrix: Sequence[float], _font: object, size: float) -> None:
        pieces.append((text, abs(size * matrix[3])))

    text = page.extract_text(visitor_text=note) or ""
    parts = [words for words, _ in pieces]
    if "".join(parts) != text:  # it was extracted in another order, so sizes are not known
        return text
    for at, ((before, usual), (words, size)) in enumerate(pairwise(pieces), 1):
        if before[-1:].isdecimal() and size < _SMALLER * usual and _RAISED_FIGURES.fullmatch(words):
            parts[at] = f"{RAISED}{words}{RAISED}"
    return "".join(parts)


def _read_metadata_title(reader: PdfReader) -> tuple[str, ...]:
    try:
        title = str((reader.metadata.title if reader.metadata else "") or "")
    except Exception:  # noqa: BLE001  as above: its text may still be good
        return ()
    title = " ".join(title.encode("utf-8", "replace").decode().split())
    return () if _NO_TITLE.fullmatch(title) else (title,)


def _join_first_lines(text: str) -> tuple[str, ...]:
    """The first lines and runs of two to four of them, for a title takes as many as it needs."""
    lines = text.splitlines()[:_FIRST_LINES]
    runs = (" ".join(lines[start : start + size]) for start in range(5) for size in range(1, 5))
    return tuple(dict.fromkeys(run for run in runs if 3 < len(run) <= 400))
