"""A withdrawn article does not say when and why, or one that is not withdrawn says so.

The address of a withdrawn article stays. Readers who come there from a bookmark or a search engine must learn that the
advice is no longer valid, since when, and why. They read the editors' own words, so these words are required. An
article that readers can still read must not have them.

Fix it by adding a group `withdrawn:` to the front matter, with `date` and `reason`, and, if another article replaces
it, `instead`. If the article is not withdrawn, delete the group or write `status: withdrawn`. One of the site's own
pages cannot be withdrawn: delete its file.

Wrong:

```markdown
---
title: When should a lump be checked?
status: withdrawn
---
```

Right:

```markdown
---
title: When should a lump be checked?
status: withdrawn
withdrawn:
  date: 2026-03-01
  reason: The guideline it followed has been replaced, and the new one says something else.
  instead: which-lumps-need-a-doctor
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.rules.missing import has_key, locate_absence, locate_head
from citewell.rules.poison import rests_on_key
from citewell.rules.rule import Finding, article_rule

_WITHDRAWN = PublicationStatus.WITHDRAWN


@article_rule("ART022")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """A withdrawn article without a withdrawal, a withdrawal without a withdrawn article, a withdrawn own page."""
    article = numbered.article
    front, said = article.front, article.front.withdrawal
    if front.status is _WITHDRAWN and article.kind is not ArticleKind.ARTICLE:
        yield Finding(locate_head(article), "one of the site's own pages cannot be withdrawn", "delete its file")
    elif front.status is _WITHDRAWN and not said and not has_key(article, "withdrawn"):
        lack = locate_absence(article, "withdrawn")
        hint = 'add a line "withdrawn:", and below it, indented, "date: 2026-03-01" and "reason: …"'
        yield Finding(lack.place, "this withdrawn article does not say when and why", hint, premises=lack.premises)
    elif said and front.status is not _WITHDRAWN:
        yield Finding(
            article.locate(said.date.span),
            f"this says that the article is withdrawn, but its status is {front.status}",
            'write "status: withdrawn", or delete the group "withdrawn:"',
            premises=rests_on_key(article, "status"),
        )
