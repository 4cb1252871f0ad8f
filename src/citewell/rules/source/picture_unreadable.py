"""A picture file is damaged, too large to draw, or not the kind of picture its name says.

Some readers would see a broken picture, and what cannot be read cannot be checked. A browser needs four bytes of memory
for each pixel, however small the file is, so a picture may have 25 million pixels and be 20,000 pixels wide or high. A
PNG or WebP must not ask in its EXIF to be turned, because only some browsers do that; a JPEG may.

Fix it by exporting the picture again, as SVG, PNG, JPEG or WebP, with the ending that belongs to it. An SVG needs a
`viewBox`, which gives its size.

Wrong: a web page saved as `spine.png`.

Right: `spine.png`, exported from a drawing program as PNG.
"""

from typing import Final
from xml.parsers import expat

from citewell.model.file_problems import PictureError, UnreadablePicture
from citewell.rules.problem_rule import problem_rule

_EXPORT: Final = "export the picture again"
_SMALLER: Final = "make it smaller: 1,600 pixels wide is plenty"
_MESSAGES: Final = {
    PictureError.NO_SIZE: "the picture has no size",
    PictureError.UNKNOWN_FORMAT: "this is not a PNG, JPEG or WebP picture",
    PictureError.DAMAGED: "the {format} picture is damaged",
    PictureError.TOO_WIDE: "the picture is more than {most:,} pixels wide or high",
    PictureError.TOO_MANY_PIXELS: (
        "the picture has {pixels:,} pixels ({width:,} × {height:,}); at most {most:,} are allowed"
    ),
    PictureError.OTHER_ENDING: 'this is a {format} picture, but its name ends in "{found}"',
    PictureError.UNTURNED: "the EXIF of this {format} picture asks to be turned, which only some browsers do",
    PictureError.NOT_XML: "the picture is not well-formed XML: {xml_error}",
    PictureError.NOT_SVG: "this is not an SVG picture",
}
_HINTS: Final = {
    PictureError.NO_SIZE: 'add a viewBox, such as viewBox="0 0 800 450"',
    PictureError.UNKNOWN_FORMAT: _EXPORT,
    PictureError.DAMAGED: _EXPORT,
    PictureError.TOO_WIDE: _SMALLER,
    PictureError.TOO_MANY_PIXELS: _SMALLER,
    PictureError.OTHER_ENDING: 'change the end of its name to "{instead}"',
    PictureError.UNTURNED: "turn it in a picture editor, and export it again",
    PictureError.NOT_XML: "export it again",
    PictureError.NOT_SVG: 'the first element must be <svg xmlns="{instead}">',
}


def describe_picture_error(facts: UnreadablePicture) -> str:
    """What is wrong with a picture."""
    return _fill(_MESSAGES[facts.error], facts)


def suggest_for_picture(facts: UnreadablePicture) -> str:
    """What to do about it."""
    return _fill(_HINTS[facts.error], facts)


def _fill(pattern: str, facts: UnreadablePicture) -> str:
    width, height = facts.size
    return pattern.format(
        format=facts.format,
        found=facts.found,
        instead=facts.instead,
        most=facts.most,
        width=width,
        height=height,
        pixels=width * height,
        xml_error=expat.errors.messages.get(facts.code, "damaged"),
    )


rule = problem_rule("SRC016", UnreadablePicture, message=describe_picture_error, hint=suggest_for_picture)
