"""Broken, hostile and odd documents: one clear message, or a draft and a report of what is odd."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

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


@pytest.mark.parametrize(
    ("name", "data", "says"),
    {
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
        "an empty text": ("a.txt", b" \n ", "has no text"),
        "bytes": ("a.txt", b"a\x00b", "NUL character"),
        "a spreadsheet": ("a.ods", b"cells", "this kind of file cannot be imported"),
    }.values(),
)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes, says: str) -> None:
    with pytest.raises(ContentUnreadable) as caught:
        import_data(name, data)

    assert says in caught.value.message


@pytest.mark.parametrize(
    ("page", "body", "says"),
    {
        "marks without a list of sources": (
            "<h1>A</h1><p>Dust hums.[1] It glows.[2]</p>",
            "Dust hums.[1] It glows.[2]\n",
            "2 marks such as [1], [2] stay in the text, because there is no list of sources",
        ),
        "a mark that is not in the list": (
            "<h1>A</h1><p>Dust hums.[1] It glows.[7]</p><h2>Sources</h2><ol><li>One, 2020</li></ol>",
            "Dust hums. [@s1] It glows.[7]\n",
            "1 marks such as [7] stay in the text, because its number is not in the list",
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
        "a table in a table": (
            "<h1>A</h1><table><tr><th>x<th>y<tr><td>b<td><table><tr><td>c<td>d</table></table>",
            "| x | y |\n|---|---|\n| b | c d |\n",
            "A table is inside another one",
        ),
        "programs and data in links": (
            "<h1>A</h1><p><a href=' java\nscript:alert(1)'>one</a> <a href='data:text/html,x'>two</a></p>",
            "one two\n",
            "this kind of address is not allowed: javascript:alert(1)",
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
    }.values(),
)
def test_what_is_odd_is_kept_and_named(page: str | bytes, body: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "words.html").write_text("words")

    found = import_data("a.html", page, tmp_path)

    assert found.draft.body == body
    assert says in found.guesses


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
