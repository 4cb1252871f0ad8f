"""It is doubtful whether a sentence ends here.

If it does, the sentence before has no source of its own: the citation further on belongs to the last sentence only.
The check cannot tell, so it warns instead of guessing.

Mend it by giving each of two sentences its source. If it is one sentence, write it without the full stop ("5 mg
daily" for "5 mg. daily"), or add the short form to `abbreviations` in `content_src/site.yml`.

Wrong:

```markdown
The tumour was stage I. Surgery was enough. [@example-page]
```

Right:

```markdown
The tumour was in stage I, and surgery was enough. [@example-page]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.rules.rule import Context, Finding, article_rule


@article_rule("CIT009", Severity.WARNING)
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every place inside a claim where a sentence may end without a mark."""
    article = numbered.article
    for claim in article.claims:
        for place in claim.doubtful:
            yield Finding(
                article.locate(place),
                "a new sentence may begin here, and the one before it would have no source",
                "give each sentence its source; if it is one sentence, write it without the full stop",
            )
