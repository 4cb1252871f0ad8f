"""HTML, escaped as it is built: the only place in Citewell that writes ``<``.

Text is escaped where it enters (``text``), attributes are always quoted, and only ``Markup`` is not escaped again. The
output goes into documents that Python-Markdown reads, so two more characters are escaped: a backtick, because fenced
code is found even inside raw HTML, and a line break, because a blank line would end a raw HTML block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, TypeAlias

VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta"})
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;", "\n": " ", "\r": " "}
)
#: Most text has no such character, and a search is quicker than a replacement.
_needs_escape: Final = re.compile(r"[&<>\"'`\n\r]").search


class Markup(str):
    """HTML that is already escaped. A piece cut out of it is plain text again, and will be escaped.

    ``markupsafe.Markup`` keeps such a piece as HTML, and takes 30 % longer for each element.
    """

    __slots__ = ()

    def __add__(self, other: str) -> Markup:
        """More HTML after this; plain text on the right is escaped first."""
        return Markup(str.__add__(self, other if isinstance(other, Markup) else text(other)))


Child: TypeAlias = "Markup | str | None"
Attribute: TypeAlias = "str | int | bool | None"


def text(value: str) -> Markup:
    """Plain text as HTML, safe both between tags and inside a quoted attribute."""
    return Markup(value.translate(_ESCAPES) if _needs_escape(value) else value)


def escape_markdown(value: str) -> Markup:
    """Plain text as HTML, safe inside Markdown too: each ASCII punctuation character becomes a numeric reference.

    For headings, which are Markdown in ``docs/``.
    """
    return Markup(
        "".join(
            character if character.isalnum() or character == " " or ord(character) > 127 else f"&#{ord(character)};"
            for character in value.replace("\n", " ")
        )
    )


def join(children: Sequence[Child], separator: str = "") -> Markup:
    """The children one after another; plain text among them is escaped, ``None`` is left out."""
    parts = [child if isinstance(child, Markup) else text(child) for child in children if child is not None]
    return Markup(separator.join(parts))


def element(tag: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """One element with its children.

    Attribute names are Python's: ``class_`` is ``class`` and ``aria_label`` is ``aria-label``. ``True`` writes the bare
    attribute, ``None`` and ``False`` leave it out.
    """
    opening = f"<{tag}{''.join([_write_attribute(name, value) for name, value in attributes.items()])}>"
    if tag in VOID:
        return Markup(opening)
    # The same as ``join``, without its call and its copy: every tag of a site is made here.
    inside = "".join([child if isinstance(child, Markup) else text(child) for child in children if child is not None])
    return Markup(f"{opening}{inside}</{tag}>")


def _write_attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {_spell_attribute(name)}"
    return f' {_spell_attribute(name)}="{text(str(value))}"'


@cache
def _spell_attribute(name: str) -> str:
    """The name of an attribute in HTML."""
    return name.rstrip("_").replace("_", "-")
