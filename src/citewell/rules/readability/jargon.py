"""A medical term is used for the first time without an explanation in plain words.

Readers who do not know a word may lose the thread, and guess. So the rule looks for each term of
`content_src/glossary.yml` in every article and page. Its first use must explain it:

- in brackets after it ("a biopsy (a small sample of tissue)"), or before the term in brackets
- in the same sentence in other words ("called a biopsy", "a biopsy is a small sample", "in which nerves are squeezed"),
  or in the glossary's own words
- in the same section, in a sentence that ends with `[no source: definition]` and contains the term; for text above the
  first `##`, also in the section below it

"Sarcoma" needs no explanation after "soft tissue sarcoma" has been explained. Titles and headings are not checked.
Without a glossary, the rule finds nothing.

Fix it by adding the plain words in the hint.

Wrong:

```markdown
The diagnosis comes from a biopsy. [@nci-pdq-soft-tissue-sarcoma]
```

Right:

```markdown
The diagnosis comes from a biopsy (a small sample of tissue). [@nci-pdq-soft-tissue-sarcoma]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import Article
from citewell.model.claims import Claim
from citewell.model.source_location import Span
from citewell.plain_words.term_uses import TermUse
from citewell.rules.rule import Finding, article_rule, of_english


@of_english
@article_rule("RDB003", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """The first use of every term in a document, unless plain words are with it."""
    article = numbered.article
    for claim, use, explained in context.first_uses:
        if not explained:
            yield _finding(article, claim, use)


def _finding(article: Article, claim: Claim, use: TermUse) -> Finding:
    written = claim.text[use.start : use.end]
    return Finding(
        article.locate(_place(article, claim, written)),
        f'"{written}" is used here for the first time without an explanation',
        f"explain it in the same sentence, for example in brackets: {use.term.plain}",
    )


def _place(article: Article, claim: Claim, written: str) -> Span:
    """The span of the words in the source; the whole sentence when markup or a line end is between them."""
    start = article.source.text.find(written, *claim.span)
    return Span(start, start + len(written)) if start >= 0 else claim.span
