"""The escaping element builder: the only place in Citewell that writes ``<``.

Text becomes safe where it enters (``text``), attributes are always quoted, and only ``Markup`` is let through as it is.
The output goes inside Python-Markdown documents, so two more things are made inert here: a backtick (fenced code is
looked for even inside raw HTML) and a line break (a blank line would end a raw HTML block).
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
_odd_sign: Final = re.compile(r"[&<>\"'`\n\r]").search  # most text holds none, and looking is quicker than replacing


class Markup(str):
    """HTML that is already safe. Only this package makes one from plain text."""

    __slots__ = ()

    def __add__(self, other: str) -> Markup:
        """Join safe HTML with more of it; plain text on the right is escaped first."""
        return Markup(str.__add__(self, other if isinstance(other, Markup) else text(other)))


Child: TypeAlias = "Markup | str | None"
Attribute: TypeAlias = "str | int | bool | None"


def text(value: str) -> Markup:
    """Plain text as HTML, safe both between tags and inside a quoted attribute."""
    return Markup(value.translate(_ESCAPES) if _odd_sign(value) else value)


def inert(value: str) -> Markup:
    """Plain text without meaning in HTML or Markdown: ASCII punctuation becomes numeric references.

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
    opening = f"<{tag}{''.join([_attribute(name, value) for name, value in attributes.items()])}>"
    if tag in VOID:
        return Markup(opening)
    # As ``join`` does; every tag of a site is made here, and a call and a copy for each are felt.
    inside = "".join([child if isinstance(child, Markup) else text(child) for child in children if child is not None])
    return Markup(f"{opening}{inside}</{tag}>")


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {_written(name)}"
    said = str(value)
    return f' {_written(name)}="{said.translate(_ESCAPES) if _odd_sign(said) else said}"'


@cache
def _written(name: str) -> str:
    """An attribute's name as HTML has it."""
    return name.rstrip("_").replace("_", "-")
