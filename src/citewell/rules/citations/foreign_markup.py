r"""Markup of another system was left in the text.

Text that was moved from MkDocs, Sphinx, Hugo, Jekyll, LaTeX, a wiki, a forum or a word processor brings its markup
along: `!!! warning`, `[!WARNING]`, `{{< cite >}}`, `\cite{}`, `[[page]]`, `- [ ]`, `:warning:`, `&nbsp;`. It means
nothing here, so readers see it as it is. A warning loses its box and a statement its source.

Fix it by writing what the hint says. To show the characters themselves, write a backslash before them, or put them
between backticks.

Wrong:

```markdown
!!! warning "See a doctor"
    See a doctor if the pain is bad. \cite{example-page}
```

Right:

```markdown
:::{urgent} See a doctor
- See a doctor if the pain is bad. [@example-page]
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.model.source_location import Span
from citewell.rules.rule import Context, Finding, article_rule, shortened, words_flaws
from citewell.source.foreign_markup import CONSTRUCTS, foreign_markup

_AS_THEY_ARE: Final = "to show the characters themselves, write a backslash before them"


@words_flaws("foreign-markup")
@article_rule("CIT040")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """The characters, the system they come from, and what to write instead."""
    article = numbered.article
    for flaw in article.flaws:
        if flaw.kind == "foreign-markup":
            hint = f"{CONSTRUCTS[flaw.suggestion].instead}; {_AS_THEY_ARE}"
            yield Finding(flaw.location, _message(flaw.detail, flaw.suggestion), hint)
    for placed in article.front.plain_texts:
        for found in foreign_markup(placed.text):
            characters = placed.text[slice(*found.span)]
            start = max(placed.span.start, article.source.text.find(characters, *placed.span))
            place = article.locate(Span(start, start + len(characters)))
            yield Finding(place, _message(characters, found.name), "write plain words: the front matter has no markup")


def _message(characters: str, name: str) -> str:
    return f'"{shortened(characters)}" is markup of {CONSTRUCTS[name].systems} and would be shown as it is'
