"""A citation, or a reason for having none, is in the front matter.

Title, description, the words of a picture and corrections are plain text. The brackets would be shown as they are, in
search engines too. A correction cannot have bold words, links or tags either.

Fix it by moving the citation to the sentence in the article that says the same. In a correction, leave out the
characters that make words bold or a link.

Wrong:

```markdown
---
title: When should a lump be checked?
description: Most lumps are not cancer. [@example-page]
---
```

Right:

```markdown
---
title: When should a lump be checked?
description: Which lumps need to be seen by a doctor, and how soon.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.model.article import Article
from citewell.model.source_location import Placed
from citewell.rules.rule import Context, Finding, article_rule, shortened
from citewell.source.plain_text_check import find_citation, find_markup


@article_rule("CIT014")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every text of the front matter that readers see and that holds a mark."""
    article = numbered.article
    for placed in article.front.plain_texts:
        if mark := find_citation(placed.text):
            yield Finding(
                article.locate(placed.span),
                f'"{shortened(mark)}" would be shown as it is; the front matter is plain text',
                "move it to the sentence in the article that says the same",
            )
    for correction in article.front.corrections:
        yield from _of_a_correction(article, correction.text)


def _of_a_correction(article: Article, placed: Placed) -> Iterator[Finding]:
    place = article.locate(placed.span)
    if mark := find_citation(placed.text):
        message = f'"{shortened(mark)}" would be shown as it is; a correction cannot have a citation'
        yield Finding(place, message, "put it in the text of the article")
    elif sign := find_markup(placed.text):
        message = f'"{shortened(sign)}" would be shown as it is; a correction is plain text'
        yield Finding(place, message, "write it without bold words, links and tags")
