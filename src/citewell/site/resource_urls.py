"""Which attributes of an element make a browser fetch something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

Attributes = Mapping[str, str | None]

# HTML Standard, "Attributes" index: every attribute that holds an address the browser fetches without being asked.
_FETCHED: Final = {
    "a": ("ping",),
    "area": ("ping",),
    "audio": ("src",),
    "body": ("background",),
    "embed": ("src",),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
# HTML Standard, "Link types": those that fetch or connect; `canonical`, `alternate`, `next` and `prev` only inform.
_FETCHING: Final = frozenset(
    "apple-touch-icon dns-prefetch icon manifest mask-icon modulepreload pingback preconnect prefetch preload "
    "prerender stylesheet".split()
)
_REFRESH: Final = re.compile(r"[\d.\s]*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)
_STYLE_ADDRESS: Final = re.compile(
    r"""(?:@import\s+url\(\s*|url\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)'|([^"')\s;]+))""", re.IGNORECASE
)
_STYLE_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)


def list_loads(tag: str, attributes: Attributes) -> Iterator[str]:
    """The addresses that an element makes a browser fetch, without data in the page itself."""
    for address in _list_fetched(tag, attributes):
        if address and not address.lower().startswith("data:"):
            yield address


def find_refresh_target(meta: Attributes) -> str:
    """The address to which a ``meta`` sends readers on; nothing if it does not."""
    if (meta.get("http-equiv") or "").lower() != "refresh":
        return ""
    target = _REFRESH.match(meta.get("content") or "")
    return target[1].strip() if target else ""


def list_style_addresses(css: str) -> Iterator[str]:
    """Every address in a style that a browser would fetch."""
    for found in _STYLE_ADDRESS.finditer(_STYLE_COMMENT.sub("", css)):
        address = next(filter(None, found.groups()), "").strip()
        if address and not address.lower().startswith("data:") and not address.startswith("#"):
            yield address


def _list_fetched(tag: str, attributes: Attributes) -> Iterator[str]:
    for name in _FETCHED.get(tag, ()):
        yield (attributes.get(name) or "").strip()
    if tag in ("img", "source", "link"):
        for candidate in (attributes.get("srcset") or attributes.get("imagesrcset") or "").split(","):
            yield candidate.strip().partition(" ")[0]
    if tag == "link" and _FETCHING.intersection((attributes.get("rel") or "").lower().split()):
        yield (attributes.get("href") or "").strip()
    if tag == "meta":
        yield find_refresh_target(attributes)
    if style := attributes.get("style"):
        yield from list_style_addresses(style)
