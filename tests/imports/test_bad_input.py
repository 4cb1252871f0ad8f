"""Broken, hostile and odd documents: one clear message, or a draft and a report of what is odd."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pypandoc
import pytest
from tests.imports.reading import import_data
from tests.imports.word import document, paragraph, run

from citewell.errors import ContentUnreadable
from citewell.imports.pictures import PictureFolder

WORD = document(paragraph(run("Words.")))
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
PICTURE = b"\x89PNG\r\n\x1a\n"


def archive(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name.replace("_", "/", 1).replace("_", "."), data)
    return file.getvalue()


REFUSED = {
    "old Word, or a password": (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
        "before 2007, or one with a password",
    ),
    "cut in the middle": ("a.docx", WORD[: len(WORD) // 2], "is broken"),
    "no Word document": ("a.docx", archive(word_other_xml=b"<a/>"), "not a Word document"),
    "not XML": ("a.docx", archive(word_document_xml=b"<w:document"), "is broken"),
    "a bomb": ("a.docx", archive(word_document_xml=b" " * 50_000_000), "unpacks to far more"),
    "entities": (
        "a.docx",
        archive(word_document_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "defines entities",
    ),
    "an empty page": ("a.html", b"<html><script>draw()</script></html>", "has no text"),
    "a file that is not text": ("a.html", b"\x00\x01\x02", "has no text"),
    "an empty text": ("a.txt", b" \n ", "has no text"),
    "bytes": ("a.txt", b"a\x00b", "NUL character"),
    "a spreadsheet": ("a.ods", b"cells", "this kind of file cannot be imported"),
}


@pytest.mark.parametrize(("name", "data", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes, says: str) -> None:
    with pytest.raises(ContentUnreadable) as caught:
        import_data(name, data)

    assert says in caught.value.message


ODD: dict[str, tuple[str | bytes, str, str]] = {
    "marks without a list of sources": (
        "<h1>A</h1><p>Dust hums.[1] It glows.[2]</p>",
        "Dust hums.[1] It glows.[2]\n",
        "2 marks without a source: there is no list of sources, so the text keeps them",
    ),
    "a mark that is not in the list": (
        "<h1>A</h1><p>Dust hums.[1] It glows.[7]</p><h2>Sources</h2><ol><li>One, 2020</li></ol>",
        "Dust hums. [@s1] It glows.[7]\n",
        "1 mark without a source: its number is not in the list of sources",
    ),
    "sources that nothing cites": (
        "<h1>A</h1><p>Dust hums.</p><h2>Sources</h2><ol><li>One, 2020</li><li>Two, 2021</li></ol>",
        "Dust hums.\n",
        "2 of 2 sources are not cited in the text: 1, 2",
    ),
    "entries that count other marks": (
        "<h1>A</h1><p>Dust hums.[1]</p><h2>Sources</h2><ol><li>^ a b One, 2020</li></ol>",
        "Dust hums. [@s1]\n",
        "Source 1 is cited 1 times in the text, and 2 times as its entry says.",
    ),
    "remarks that are no sources": (
        "<h1>A</h1><p>Dust hums.</p><h2>Notes</h2><ol><li>Rest the knee.</li></ol>",
        "Dust hums.\n\n## Notes\n\n1. Rest the knee.\n",
        "",
    ),
    "marks that are links to other sites": (
        "<h1>A</h1><p>Dust hums. <a href='https://lamps.example/hum'>[1]</a> It glows<sup><a href='https://x.example/'>2</a></sup>.",
        "Dust hums. [@s1] It glows. [@s2]\n",
        "",
    ),
    "sources without numbers, and what comes after them": (
        "<h1>A</h1><p>Dust hums.[2]</p><h2>References</h2><p>One. 2020<p>Two. 2021<p>Last reviewed: May 2026",
        "Dust hums. [@s2]\n\nLast reviewed: May 2026\n",
        "",
    ),
    "an A to Z": (
        "<h1>A</h1><p><a href='#b'>b</a> <a href='#c'>c</a></p><p id='b'>Back</p><p id='c'>Cold</p>",
        "b c\n\nBack\n\nCold\n",
        "",
    ),
    "a title in small letters after its backlinks": (
        "A\n\nDust hums. [1]\n\nSources\n\n1. ^abcancer of the knee, 2020\n",
        "Dust hums. [@s1]\n",
        "",
    ),
    "a table in a table": (
        "<h1>A</h1><table><tr><th>x<th>y<tr><td>b<td><table><tr><td>c<td>d</table></table>",
        "| x | y |\n|---|---|\n| b | c d |\n",
        "A table is inside another one",
    ),
    "programs and data in links": (
        "<h1>A</h1><p><a href=' java\nscript:alert(1)'>one</a> <a href='data:text/html,x'>two</a></p>",
        "one two\n",
        "Links of a kind that no page may have were left out, and their words kept: javascript:alert(1),",
    ),
    "a picture elsewhere on the disk": (
        "<h1>A</h1><img src='../../../etc/passwd' alt='x'>",
        ":::{figure}\n![x](passwd.png)\n:::\n",
        "A picture was not copied, because it is not in the folder of the imported file: ../../../etc/passwd",
    ),
    "a picture that is none": (
        "<h1>A</h1><img src='words.html' alt='x'>",
        ":::{figure}\n![x](words.html)\n:::\n",
        "it is not an SVG, PNG, JPEG or WebP picture: words.html",
    ),
    "words in another encoding": (
        "<meta charset=windows-1252><h1>A</h1><p>Caf\xe9 \x93lamp\x94</p>".encode("latin-1"),
        "Café “lamp”\n",
        "",
    ),
}


@pytest.mark.parametrize(("page", "body", "says"), ODD.values(), ids=ODD)
def test_what_is_odd_is_kept_and_named(page: str | bytes, body: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "words.html").write_text("words")

    name = "a.txt" if isinstance(page, str) and page.startswith("A\n") else "a.html"

    found = import_data(name, page, tmp_path)

    assert found.draft.body == body
    assert says in found.guesses


def test_a_document_of_another_program_is_read_where_pandoc_is(monkeypatch: pytest.MonkeyPatch) -> None:
    note = r"{\super\chftn{\footnote\pard\plain Lamp Keepers. Hum. https://lamps.example/hum}}"
    rich = r"{\rtf1\ansi {\b Dust} hums." + note + r"\par It glows." + note + r"\par}"
    monkeypatch.setenv("PATH", str(Path(pypandoc.get_pandoc_path()).parent))
    read = import_data("a.rtf", rich)
    assert read.draft.body == "**Dust** hums. [@s1]\n\nIt glows. [@s2]\n"
    with pytest.raises(ContentUnreadable, match="could not read"):
        import_data("a.odt", b"PK\x03\x04")

    monkeypatch.setenv("PATH", "")
    with pytest.raises(ContentUnreadable, match="it is not installed"):
        import_data("a.rtf", rich)


def test_a_page_nested_without_end_is_read_flat() -> None:
    found = import_data("a.html", "<h1>A</h1>" + "<div>" * 5000 + "deep" + "<b><i>" * 2000 + "er")

    assert "deep" in found.draft.body


def test_pictures_come_only_from_the_folder_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out.png").write_bytes(PICTURE)
    (tmp_path / "in" / "a.png").write_bytes(PICTURE)
    (tmp_path / "in" / "link.png").symlink_to(tmp_path / "out.png")
    read = PictureFolder(tmp_path / "in")

    assert read("a.png") == read("./x/../a.png") == PICTURE
    for address in (
        "../out.png",
        "%2e%2e/out.png",
        str(tmp_path / "out.png"),
        "link.png",
        "file:///etc/passwd",
        "a\0.png",
    ):
        assert isinstance(read(address), str)


def test_pictures_of_one_name_get_names_of_their_own(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Lamp & co.PNG").write_bytes(PICTURE + folder.encode())
    page = "<h1>A</h1>" + "".join(f"<img src='{folder}/Lamp%20&amp;%20co.PNG' alt='x'>" for folder in "ab")

    assert [*import_data("a.html", page, tmp_path).draft.pictures] == ["lamp-co.png", "lamp-co-2.png"]
