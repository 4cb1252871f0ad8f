"""A block has a name that no block has.

Its content would be shown as plain text: a misspelt emergency card would be no card.

Fix it by writing the right name: `takeaway`, `key-takeaways`, `comparison`, `non-urgent`, `urgent`, `emergency`,
`do`, `dont`, `note` or `figure`.

Wrong:

```markdown
:::{emergancy} Call 999 if you have
- numbness around your genitals [@example-page]
:::
```

Right:

```markdown
:::{emergency} Call 999 if you have
- numbness around your genitals [@example-page]
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.blocks import fence_names
from citewell.citations.number import NumberedArticle
from citewell.citations.resolve import is_misspelling, nearest
from citewell.diagnostics import Fix, Location
from citewell.model.article import Article
from citewell.model.problems import Problem
from citewell.model.source_location import Span
from citewell.rules.rule import Context, Finding, article_rule, fixable, shortened, words_flaws


@fixable
@words_flaws("fence-unknown")
@article_rule("SRC021")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every unknown name, with the known one that looks like it."""
    article = numbered.article
    for flaw in article.flaws:
        if flaw.kind == "fence-unknown":
            place, near = _place_of_name(article, flaw), flaw.suggestion
            sure = nearest(flaw.detail, fence_names()) == (near,) and is_misspelling(flaw.detail, near)
            yield Finding(
                place,
                f'no block is called "{shortened(flaw.detail)}"',
                f'did you mean "{near}"?' if near else f"the blocks are: {', '.join(fence_names())}",
                Fix(f'write "{near}"', place, near) if sure else None,
            )


def _place_of_name(article: Article, flaw: Problem) -> Location:
    """Where the name stands, between its braces."""
    start = article.source.text.index("{", article.source.span(flaw.location).start) + 1
    return article.locate(Span(start, start + len(flaw.detail)))
