"""Word documents for the tests, written as the few parts that Word needs (ECMA-376, part 1)."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NUMBERING: Final = (
    f'{XML}<w:numbering xmlns:w="{MAIN}">'
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    "</w:numbering>"
)
STYLES: Final = (
    f'{XML}<w:styles xmlns:w="{MAIN}">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in ("Title", "heading 1", "heading 2")
    )
    + "</w:styles>"
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def raised(text: str) -> str:
    return run(text, '<w:vertAlign w:val="superscript"/>')


def note(kind: str, number: int) -> str:
    """The mark of a note: ``kind`` is ``footnote`` or ``endnote``."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def paragraph(*runs: str, style: str = "", level: int | None = None, numbers: bool = False) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{2 if numbers else 1}"/></w:numPr>'
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (listed if level is not None else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(*blocks: str, footnotes: tuple[str, ...] = (), endnotes: tuple[str, ...] = ()) -> bytes:
    """The bytes of a document; its notes are numbered from 1 on."""
    parts = {
        "word/document.xml": f'{XML}<w:document xmlns:w="{MAIN}"><w:body>{"".join(blocks)}</w:body></w:document>',
        "word/numbering.xml": NUMBERING,
        "word/styles.xml": STYLES,
    }
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        inside = "".join(
            f'<w:{kind} w:id="{number}">{paragraph(run(text))}</w:{kind}>' for number, text in enumerate(notes, 1)
        )
        parts[f"word/{kind}s.xml"] = f'{XML}<w:{kind}s xmlns:w="{MAIN}">{inside}</w:{kind}s>'
    related = "".join(
        f'<Relationship Id="r{name[5:-4]}" Type="{OFFICE}/{name[5:-4]}" Target="{name[5:]}"/>' for name in [*parts][1:]
    )
    types = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        f'{"document.main" if name == "word/document.xml" else name[5:-4]}+xml"/>'
        for name in parts
    )
    parts["word/_rels/document.xml.rels"] = (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
    )
    parts["_rels/.rels"] = (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    parts["[Content_Types].xml"] = (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


DOCUMENTS: Final = {
    "footnotes.docx": document(
        paragraph(run("Is glimmer dust heavy?"), style="Title"),
        paragraph(
            run("It is "),
            run("very", "<w:b/>"),
            run(" light."),
            note("footnote", 1),
            run(" A lamp is not."),
            note("footnote", 2),
        ),
        paragraph(run("What it weighs"), style="heading1"),
        paragraph(run("a pinch: 1 mg"), note("footnote", 2), level=0),
        paragraph(run("half a pinch: 0.5 mg"), note("footnote", 2), level=1),
        footnotes=(
            "Lamp Keepers. Weights. https://lamps.example/weights",
            "Flame CD. Pinches. J Lamps. 2014;6:5-6. doi:10.1000/pinch",
        ),
    ),
    "endnotes.docx": document(
        paragraph(run("Does dust fade?"), style="Title"),
        table(
            (run("After"), run("Glow")),
            (run("a week"), run("strong") + note("endnote", 1)),
            (run("a year"), run("weak") + note("endnote", 2)),
        ),
        paragraph(run("It fades."), note("endnote", 1), note("endnote", 2)),
        endnotes=("Wick B. Fading. PMID: 3456789", "“Old dust”, Lantern Library. ISBN 9780000000002"),
    ),
    "list_of_references.docx": document(
        paragraph(run("Can dust be used?"), style="heading1"),
        paragraph(
            run("It lights rooms"), raised("1,2"), run(". It weighs 10"), raised("-3"), run(" g"), raised("3"), run(".")
        ),
        paragraph(run("References"), style="heading1"),
        paragraph(run("Lamp Keepers. Rooms. https://lamps.example/rooms"), level=0, numbers=True),
        paragraph(
            run("Flame, C. D., & Wick, B. (2016). Bright rooms. Journal of Lamps, 8(1), 2–9."), level=0, numbers=True
        ),
        paragraph(run("Example Institute. Weights of dust."), level=0, numbers=True),
    ),
}
