"""Documents of LibreOffice and others (``.odt``, ``.rtf``), where pandoc is installed, which writes them as HTML."""

from __future__ import annotations

import shutil
import subprocess
from typing import Final

from citewell.errors import ContentUnreadable
from citewell.imports.document import Document
from citewell.imports.readers.html import parse_page

ENDINGS = (".odt", ".rtf")
_RTF: Final = b"{\\rtf"
_SECONDS: Final = 60
#: No document may read other files or ask the web, and none may fill the memory (pandoc's manual, "Security").
_SAFELY: Final = ("--sandbox", "+RTS", "-M1G", "-RTS")


def read_document(data: bytes, base: str) -> Document:
    """Read a document by way of pandoc. Raises ``ContentUnreadable`` where it is missing, or cannot read it."""
    program = shutil.which("pandoc")
    if program is None:
        raise ContentUnreadable("only pandoc reads this kind of file, and it is not installed", "Save it as .docx.")
    style = "rtf" if data.startswith(_RTF) else "odt"
    command = [program, "--from", style, "--to", "html", "--wrap", "none", *_SAFELY]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - no shell
    except (subprocess.SubprocessError, OSError) as error:
        raise ContentUnreadable("pandoc could not read the file", "Save it as .docx.") from error
    return parse_page(f"<body>{done.stdout.decode('utf-8', 'replace')}</body>", base)
