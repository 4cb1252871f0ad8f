"""Pictures beside an article: how large they are, and that they are nothing but pictures."""

from __future__ import annotations

import base64
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.model.source_location import SourceText
from citewell.source.files import SourceFile
from citewell.source.picture_formats import FORMATS, detect_format, read_bitmap
from citewell.source.pictures import read_pictures
from citewell.source.svg import read_svg
from tests.source.bitmap_bytes import PHOTOS, jpeg, png, private_png, riff, segment, webp
from tests.source.wording import detail_of

XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = 'viewBox="0 0 480 320"') -> str:
    return f"<svg {XMLNS} {attributes}>\n{inside}\n</svg>\n"


def data_url(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def problems_of(text: str) -> list[str]:
    return [
        f"{problem.location.line}:{problem.location.column} {problem.kind} {detail_of(problem)}"
        for problem in read_svg(SourceText("x.svg", text)).problems
    ]


# -------------------------------------------------------------------------------------------------------- sizes


@pytest.mark.parametrize(
    ("data", "name", "size"),
    [
        (png(640, 480), "PNG", (640, 480)),
        (jpeg(640, 480), "JPEG", (640, 480)),
        (jpeg(640, 480, b"\xff\xff\xff\x01" + segment(0xC4, b"abc")), "JPEG", (640, 480)),
        (webp(riff(b"VP8X", b"\0\0\0\0\x7f\2\0\xdf\1\0"), riff(b"VP8 ", b"")), "WebP", (640, 480)),
        (webp(riff(b"VP8L", b"\x2f" + struct.pack("<I", 639 | 479 << 14))), "WebP", (640, 480)),
        (webp(riff(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 640, 480))), "WebP", (640, 480)),
    ],
)
def test_sizes_from_headers(data, name, size):
    kind = detect_format(data)
    assert kind is not None
    assert kind.name == name
    bitmap = read_bitmap(kind, data)
    assert bitmap is not None
    assert bitmap.size == size


@pytest.mark.parametrize(
    "data",
    [
        png(0, 4),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 20,
        jpeg(4, 4, b"\xff\xe0\x00\x04abcd"),
        webp(riff(b"VP9 ", b"\0" * 20)),
        webp(riff(b"VP8L", b"\0" * 20)),
    ],
)
def test_damaged_headers_give_no_size(data):
    kind = detect_format(data)
    assert kind is not None
    assert read_bitmap(kind, data) is None


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF1234WEBPVP8 "]), st.binary(max_size=80))
def test_no_bytes_raise(begin, rest):
    kind = detect_format(begin + rest)
    assert kind in FORMATS
    read_bitmap(kind, begin + rest)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 480 320"', (480, 320)),
        ('viewBox="0,0,480.4,319.6"', (480, 320)),
        ('width="640" height="480" viewBox="0 0 1 1"', (640, 480)),
        ('width="640px" height=" 480 "', (640, 480)),
        ('width="100%" height="100%" viewBox="-5 -5 48 32"', (48, 32)),
        ('viewBox="0 0 0.2 0.4"', (1, 1)),
        ('width="100%"', None),
        ('viewBox="0 0 a b"', None),
        ('viewBox="0 0 nan 3"', None),
        ('viewBox="0 0 1e9 3"', None),
        ('viewBox="0 0 480"', None),
        ("", None),
    ],
)
def test_sizes_of_svg(attributes, size):
    read = read_svg(SourceText("x.svg", svg("<g/>", attributes)))
    assert read.size == size
    assert read.problems == ()


# ----------------------------------------------------------------------------------------------------- SVG safety


@pytest.mark.parametrize(
    "inside",
    [
        "<title>The lower spine</title><desc>onload is only a word</desc>",
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)"/>',
        '<use href="#a"/><use xlink:href=" #a "/>',
        "<style>.a{fill:url('#g')} /* http://in.a.comment */ @media print{.a{fill:none}}</style>",
        '<rect style="fill:url( #g ); stroke:red"/>',
        f'<image href="{data_url(PHOTOS["photo.png"])}"/>',
        '<animate attributeName="opacity" from="0" to="1"/>',
        '<a href="#part"><text>Part</text></a>',
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:li r:resource="http://x.example/"/></r:RDF></metadata>',
        "<text>5 &lt; 6 &#38; more — ünï</text><!-- a remark <script> -->",
    ],
)
def test_drawings_are_fine(inside):
    assert problems_of(svg(inside)) == []


@pytest.mark.parametrize(
    ("inside", "place", "detail"),
    [
        ("<script>alert(1)</script>", "2:1", "the picture holds a program (<script>)"),
        ("<g><SCRIPT/></g>", "2:4", "the picture holds a program (<SCRIPT>)"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "2:1", "the picture holds a program (<script>)"),
        ("<foreignObject/>", "2:1", "the picture holds something that is not a drawing (<foreignObject>)"),
        ('<iframe src="#x"/>', "2:1", "the picture holds something that is not a drawing (<iframe>)"),
        ('<p xmlns="http://www.w3.org/1999/xhtml"/>', "2:1", "the picture holds something that is not a drawing (<p>)"),
        ('<g id="ü"><rect onclick="x()"/></g>', "2:17", 'the picture runs a script ("onclick")'),
        ('<rect\n  x="1"\n  OnLoad="x()"/>', "4:3", 'the picture runs a script ("OnLoad")'),
        ('<image href="https://x.example/a.png"/>', "2:8", "the picture uses something from elsewhere"),
        ('<image xlink:href="//x.example/a.png"/>', "2:14", "the picture uses something from elsewhere"),
        ('<use href="other.svg#a"/>', "2:6", "the picture uses something from elsewhere"),
        ('<use href="data:image/png;base64,AAAA"/>', "2:6", "the picture uses something from elsewhere"),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "2:8", "the picture uses something from elsewhere"),
        ('<image href="&#104;ttps://x.example/"/>', "2:8", "the picture uses something from elsewhere"),
        ('<image href="data:image/png;base64,AAAA"/>', "2:8", "the picture holds another one that is damaged"),
        (
            f'<image href="{data_url(png(5001, 5000))}"/>',
            "2:8",
            "inside the picture: the picture has 25,005,000 pixels",
        ),
        ('<a href="https://x.example/"><text>x</text></a>', "2:4", "the picture holds a link to elsewhere"),
        ('<a href="&#106;avascript:alert(1)"/>', "2:4", "the picture holds a link to elsewhere"),
        ('<g xml:base="https://x.example/"/>', "2:8", "the picture uses something from elsewhere"),
        ('<rect fill="url(https://x.example/#g)"/>', "2:7", "a style loads something from elsewhere"),
        ("<rect style=\"fill:URL( 'a.svg#g' )\"/>", "2:7", "a style loads something from elsewhere"),
        ('<rect style="fill:u\\72l(x)"/>', "2:7", "a style hides letters with a backslash"),
        ('<rect style="width:expression(alert(1))"/>', "2:7", "a style runs a script"),
        ("<style>@import 'a.css';</style>", "2:24", "a style loads something from elsewhere"),
        ("<style><![CDATA[@font-face{}]]></style>", "2:32", "a style loads something from elsewhere"),
        ('<set attributeName="href" to="javascript:x"/>', "2:6", "an animation changes the target of a link"),
        ('<animate attributeName=" xlink:href " values="x"/>', "2:10", "an animation changes the target of a link"),
        ('<set attributeName="onclick" to="x"/>', "2:6", "an animation changes the target of a link"),
        ('<set to=" java&#115;cript:x"/>', "2:6", "the picture links to a program or to hidden data"),
        ('<?xml-stylesheet href="a.css"?>', "2:1", "the picture has a processing instruction"),
    ],
)
def test_what_is_more_than_a_drawing(inside, place, detail):
    problems = problems_of(svg(inside))
    assert any(problem.startswith(f"{place} svg-unsafe {detail}") for problem in problems), problems


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<!DOCTYPE svg>\n" + svg(""), "1:1 svg-unsafe the picture has a DOCTYPE"),
        (
            '<?xml version="1.0" encoding="UTF-16"?>\n' + svg(""),
            "1:1 svg-unsafe the picture says it is written in UTF-16",
        ),
        (svg("<g>"), "3:3 picture-unreadable the picture is not well-formed XML: mismatched tag"),
        ("just words", "1:1 picture-unreadable the picture is not well-formed XML"),
        (svg("&nbsp;"), "2:1 picture-unreadable the picture is not well-formed XML: undefined entity"),
        ("<html/>", "1:1 picture-unreadable this is not an SVG picture"),
        ('<svg viewBox="0 0 1 1"/>', "1:1 picture-unreadable this is not an SVG picture"),
        (svg("<text>a\u202eb</text>"), "2:8 bidirectional-character right-to-left override (U+202E)"),
    ],
)
def test_what_is_no_plain_svg(text, problem):
    (found,) = problems_of(text)
    assert found.startswith(problem)


def test_an_xml_declaration_in_utf8_is_fine():
    assert problems_of('<?xml version="1.0" encoding="utf-8"?>\n' + svg("")) == []


def test_an_entity_bomb_ends_before_it_goes_off():
    """Gone off, it would be 200 GB."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    problems = problems_of(f'<!DOCTYPE svg [<!ENTITY a0 "ha">{entities}]>\n' + svg("&a11;"))
    assert len(problems) == 1
    assert "DOCTYPE" in problems[0]


def test_deep_and_endless_pictures_end():
    assert "64 deep" in problems_of(svg("<g>" * 100_000))[0]
    assert len(problems_of(svg('<g onclick="x"/>' * 20_000))) == 50


@given(st.text(alphabet="<>/sgv=\"'&;#xr:é ", max_size=60))
def test_no_svg_raises(inside):
    problems_of(svg(inside))


# --------------------------------------------------------------------------------------------------------- files


def read(tmp_path, name: str, data: bytes):
    (tmp_path / name).write_bytes(data)
    pictures, problems = read_pictures([SourceFile(tmp_path / name, f"content_src/articles/a/{name}")])
    return pictures[name], [f"{problem.location} {problem.kind} {detail_of(problem)}" for problem in problems]


def test_a_picture_with_its_size_and_bytes(tmp_path):
    picture, problems = read(tmp_path, "spine.svg", b"\xef\xbb\xbf" + svg("").replace("\n", "\r\n").encode())
    assert problems == []
    assert (picture.name, picture.width, picture.height) == ("spine.svg", 480, 320)
    assert picture.data == svg("").encode()
    picture, problems = read(tmp_path, "scan.JPG", jpeg(64, 48))
    assert problems == []
    assert (picture.width, picture.height, picture.data) == (64, 48, jpeg(64, 48))


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.png", jpeg(1, 1), 'picture-unreadable this is a JPEG picture, but its name ends in ".png"'),
        ("a.png", b"words", "picture-unreadable this is not a PNG, JPEG or WebP picture"),
        ("a.png", png(0, 0), "picture-unreadable the PNG picture is damaged"),
        ("a.png", png(20_001, 1), "picture-unreadable the picture is more than 20,000 pixels wide or high"),
        ("a.png", png(20_000, 20_000), "picture-unreadable the picture has 400,000,000 pixels (20,000 × 20,000)"),
        ("a.jpg", jpeg(5_001, 5_000), "picture-unreadable the picture has 25,005,000 pixels"),
        ("a.png", private_png(6), "picture-unreadable the EXIF of this PNG picture asks to be turned"),
        ("a.png", b"", "empty-file "),
        ("a.svg", b"", "empty-file "),
        ("a.svg", b"\xff\xfe<\0", "not-utf8 the file is UTF-16, not UTF-8"),
        ("a.svg", svg("", "").encode(), "picture-unreadable the picture has no size"),
        ("a.svg", svg("<script/>").encode(), "svg-unsafe the picture holds a program"),
        ("a.svg", b"x" * (2 * 1024 * 1024 + 1), "file-too-large the file is 2.1 MiB"),
    ],
)
def test_a_picture_with_a_problem_has_no_data_that_could_get_out(tmp_path, name, data, problem):
    picture, problems = read(tmp_path, name, data)
    assert picture.data == b""
    assert len(problems) == 1
    assert f" {problem}" in problems[0]
