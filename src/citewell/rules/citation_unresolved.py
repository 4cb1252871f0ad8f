"""A citation names a reference that the bibliography does not have.

A reader who follows the number must land on a source. A key that no reference has is most often a typing mistake, so
the nearest keys are offered.

Mend it by writing the right key, or add the reference to a file in `content_src/references/`.

Wrong:

```markdown
Most lumps are not cancer. [@exmaple-page]
```

Right:

```markdown
Most lumps are not cancer. [@example-page]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle, citations
from citewell.citations.resolve import nearest_keys, resolve, sure_key
from citewell.diagnostics import Fix
from citewell.rules.rule import Context, Finding, article_rule

_BARE: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_\-.:/]*[A-Za-z0-9_])?")


@article_rule("CIT001")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every citation item whose key does not resolve."""
    article, bibliography = numbered.article, context.site.bibliography
    for citation in citations(article):
        for item in citation.items:
            if resolve(item.key, bibliography) is not None:
                continue
            joined = "-".join([item.key, *(item.suffix or "").split()])
            near, sure = nearest_keys(item.key, bibliography), sure_key(item.key, bibliography)
            if item.suffix and joined in bibliography.references:  # a space for a hyphen
                near, sure = (joined,), None
            place = article.locate(item.span)
            yield Finding(
                place,
                f'no reference is called "{item.key}"',
                f'did you mean "{near[0]}"?' if near else "add it to a file in content_src/references/",
                Fix(f'write "{sure}"', place, _written(sure)) if sure else None,
            )


def _written(key: str) -> str:
    """A key as it stands in a citation; in braces where a bare one would end too early."""
    return f"@{key}" if _BARE.fullmatch(key) else f"@{{{key}}}"
