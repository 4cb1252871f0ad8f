"""A word of medicine is used without plain words for it where it first appears.

Readers who do not know one word may lose the sentence, and guess. So each term in `content_src/glossary.yml` is looked
for in every article and page, and at its first use the reader must learn what it means:

- in brackets behind it ("a biopsy (a small sample of tissue)"), or in front of the word in brackets
- in the same sentence in other words ("called a biopsy", "a biopsy is a small sample", "in which nerves are squeezed"),
  or in the glossary's own words
- in the same section, in a sentence that ends with `[no source: definition]` and names the term; for what stands above
  the first `##`, also in the section below it

"Sarcoma" need not be explained again where "soft tissue sarcoma" was. Titles and headings are not looked at. The
glossary may be missing; then nothing is found.

Fix it by adding the plain words that the hint names.

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

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import Article
from citewell.model.claims import Claim
from citewell.model.source_location import Span
from citewell.plain_words.first_uses import find_first_uses
from citewell.plain_words.term_uses import TermUse, build_term_index
from citewell.rules.rule import Context, Finding, article_rule, of_english


@of_english
@article_rule("RDB003", Severity.WARNING)
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """The first use of every term in a document, unless plain words are with it."""
    article = numbered.article
    for claim, use, explained in find_first_uses(article, build_term_index(context.site.glossary)):
        if not explained:
            yield _finding(article, claim, use)


def _finding(article: Article, claim: Claim, use: TermUse) -> Finding:
    written = claim.text[use.start : use.end]
    return Finding(
        article.locate(_place(article, claim, written)),
        f'"{written}" is used here for the first time, and nothing says what it means',
        f"say in the same sentence, for example in brackets, what it means: {use.term.plain}",
    )


def _place(article: Article, claim: Claim, written: str) -> Span:
    """Where the words stand in the source; the whole sentence when signs or a line end stand between them."""
    start = article.source.text.find(written, *claim.span)
    return Span(start, start + len(written)) if start >= 0 else claim.span
