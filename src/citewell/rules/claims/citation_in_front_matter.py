"""A citation, or a reason for having none, stands in the front matter.

Title, description and the words of a picture are plain text. The brackets would be shown as they stand, and search
engines would show them too.

Mend it by moving the citation to the sentence in the article that says the same.

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

import re
from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.model.article import FrontMatter
from citewell.model.place import Placed
from citewell.rules.rule import Context, Finding, article_rule, shortened
from citewell.source.citation_syntax import looks_like_citation

_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")


@article_rule("CIT014")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every text of the front matter that readers see and that holds a mark."""
    article = numbered.article
    for placed in _shown(article.front):
        mark = next((found for found in _BRACKETS.finditer(placed.text) if looks_like_citation(found[1])), None)
        if mark:
            yield Finding(
                article.locate(placed.span),
                f'"{shortened(mark[0])}" would be shown as it stands; the front matter is plain text',
                "move it to the sentence in the article that says the same",
            )


def _shown(front: FrontMatter) -> Iterator[Placed]:
    alt = front.illustration.alt if front.illustration else None
    reason = front.withdrawal.reason if front.withdrawal else None
    for placed in (front.title, front.description, front.emergency_link, alt, reason):
        if placed is not None:
            yield placed
