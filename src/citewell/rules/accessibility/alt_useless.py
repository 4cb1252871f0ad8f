"""The alternative text of a picture does not say what it shows.

People who cannot see the picture hear this text. A file name, "image of", a repeated title or a single word tells them
nothing.

Fix it by saying what the picture shows, as you would on the phone: what it shows, and where.

Wrong:

```markdown
:::{figure}
![disc.svg](disc.svg)
:::
```

Right:

```markdown
:::{figure}
![Two discs between three bones of the spine](disc.svg)
:::
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.lexicon.empty_phrases import ALT_OPENING, EMPTY_ALT_TEXTS
from citewell.rules.pictures import NamedPicture, pictures_named
from citewell.rules.rule import Finding, article_rule

_FILE: Final = re.compile(r"\S+\.(?:svg|png|jpe?g|webp|gif|avif)", re.IGNORECASE)


@article_rule("ACC002")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every alternative text that cannot be what the picture shows."""
    article = numbered.article
    for named in pictures_named(article):
        fault = _fault(named, article.front.title.text)
        if fault:
            yield Finding(article.locate(named.alt_span), fault, "say in a few words what the picture shows")


def _fault(named: NamedPicture, title: str) -> str | None:
    words = " ".join(named.alt.split())
    plain = _spaced(words)
    if not words:
        return None
    if _FILE.fullmatch(words) or plain == _spaced(named.file.rpartition(".")[0]):
        return "this alternative text is the name of a file"
    opening = ALT_OPENING.match(words)
    if opening:
        return f'"{opening[0]}" says nothing: screen readers already say that it is a picture'
    if plain == _spaced(title):
        return "this alternative text only repeats the title"
    if plain in EMPTY_ALT_TEXTS or re.fullmatch(r"[A-Za-z]+[.!]?", words):
        return f'"{words}" does not say what the picture shows'
    return None


def _spaced(words: str) -> str:
    return " ".join(re.split(r"[\W_]+", words.casefold())).strip()
