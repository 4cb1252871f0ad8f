"""A line of hyphens or equals signs stands directly under a text.

Markdown makes the text above it a heading, and a heading needs no source: a statement would stop being one.

Fix it by deleting the line, or by writing a heading with `##`.

Wrong:

```markdown
Most lumps are not cancer.
---
```

Right:

```markdown
## How often a lump is cancer

Most lumps are not cancer. [@example-page]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.rules.rule import Context, Finding, article_rule, shortened, words_flaws


@words_flaws("underlined-heading")
@article_rule("SEC005")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every such line, but for one that should close the front matter: that is said already."""
    flaws = numbered.article.flaws
    opens = any(flaw.kind == "front-matter" for flaw in flaws)
    for flaw in flaws:
        if flaw.kind == "underlined-heading" and not (opens and flaw.location.line == 1):
            yield Finding(
                flaw.location,
                f'the line below would turn this text into a heading: "{shortened(flaw.detail)}"',
                "put an empty line between them, or write the heading with ##",
            )
