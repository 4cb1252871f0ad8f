"""Parts set one after another: in a line with a space between, or each on a line of its own."""

from __future__ import annotations

from citewell.markup import Markup, join


def spaced(*parts: Markup | None) -> Markup:
    """Parts of a line, a space between; those that are empty or not there are left out."""
    return join([part for part in parts if part], " ")


def stacked(*parts: Markup | None) -> Markup:
    """Blocks inside another, a line each; those that are empty or not there are left out."""
    return join([part for part in parts if part], "\n")
