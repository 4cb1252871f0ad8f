"""A topic or an index word contains characters of Markdown, of a citation or of a template.

Topics and index words are plain words: they appear in lists, and topics also in addresses. Readers would see these
characters as they are, so the site is not published with them.

Fix it by writing only the words.

Wrong: `topics: ["[back pain](../back-pain/)"]`

Right: `topics: [back pain]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.published import LEFTOVER_MARKUP
from citewell.rules.rule import Finding, article_rule


@article_rule("ART032")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """The first leftover character of each topic and index word that would be found on the built page."""
    article = numbered.article
    for what, listed in (("topic", article.front.topics), ("index word", article.front.index)):
        for item in listed:
            if found := LEFTOVER_MARKUP.search(item.text):
                message = f'the {what} "{item.text}" contains the characters "{found[0].strip()}", which would be shown'
                yield Finding(article.locate(item.span), message, "write only the words")
