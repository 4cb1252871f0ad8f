"""A reason for having no source is not one of the reasons this site allows.

The reasons are listed in `content_src/site.yml`, so that everyone can see which sentences may have no source, and how
many.

Fix it by choosing one of them. If none fits, the sentence probably needs a source.

Wrong:

```markdown
Write down when the pain began. [no source: advise]
```

Right:

```markdown
Write down when the pain began. [no source: advice]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import find_similar_keys, is_misspelling
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Fix
from citewell.model.article import Article
from citewell.model.inlines import Waiver
from citewell.model.source_location import Span
from citewell.rules.citations.waivers import waivers_of
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Finding, article_rule, fixable, listed


@fixable
@article_rule("CIT003")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every waiver whose kind the settings do not list; silent while the settings could not be read."""
    article, kinds = numbered.article, context.settings.waiver_kinds
    known = tuple(kinds)
    for waiver in waivers_of(article):
        if waiver.kind in kinds:
            continue
        near = find_similar_keys(waiver.kind, known)
        sure = len(near) == 1 and is_misspelling(waiver.kind, near[0])
        place = article.locate(_kind_span(article, waiver))
        reasons = f"the reasons are: {listed(known)}" if known else "content_src/site.yml lists no reasons"
        yield Finding(
            place,
            f'"{waiver.kind}" is not a reason for having no source',
            f'did you mean "{near[0]}"?' if near else reasons,
            Fix(f'write "{near[0]}"', place, near[0]) if sure else None,
            premises=() if known else (rests_on_names("site.yml"),),
            fix_premises=(rests_on_names("site.yml"),),
        )


def _kind_span(article: Article, waiver: Waiver) -> Span:
    """The span of the kind within its waiver."""
    written = article.source.text[waiver.span.start : waiver.span.end]
    start = waiver.span.start + written.index(waiver.kind, written.index(":"))
    return Span(start, start + len(waiver.kind))
