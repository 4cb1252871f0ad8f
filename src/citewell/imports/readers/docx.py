"""Word documents, read by mammoth as HTML: footnotes and endnotes are lists there, and marks lead to them."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final

from citewell.errors import ContentUnreadable
from citewell.extras import require_extra
from citewell.imports.document import Document
from citewell.imports.readers.html import parse_page

ENDINGS = (".docx",)
_LARGEST: Final = 100 * 1024 * 1024  # bytes of all parts, unpacked
_RATIO: Final = 200  # how many times longer than its packed form a part may be; Word's XML packs 10 to 30 times
_SMALL: Final = 1024 * 1024  # below this a ratio says nothing
_MOST_PARTS: Final = 5000
_DOCUMENT: Final = "word/document.xml"
#: Styles of Word that mammoth does not know by itself; the others it maps to headings, lists and paragraphs.
_STYLES: Final = """\
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Caption'] => p:fresh
"""


def read_document(data: bytes, base: str) -> Document:
    """Read a Word document. Raises ``ContentUnreadable`` for one that is broken or would unpack to too much."""
    _refuse_hostile(data)
    require_extra("imports")
    import mammoth  # noqa: PLC0415 - of the extra "imports", which only Word documents need

    try:
        done = mammoth.convert_to_html(BytesIO(data), style_map=_STYLES, include_default_style_map=True)
    except Exception as error:  # whatever a broken document makes a parser raise, it is that
        raise ContentUnreadable("the Word document is broken", "Open it in Word and save it again.") from error
    found = parse_page(f"<body>{done.value}</body>", base)
    messages = dict.fromkeys(message.message for message in done.messages if "style" not in message.message.lower())
    return Document(found.blocks, "", found.remarks, (*found.guesses, *(f"Word: {message}." for message in messages)))


def _refuse_hostile(data: bytes) -> None:
    """Refuse what would fill the memory, or is not a Word document."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            listed = parts.infolist()
            if any(part.flag_bits & 1 for part in listed):
                raise ContentUnreadable("the file has a password", "Save it without one.")
            bomb = any(part.file_size > max(_SMALL, _RATIO * part.compress_size) for part in listed)
            if bomb or len(listed) > _MOST_PARTS or sum(part.file_size for part in listed) > _LARGEST:
                raise ContentUnreadable("the file unpacks to far more than a document has", "Nothing of it was read.")
            if _DOCUMENT not in parts.namelist():
                raise ContentUnreadable(
                    "the file is a ZIP archive, but not a Word document", "Save it as .docx in Word."
                )
            for part in listed:
                if part.filename.endswith((".xml", ".rels")) and re.search(rb"<!(?:DOCTYPE|ENTITY)", parts.read(part)):
                    raise ContentUnreadable("the Word document defines entities, which Word never does", None)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, RuntimeError) as error:
        raise ContentUnreadable("the Word document is broken", "Open it in Word and save it again.") from error
