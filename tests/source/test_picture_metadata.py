"""What is left in a picture when it is published: the picture, and nothing about who made it, where and with what."""

from __future__ import annotations

import base64
import re
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citewell.source.picture_formats import detect_format, read_bitmap
from citewell.source.svg_metadata import strip_metadata
from tests.source.bitmap_bytes import (
    PHOTOS,
    exif,
    jpeg,
    png,
    private_jpeg,
    private_png,
    private_webp,
    riff,
    segment,
    webp,
)

XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def read(data: bytes):
    kind = detect_format(data)
    assert kind is not None
    return read_bitmap(kind, data)


@pytest.mark.parametrize("name", PHOTOS)
def test_a_picture_without_metadata_is_published_byte_for_byte(name):
    bitmap = read(PHOTOS[name])
    assert bitmap.data == PHOTOS[name]
    assert bitmap.size == (32, 16)


@pytest.mark.parametrize(
    ("private", "clean"),
    [(private_png(1), PHOTOS["photo.png"]), (private_webp(1), PHOTOS["photo.webp"])],
    ids=["PNG", "WebP"],
)
def test_all_but_the_picture_goes(private, clean):
    assert b"Jane" in private
    assert read(private).data == clean


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("orientation", range(1, 9))
def test_of_a_jpeg_only_its_turn_stays(orientation, order):
    bitmap = read(private_jpeg(orientation, order))
    assert bitmap.size == ((16, 32) if orientation >= 5 else (32, 16))
    assert not bitmap.asks_for_turn
    assert b"Jane" not in bitmap.data
    assert b"Cam" not in bitmap.data
    photo = PHOTOS["photo.jpg"]
    assert bitmap.data.endswith(photo[photo.index(b"\xff\xe2") :]), "profile, tables and picture are as they were"
    turn = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    assert (turn in bitmap.data) is (orientation > 1)
    assert read(bitmap.data) == bitmap, "what was made is read as the same"


def test_of_several_exif_blocks_the_first_counts():
    blocks = [segment(0xE1, b"Exif\0\0" + exif(turn)) for turn in (1, 6)]
    assert read(jpeg(32, 16, *blocks)).size == (32, 16)
    assert read(jpeg(32, 16, *reversed(blocks))).size == (16, 32)


@pytest.mark.parametrize(
    "tiff",
    [
        b"",
        b"MM\0*",
        b"MM\0*\xff\xff\xff\xff",
        b"MM\0*\0\0\0\x08\xff\xff",
        exif(0),
        exif(9),
        exif(6)[:30],
        exif(6).replace(b"\x01\x12\x00\x03", b"\x01\x12\x00\x04"),
        b"XX" + exif(6)[2:],
    ],
)
def test_damaged_exif_turns_nothing(tiff):
    assert read(jpeg(32, 16, segment(0xE1, b"Exif\0\0" + tiff))).size == (32, 16)


@pytest.mark.parametrize("private", [private_png(6), private_webp(6)], ids=["PNG", "WebP"])
def test_a_turn_that_only_some_browsers_make_is_noticed(private):
    assert read(private).asks_for_turn


def test_a_frame_of_an_animation_holds_no_metadata_either():
    picture = riff(b"VP8L", b"\x2f" + struct.pack("<I", 31 | 15 << 14))
    head = b"\0" * 16
    canvas = riff(b"VP8X", b"\x02\0\0\0\x1f\0\0\x0f\0\0")
    private = webp(canvas, riff(b"ANIM", b"\0" * 6), riff(b"ANMF", head + picture + riff(b"JANE", b"Jane")))
    assert read(private).data == webp(canvas, riff(b"ANIM", b"\0" * 6), riff(b"ANMF", head + picture))


@pytest.mark.parametrize("private", [private_png(1), private_jpeg(6), private_webp(1)], ids=["PNG", "JPEG", "WebP"])
def test_a_picture_cut_short_anywhere_is_damaged_or_has_no_metadata(private):
    for end in range(12, len(private)):
        bitmap = read(private[:end])
        assert bitmap is None or (b"Jane" not in bitmap.data and sorted(bitmap.size) == [16, 32])


@pytest.mark.parametrize(
    "data",
    [
        png(4, 4)[:-4],
        png(4, 4).replace(b"\0\0\0\0IDAT", b"\x7f\xff\xff\xffIDAT"),
        png(4, 4).replace(b"IDAT", b"tEXt"),
        jpeg(4, 4)[:-2],
        jpeg(4, 4, b"\xff\xe1\x00\x00"),
        jpeg(4, 4, b"\xff\xe1\x00\x01"),
        jpeg(4, 4, b"\xff\xe1\xff\xffExif"),
        b"\xff\xd8\xff\xd9",
        webp(riff(b"VP8X", b"\0" * 10)),
        webp(riff(b"VP8X", b"\0" * 10), b"EXIF\xff\xff\xff\xff"),
        b"RIFF\xff\xff\xff\xffWEBP" + riff(b"VP8L", b"\x2f\0\0\0\0"),
    ],
)
def test_lengths_that_lie_and_missing_parts_are_damage(data):
    assert read(data) is None


@given(st.sampled_from([private_png(1), private_jpeg(6), private_webp(1)]), st.data())
def test_no_damage_raises(private, draw):
    place = draw.draw(st.integers(12, len(private) - 1))
    read(private[:place] + draw.draw(st.binary(max_size=8)) + private[place + draw.draw(st.integers(0, 8)) :])


# ----------------------------------------------------------------------------------------------------------- SVG


def test_a_plain_drawing_is_published_as_it_was_written():
    text = f'<svg {XMLNS} viewBox="0 0 9 9">\r\n  <title>A  disc</title><g fill=\'red\'><circle r="3"/></g>\n</svg>'
    assert strip_metadata(text) == text


PRIVATE = f"""<?xml version="1.0"?>
<!-- Created with Inkscape by Jane -->
<svg {XMLNS} xmlns:svg="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"
  inkscape:export-filename="/home/Jane/spine.png" sodipodi:docname="Jane.svg"
  content="&lt;mxfile agent=&quot;Jane&quot;/&gt;">
<sodipodi:namedview inkscape:current-layer="Jane"><inkscape:grid/></sodipodi:namedview>
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li>Jane</rdf:li></rdf:RDF></metadata>
<title>Spine &amp; disc</title>
<style><![CDATA[.a > .b{{fill:red}}]]></style>
<svg:g inkscape:label="Jane" data-name="Jane" xml:space="preserve" aria-label="&quot;5 &lt; 6&quot;"><x:y>Jane</x:y>
<use x:href="#a"/><text>5 &lt; 6</text></svg:g>
<metadata xmlns="">Jane</metadata>
</svg>
"""


def test_what_editors_of_pictures_leave_behind_goes():
    said = strip_metadata(PRIVATE)
    assert "Jane" not in said
    assert "scape" not in said
    assert re.sub(r"\s*\n\s*", "", said) == (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
        "<title>Spine &amp; disc</title><style>.a &gt; .b{fill:red}</style>"
        '<g xml:space="preserve" aria-label="&quot;5 &lt; 6&quot;">'
        '<use xlink:href="#a"></use><text>5 &lt; 6</text></g></svg>'
    )
    assert strip_metadata(said) == said


@pytest.mark.parametrize(
    ("label", "private"), [("png", private_png(1)), ("jpeg", private_jpeg(1)), ("png", private_jpeg(3))]
)
def test_a_photo_inside_a_drawing_loses_its_metadata(label, private):
    photo = base64.b64encode(private).decode()
    said = strip_metadata(f'<svg {XMLNS}><image href="data:image/{label};base64,{photo}"/></svg>')
    (inside,) = re.findall(r'href="data:image/\w+;base64,([^"]+)"', said)
    assert base64.b64decode(inside) == read(private).data
