"""A citation, or a reason for having none, is in the front matter.

Title, description, the words of a picture and corrections are plain text. The brackets would be shown as they are,
and search engines would show them too. Corrections and other short texts cannot have bold words, links or tags either.

Fix it by moving the citation to the sentence in the article that says the same. For a correction, list its sources in a
line `sources:` below its text. Leave out the characters that make words bold or a link.

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

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.keys import SENTENCES, ShownText, Wording
from citewell.rules.rule import Finding, article_rule, shortened
from citewell.source.plain_text_check import find_citation, find_markup


@article_rule("CIT014")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every text of the front matter that readers see and that holds a mark, and plain sentences with markup."""
    for each in numbered.article.front_texts:
        if each.declared.wording not in SENTENCES:
            continue
        if mark := find_citation(each.text.text):
            yield Finding(each.place, _message(mark), _hint(each))
        elif each.declared.wording is Wording.PLAIN and (markup := find_markup(each.text.text)):
            yield Finding(each.place, _message(markup), "write it without bold words, links and tags")


def _message(characters: str) -> str:
    return f'"{shortened(characters)}" would be shown as it is; the front matter is plain text'


def _hint(text: ShownText) -> str:
    if text.declared.sources:
        return f'write its key in a line "{text.declared.sources}: [key]" below it'
    return "move it to the sentence in the article that says the same"
