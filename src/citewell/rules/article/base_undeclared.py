"""A title, description or heading says what the article is based on, and `based_on:` does not.

"Based on WHO" in a title is why people trust a page and open it. One citation of the WHO somewhere in the text does not
make that true. `based_on:` in the front matter says it in a form that the check can compare with the sources: the
works of that body must carry the key takeaway and a good share of the page (ART050).

"What the NHS says" only says whose view follows, so it needs no such line; one work of that body among the sources is
enough there (ART015).

Fix it by adding the line, or by saying what the article is really based on.

Wrong:

```markdown
---
title: "Based on WHO: is back pain dangerous?"
---
```

Right:

```markdown
---
title: Is back pain dangerous?
---
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.citations.publishers import is_published_by
from citewell.lexicon.organisations import find_organisations, spell_body
from citewell.model.article import ArticleKind
from citewell.model.references import Reference
from citewell.model.source_location import Span
from citewell.rules.rule import Finding, article_rule


@article_rule("ART051")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every body that a heading or label names as the base of an article, that is cited and is not declared."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    references = [entry.reference for entry in numbered.entries]
    declared = [spell_body(named.text) for named in article.front.based_on]
    for claim in article.claims:
        if claim.kind not in ("heading", "label") or claim.block == "illustration":
            continue
        for named in find_organisations(claim.text):
            for name in named.name.split(" and ") if named.is_base else ():
                works = [each for each in references if is_published_by(each, name)]
                if works and not _is_declared(works, declared):
                    start = article.source.text.find(name, *claim.span)
                    place = claim.span if start < 0 else Span(start, start + len(name))
                    yield Finding(
                        article.locate(place),
                        f'this says that the article is based on {name}, and its "based_on" does not',
                        f'add "{name}" to a line "based_on:" at the top, or say what the article is really based on',
                    )


def _is_declared(works: Sequence[Reference], declared: Sequence[str]) -> bool:
    """Whether a body is declared, perhaps by another of its names: some of its works are that one's, too."""
    return any(is_published_by(work, name) for work in works for name in declared)
