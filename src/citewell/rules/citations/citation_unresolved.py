"""A citation names a reference that the bibliography does not have.

A reader who follows the number must reach a source. A key that no reference has is usually a typing mistake, so the
hint suggests the most similar key.

Fix it by writing the right key, or by adding the reference to a file in `content_src/references/`.

Wrong:

```markdown
Most lumps are not cancer. [@exmaple-page]
```

Right:

```markdown
Most lumps are not cancer. [@example-page]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import as_cited, find_nearest_keys, find_reference, sure_key
from citewell.citations.number import NumberedArticle, citations
from citewell.diagnostics import Fix
from citewell.model.article import Article
from citewell.model.inlines import CitationItem
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Finding, article_rule, fixable


@fixable
@article_rule("CIT001")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every citation item whose key does not resolve."""
    article, bibliography = numbered.article, context.bibliography
    for citation in citations(article):
        named = {known.key for item in citation.items if (known := find_reference(item.key, bibliography))}
        for item in citation.items:
            if find_reference(item.key, bibliography) is not None:
                continue
            joined = "-".join([item.key, *(item.locator or "").split(), *(item.suffix or "").split()])
            near, sure = find_nearest_keys(item.key, bibliography), sure_key(item.key, bibliography)
            if joined != item.key and joined in bibliography.references:  # a space for a hyphen
                near, sure = (joined,), None
            if sure in named:
                sure = None  # another work was most likely meant
            place = article.locate(item.span)
            yield Finding(
                place,
                f'there is no reference called "{item.key}"',
                f'did you mean "{near[0]}"?' if near else "add it to a file in content_src/references/",
                Fix(f'write "{sure}"', place, _written(sure, article, item)) if sure else None,
                fix_premises=(rests_on_names("references"),),
            )


def _written(key: str, article: Article, item: CitationItem) -> str:
    """A key as it is written in place of an item: with its ``@``, but not in a list of the front matter."""
    return as_cited(key) if article.source.text.startswith("@", item.span.start) else key
