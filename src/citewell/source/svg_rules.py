"""What an SVG picture may not hold: elements, attributes and styles that run, load or link."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.source.picture_formats.bitmap import SMALLER, describe_excess
from citewell.source.svg_metadata import embedded_bitmap

_XHTML: Final = "http://www.w3.org/1999/xhtml"
_ACTIVE: Final = frozenset({"script", "handler", "listener"})
_FOREIGN: Final = frozenset(
    {
        *("foreignobject", "iframe", "frame", "object", "embed", "applet", "portal", "canvas"),
        *("audio", "video", "source", "link", "meta", "base", "form", "input"),
    }
)
_ANIMATIONS: Final = frozenset({"set", "animate", "animatecolor", "animatemotion", "animatetransform"})
_PICTURES: Final = frozenset({"image", "feimage"})
_ADDRESSES: Final = frozenset({"href", "src", "base", "ping", "action", "formaction", "data", "srcset", "poster"})
_EMBEDDED: Final = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]*")
_URL: Final = re.compile(r"url\(\s*['\"]?\s*(?P<target>[^)'\"]*)", re.IGNORECASE)
_LOADING: Final = re.compile(r"@import|@font-face|@namespace|image-set\(|\bsrc\(|\bimage\(|cross-fade\(", re.IGNORECASE)
_RUNNING: Final = re.compile(r"expression\(|-moz-binding|behavior\s*:|javascript:", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|livescript|data|file)[\x00-\x20]*:", re.IGNORECASE)


class Finding(NamedTuple):
    """What is unsafe, and what to do, in plain words."""

    detail: str
    suggestion: str


def element_finding(space: str, local: str) -> Finding | None:
    """Judge an element by its namespace and local name."""
    name = local.lower()
    if name in _ACTIVE:
        return Finding(f"the picture holds a program (<{local}>)", "delete it; pictures cannot run scripts")
    if name in _FOREIGN or space == _XHTML:
        detail = f"the picture holds something that is no drawing (<{local}>)"
        return Finding(detail, "draw it with SVG shapes and text")
    return None


def attribute_finding(element: str, name: str, value: str) -> Finding | None:
    """Judge an attribute; names come without their namespace, values with entities already decoded."""
    lower, owner = name.lower(), element.lower()
    if lower.startswith("on"):
        return Finding(f'the picture runs a script ("{name}")', "delete the attribute")
    if lower in _ADDRESSES:
        return _address(owner, name, value)
    if lower == "attributename" and owner in _ANIMATIONS and _changes_an_address(value):
        return Finding(f'an animation changes where something leads ("{value.strip()}")', "delete the animation")
    if _SCHEME.match(value):
        return Finding(f'the picture leads to a program or to hidden data ("{name}")', "delete the attribute")
    return style_finding(value)


def style_finding(css: str) -> Finding | None:
    """Judge CSS, be it a style sheet, a ``style`` attribute or another attribute that takes ``url()``."""
    if _RUNNING.search(css):
        return Finding("a style runs a script", "delete it")
    if "\\" in css:
        return Finding("a style hides letters behind a backslash", "write the letters themselves")
    if _LOADING.search(css) or any(not match["target"].startswith("#") for match in _URL.finditer(css)):
        return Finding("a style loads something from elsewhere", "use only what the picture itself holds: url(#name)")
    return None


def _address(owner: str, name: str, value: str) -> Finding | None:
    target = value.strip()
    if target.startswith("#"):
        return None
    if owner in _PICTURES and _EMBEDDED.fullmatch(target):
        return _embedded(target)
    if owner == "a":
        return Finding("the picture holds a link to elsewhere", "put the link in the article's text")
    shown = target if len(target) <= 60 else target[:60] + "…"
    detail = f'the picture uses something from elsewhere ("{name}" is "{shown}")'
    return Finding(detail, "put it into the picture itself")


def _embedded(target: str) -> Finding | None:
    bitmap = embedded_bitmap(target)
    if bitmap is None:
        return Finding("the picture holds another one that is damaged", "export it again")
    large = describe_excess(bitmap.size)
    return Finding(f"inside the picture: {large}", SMALLER) if large else None


def _changes_an_address(value: str) -> bool:
    name = value.strip().lower().rpartition(":")[2]
    return name in _ADDRESSES or name.startswith("on")
