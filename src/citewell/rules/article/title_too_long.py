"""A title or description is longer than lists of search results show.

Search engines cut a title after about 60 to 70 characters and a description after about 160, by width and not by
characters, so these are rough limits. The words that are cut off are often the ones that distinguish two pages. A long
title also fills the first screen of a phone.

You can change the limit for titles: `title_length:` under `policies:` in `content_src/site.yml`.

Fix it by leaving out what the page itself says.

Wrong: `title: Can back pain that has lasted for a long time be a sign of soft tissue sarcoma in adults?`

Right: `title: Can back pain be a sign of soft tissue sarcoma?`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.rules.rule import Finding, article_rule

_DESCRIPTION: Final = 160


@article_rule("ART019", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """A title over the policy's length, and a description over 160 characters."""
    front = numbered.article.front
    most = {"title": context.settings.policies.title_length, "description": _DESCRIPTION}
    for name, value in (("title", front.title), ("description", front.description)):
        length = len(value.text) if value else 0
        if value and length > most[name]:
            yield Finding(
                numbered.article.locate(value.span),
                f"this {name} has {length} characters, and lists of search results cut it after about {most[name]}",
                "use fewer words, the most important ones first",
            )
