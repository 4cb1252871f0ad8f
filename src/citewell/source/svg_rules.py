"""What an SVG picture may not hold: elements, attributes and styles that run, load or link."""

from __future__ import annotations

import re
from typing import Final

from citewell.model.file_problems import SvgDanger, UnsafeSvg
from citewell.source.picture_size import judge_size
from citewell.source.svg_metadata import read_embedded_bitmap

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


def judge_element(space: str, local: str) -> UnsafeSvg | None:
    """Judge an element by its namespace and local name."""
    name = local.lower()
    if name in _ACTIVE:
        return UnsafeSvg(SvgDanger.PROGRAM, local)
    if name in _FOREIGN or space == _XHTML:
        return UnsafeSvg(SvgDanger.NO_DRAWING, local)
    return None


def judge_attribute(element: str, name: str, value: str) -> UnsafeSvg | None:
    """Judge an attribute; names come without their namespace, values with entities already decoded."""
    lower, owner = name.lower(), element.lower()
    if lower.startswith("on"):
        return UnsafeSvg(SvgDanger.SCRIPT_ATTRIBUTE, name)
    if lower in _ADDRESSES:
        return _address(owner, name, value)
    if lower == "attributename" and owner in _ANIMATIONS and _changes_an_address(value):
        return UnsafeSvg(SvgDanger.ANIMATED_ADDRESS, value=value.strip())
    if _SCHEME.match(value):
        return UnsafeSvg(SvgDanger.HIDDEN_DATA, name)
    return judge_style(value)


def judge_style(css: str) -> UnsafeSvg | None:
    """Judge CSS: a style sheet, a ``style`` attribute or another attribute that takes ``url()``."""
    if _RUNNING.search(css):
        return UnsafeSvg(SvgDanger.SCRIPT_IN_STYLE)
    if "\\" in css:
        return UnsafeSvg(SvgDanger.HIDDEN_LETTERS)
    if _LOADING.search(css) or any(not match["target"].startswith("#") for match in _URL.finditer(css)):
        return UnsafeSvg(SvgDanger.LOADING_STYLE)
    return None


def _address(owner: str, name: str, value: str) -> UnsafeSvg | None:
    target = value.strip()
    if target.startswith("#"):
        return None
    if owner in _PICTURES and _EMBEDDED.fullmatch(target):
        return _embedded(target)
    if owner == "a":
        return UnsafeSvg(SvgDanger.LINK)
    return UnsafeSvg(SvgDanger.FROM_ELSEWHERE, name, target)


def _embedded(target: str) -> UnsafeSvg | None:
    bitmap = read_embedded_bitmap(target)
    if bitmap is None:
        return UnsafeSvg(SvgDanger.DAMAGED_PICTURE)
    large = judge_size(bitmap.size)
    return UnsafeSvg(SvgDanger.LARGE_PICTURE, inside=large) if large else None


def _changes_an_address(value: str) -> bool:
    name = value.strip().lower().rpartition(":")[2]
    return name in _ADDRESSES or name.startswith("on")
