"""A citation names a reference that the bibliography does not have.

A reader who follows the number must land on a source. A key that no reference has is most often a typing mistake, so
the nearest keys are offered.

Mend it by writing the right key, or add the reference to a file in `content_src/references/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle, citations
from citewell.citations.resolve import nearest_keys, resolve
from citewell.diagnostics import Fix
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("CIT001")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every citation item whose key does not resolve."""
    article = numbered.article
    for citation in citations(article):
        for item in citation.items:
            if resolve(item.key, context.site.bibliography) is not None:
                continue
            near = nearest_keys(item.key, context.site.bibliography)
            place = article.locate(item.span)
            yield Finding(
                place,
                f'no reference is called "{item.key}"',
                f'did you mean "{near[0]}"?' if near else "add it to a file in content_src/references/",
                Fix(f'write "{near[0]}"', place, f"@{near[0]}") if len(near) == 1 else None,
            )
