"""A heading states something about health.

Headings need no source, because they only name what follows. A heading such as "Most lumps are harmless" states a fact
in the largest letters of the page, and nothing shows what it rests on. The title of an article is a heading too.

Found are headings that end in a full stop, that give a share ("30%", "1 in 10"), or whose main verb is one such as
"is", "can", "should", "means", "causes" or "helps". Other verbs are not found ("Most people get better"), nor a verb
behind words such as "if", "that" or "where", nor one behind "You" at the beginning. So no warning does not mean that a
heading is free of claims.

Fix it by asking ("Are lumps harmless?") or naming ("How often a lump is harmless"), and by stating the fact with its
source in the first sentence below.

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

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.lexicon.assertions import states_something
from citewell.model.article import ArticleKind
from citewell.rules.rule import Context, Finding, article_rule, of_english, shortened


@of_english
@article_rule("ART020", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every heading of an article that reads as a statement; pages about the site may have such headings."""
    article = numbered.article
    for claim in article.claims if article.kind is ArticleKind.ARTICLE else ():
        if claim.kind == "heading" and states_something(claim.text):
            what = "title" if claim.block == "title" else "heading"
            yield Finding(
                article.locate(claim.span),
                f'this {what} seems to state something, and a {what} has no source: "{shortened(claim.text)}"',
                "ask or name it instead, and state it with its source in a sentence below",
            )
