"""A citation names the same reference twice.

It is shown once, so the second adds nothing; usually another source was meant. Two keys for one work (for example its
own key and its DOI) count as the same.

Fix it by deleting one of them. For two places in one source, write both after one key: `[@key, p. 3, 7]`.

Wrong:

```markdown
Most lumps are not cancer. [@example-page; @example-page]
```

Right:

```markdown
Most lumps are not cancer. [@example-page; @example-review]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import find_reference
from citewell.citations.number import NumberedArticle, citations_in_text
from citewell.citations.pinned_quotes import pins_words
from citewell.diagnostics import Fix
from citewell.model.article import Article
from citewell.model.inlines import Citation, CitationItem, Intent
from citewell.model.source_location import Span
from citewell.rules.rule import Finding, article_rule, fixable

_ONE_KEY: Final = "delete it, name another source, or put both places after one key, [@key, p. 3, 7]"
_ONE_QUOTE: Final = "keep the most important quote, or make two sentences, each with its own"


@fixable
@article_rule("CIT008")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every item of a citation whose reference an item before it names already."""
    article = numbered.article
    for citation in citations_in_text(article):
        seen: dict[str, CitationItem] = {}
        for item in citation.items:
            reference = find_reference(item.key, context.bibliography)
            first = seen.setdefault(reference.key if reference else item.key, item)
            if first is item:
                continue
            same = "" if first.key == item.key else f', as "{first.key}"'
            yield Finding(
                article.locate(item.span),
                f'this citation already names "{item.key}"{same}',
                _ONE_QUOTE if pins_words(first) and pins_words(item) else _ONE_KEY,
                _without(article, citation, item),
            )


def _without(article: Article, citation: Citation, item: CitationItem) -> Fix | None:
    """Taking out an item with nothing but its key, and the semicolon before it."""
    text, later = article.source.text, [other for other in citation.items if other.span > item.span]
    begin = text.rindex(";", 0, item.span.start)
    end = text.rindex(";", 0, later[0].span.start) if later else citation.span.end - 1
    words = item.prefix or item.intent is not Intent.SUPPORTS
    bare = not (words or item.locator or item.suffix or item.quote) and not text[item.span.end : end].strip(" .:,")
    return Fix("delete it", article.locate(Span(begin, end)), "") if bare else None
