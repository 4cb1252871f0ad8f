"""A caption, a title or a row or column heading states something about health.

Such labels need no source, because they only name something. A number or a sentence in a label is a fact that nobody
can check: "30% have bulging discs" as the caption of a table, for example.

The rule finds the same statements as the rule about headings (ART020). In the words for a picture, it finds only shares
("30%", "1 in 10"). ART041 checks the texts of the front matter.

Fix it by naming instead of stating, or by giving the label a source, like any other sentence. The words
for a picture cannot have a source, so leave the number out of them.

Wrong:

```markdown
| Age | Bulging discs |
|-----|---------------|
| 20  | Few [@example-page] |

Table: 30% have bulging discs at age 20
```

Right:

```markdown
| Age | Bulging discs |
|-----|---------------|
| 20  | 30% [@example-page] |

Table: How common bulging discs are at different ages
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.lexicon.assertions import gives_share, states_something
from citewell.model.article import ArticleKind
from citewell.rules.rule import Finding, article_rule, of_english, shortened

# The block whose label is a description in sentences.
_DESCRIBED: Final = "figure"
_CITE: Final = "name the subject instead, or end with a source, [@key]"
_LEAVE_OUT: Final = "leave the number out, and give it with its source in a sentence of the article"


@of_english
@article_rule("ART021", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every label of an article that reads as a statement and has no source."""
    article = numbered.article
    in_front_matter = {each.text.span for each in article.front_texts}
    for claim in article.claims if article.kind is ArticleKind.ARTICLE else ():
        if claim.kind != "label" or claim.span in in_front_matter:
            continue
        described = claim.block == _DESCRIBED
        if gives_share(claim.text) if described else states_something(claim.text):
            yield Finding(
                article.locate(claim.span),
                f'these words seem to state something, and they have no source: "{shortened(claim.text)}"',
                _LEAVE_OUT if described else _CITE,
            )
