"""What sections are called: by their heading, or by the interface where an article has none for them."""

from __future__ import annotations

from citewell.citations.sections import BEGINNING, ArticleSection
from citewell.messages import Words


def name_section(section: ArticleSection, words: Words) -> str:
    """The name of a section for people."""
    if section.heading:
        return section.heading
    return words("review.beginning") if section.anchor == BEGINNING else words("key_takeaways.title")
