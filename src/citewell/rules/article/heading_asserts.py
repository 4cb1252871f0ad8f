"""A heading states something about health.

Headings need no source, because they only name what follows. A heading such as "Most lumps are harmless" states a fact
in the largest letters of the page, and nothing shows its source. The title of an article is a heading too.

The rule finds headings that end in a full stop, that give a share ("30%", "1 in 10"), or whose main verb is, for
example, "is", "can", "should", "means", "causes" or "helps". It does not find other verbs ("Most people get better"), a
verb after words such as "if", "that" or "where", or a verb after "You" at the beginning. So a heading without a warning
can still contain a claim.

Fix it by asking a question ("Are lumps harmless?") or naming the subject ("How often a lump is harmless"), and state
the fact with its source in the first sentence below.

Wrong:

```markdown
## Most lumps are harmless
```

Right:

```markdown
## How often a lump is harmless

Most lumps are harmless. [@example-page]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.lexicon.assertions import states_something
from citewell.model.article import ArticleKind
from citewell.rules.rule import Finding, article_rule, of_english, shortened


@of_english
@article_rule("ART020", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every heading of an article that reads as a statement; pages about the site may have such headings."""
    article = numbered.article
    for claim in article.claims if article.kind is ArticleKind.ARTICLE else ():
        if claim.kind == "heading" and states_something(claim.text):
            what = "title" if claim.block == "title" else "heading"
            yield Finding(
                article.locate(claim.span),
                f'this {what} seems to state something, and a {what} has no source: "{shortened(claim.text)}"',
                "ask a question or name the subject instead, and state the fact with its source in a sentence below",
            )
