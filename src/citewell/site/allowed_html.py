"""The elements and attributes that our pages have, and whatever else is on a page.

A list of what is dangerous has holes: browsers gain elements and attributes, and read some of them in two ways. So this
is a list of what Citewell writes, and anything else on a page was text that became HTML by mistake.
``noscript`` is not on it: browsers read what is in it as text where scripts run, and as elements where not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING, Final

from citewell.model.addresses import LINK_SCHEMES, scheme
from citewell.site.resource_urls import Attributes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_EVERYWHERE: Final = frozenset(
    "aria-current aria-hidden aria-label aria-labelledby class dir hidden id lang role".split()
)
#: By element the attributes that it has besides. An element that is not named is not allowed.
_ALLOWED: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(
        "abbr article b bdi body br caption cite code dd dfn dl dt em figcaption figure footer h1 h2 h3 h4 head header "
        "hr html i main nav p picture section small strong sub summary sup table tbody thead title tr ul".split(),
        frozenset(),
    ),
    "a": frozenset({"data-plain", "data-quote", "data-see", "download", "href", "rel", "type"}),
    "blockquote": frozenset({"cite"}),
    "button": frozenset({"type"}),
    "details": frozenset({"open"}),
    "div": frozenset({"tabindex"}),
    "form": frozenset({"action", "data-hyphens", "data-index", "data-kept", "data-numbers", "data-small"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "input": frozenset({"autocapitalize", "autocomplete", "name", "placeholder", "type", "value"}),
    "label": frozenset({"for"}),
    "li": frozenset({"value"}),
    "link": frozenset({"href", "rel", "title", "type"}),
    "meta": frozenset({"charset", "content", "http-equiv", "name", "property"}),
    "ol": frozenset({"start"}),
    "option": frozenset({"value"}),
    "p": frozenset({"data-url", "data-year"}),
    "path": frozenset({"d"}),
    "script": frozenset({"defer", "src", "type"}),
    "section": frozenset({"data-back", "data-see"}),
    "select": frozenset({"name"}),
    "source": frozenset({"media", "srcset"}),
    "span": frozenset({"data-verified"}),
    "svg": frozenset({"viewBox", "width"}),
    "td": frozenset({"data-col"}),
    "template": frozenset({"data-says"}),
    "th": frozenset({"scope"}),
    "time": frozenset({"datetime"}),
}
_RELATIONS: Final = frozenset({"alternate", "apple-touch-icon", "canonical", "icon", "manifest", "stylesheet"})
_INPUTS: Final = frozenset({"checkbox", "search"})
_BUTTONS: Final = frozenset({"button", "submit"})
_DATA_BLOCKS: Final = frozenset({"application/json", "application/ld+json"})
_PICTURE: Final = re.compile(r"data:image/[a-z+.-]+[;,]", re.IGNORECASE)
_ONWARD: Final = re.compile(r"0; url=([^'\"\s;,]+)")
#: An opening tag as lexbor writes it: attributes in double quotes, every other ``<`` and ``"`` as an entity.
_TAG: Final = re.compile(r'<([a-zA-Z][^\s/>]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)')
_ATTRIBUTE: Final = re.compile(r'\s+([^\s=>"]+)(?:="([^"]*)")?')


def find_unexpected(root: LexborNode) -> Iterator[str]:
    """What is below ``root`` that no page of ours has, each in a few words; inside ``template`` too."""
    for node in root.css("*"):
        tag = node.tag or ""
        yield from find_unexpected_attributes(tag, node.attributes)
        if tag == "template":
            yield from _find_inside_template(node)
        elif tag == "script" and "src" not in node.attributes and not _is_data(node.attributes):
            yield "<script> in the page"


def find_unexpected_attributes(tag: str, attributes: Attributes) -> Iterator[str]:
    """What of one element no page of ours has: the element itself, an attribute, or the value of one."""
    own = _ALLOWED.get(tag)
    if own is None:
        yield f"<{tag}>"
        return
    for name, value in attributes.items():
        if name not in own and name not in _EVERYWHERE:
            yield f"{name}= on <{tag}>"
        elif (judge := _VALUES.get((tag, name))) and not judge(value or ""):
            yield f"{name}={(value or '')[:40]!r} on <{tag}>"
    if tag == "meta" and not _is_harmless(attributes):
        yield f"content={(attributes.get('content') or '')[:40]!r} on <meta>"


def _find_inside_template(node: LexborNode) -> Iterator[str]:
    """The elements that a script may take out of a template. The tree does not hold them, but the HTML does."""
    first, *inside = _TAG.finditer(node.html or "")
    for found in inside:
        if found[1] in ("script", "template"):
            yield f"<{found[1]}> in a template"
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(found[2])}
        yield from find_unexpected_attributes(found[1], attributes)


def _is_harmless(meta: Attributes) -> bool:
    """Whether a ``meta`` neither tells other sites where readers come from nor sends them away from this one."""
    content = meta.get("content") or ""
    if "http-equiv" in meta:
        onward = _ONWARD.fullmatch(content)
        return onward is not None and _is_inside(onward[1])
    return (meta.get("name") or "").lower() != "referrer" or content == "no-referrer"


def _is_data(attributes: Attributes) -> bool:
    return (attributes.get("type") or "").lower() in _DATA_BLOCKS


def _is_link(address: str) -> bool:
    return (scheme(address) or "https") in LINK_SCHEMES


def _is_inside(address: str) -> bool:
    return scheme(address) is None


def _is_shown(address: str) -> bool:
    """An address of a picture; data in the page itself can only be shown."""
    return _is_link(address) or _PICTURE.match(address) is not None


def _accept_one_of(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda value: words.issuperset(value.lower().split())


#: By element and attribute whether a value is one that our pages have; what is not named may have any.
_VALUES: Final[Mapping[tuple[str, str], Callable[[str], bool]]] = {
    ("a", "href"): _is_link,
    ("a", "type"): _accept_one_of(frozenset({"application/pdf"})),
    ("blockquote", "cite"): _is_link,
    ("button", "type"): _accept_one_of(_BUTTONS),
    ("form", "action"): _is_inside,
    ("form", "data-index"): _is_inside,
    ("img", "src"): _is_shown,
    ("input", "type"): _accept_one_of(_INPUTS),
    ("link", "href"): _is_shown,
    ("link", "rel"): _accept_one_of(_RELATIONS),
    ("meta", "http-equiv"): _accept_one_of(frozenset({"refresh"})),
    ("meta", "property"): _accept_one_of(frozenset({"og:image"})),
    ("script", "src"): _is_link,
    ("source", "srcset"): _is_inside,
    ("script", "type"): _accept_one_of(_DATA_BLOCKS),
}
