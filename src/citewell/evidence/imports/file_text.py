"""Decoding a file from another program, whatever its encoding."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from citewell.evidence.imports.entry import ImportFault


class FileText(NamedTuple):
    """A text with line feeds (``None`` if the bytes are not text), and its faults."""

    text: str | None
    faults: tuple[ImportFault, ...] = ()


def decode_file(data: bytes) -> FileText:
    """Decode UTF-8, or UTF-16 with its mark; else Windows-1252, which older programs write, with a warning."""
    faults: tuple[ImportFault, ...] = ()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    else:
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            text = data.decode("cp1252", "replace")
            faults = (
                ImportFault(
                    line, "this is not UTF-8; the file was read as Windows-1252, so check the accents", lost=False
                ),
            )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    nul = text.find("\x00")
    if nul >= 0:
        return FileText(
            None, (ImportFault(text.count("\n", 0, nul) + 1, "holds a NUL character, so the file is not text"),)
        )
    return FileText(text, faults)
