"""Headings of a page in ``docs/``: the one thing there that is Markdown, so that contents and search see them."""

from __future__ import annotations

from citewell.markup import Markup, escape_markdown, join, text


def heading(level: int, words: str, anchor: str) -> Markup:
    """A heading; ``words`` are plain, or ``Markup`` in which Markdown reads nothing any more."""
    shown = words if isinstance(words, Markup) else escape_markdown(words)
    # Markdown reads emphasis even into the braces (``{#a-_b_-c}``), unless each underscore is escaped.
    return join([text(f"{'#' * level} "), shown, text(" {#" + anchor.replace("_", "\\_") + "}")])


def title(words: str) -> Markup:
    """The title of a page; skip links lead to it."""
    return heading(1, words, "content")
