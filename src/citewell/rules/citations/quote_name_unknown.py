"""A citation names a quote that its reference does not have.

`[@key, quote NAME]` pins the words that the reference stores under that name. Without them, nothing is pinned.

Fix it by writing the right name, or by adding the words to the reference, under `custom: quotes:`.

Wrong: `[@example-page, quote erly-course]`

Right: `[@example-page, quote early-course]`, and this in the reference:

```yaml
custom:
  quotes:
    - name: early-course
      text: most do not hurt
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import Names, find_similar_keys
from citewell.citations.number import NumberedArticle
from citewell.citations.pinned_quotes import PinnedQuote, find_pinned_quotes
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Finding, article_rule, listed


@article_rule("CIT018")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every citation item with such a name; silent while some of the bibliography could not be read."""
    quotes: dict[str, Names] = {}  # by the keys of their works
    for pin in find_pinned_quotes(numbered.article, context.bibliography):
        if pin.text is None:
            if pin.reference.key not in quotes:
                quotes[pin.reference.key] = Names(quote.name for quote in pin.reference.quotes)
            yield Finding(
                numbered.article.locate(pin.item.span),
                f'"{pin.reference.key}" has no quote called "{pin.item.locator}"',
                _hint(pin, quotes[pin.reference.key]),
                premises=(rests_on_names("references"),),
            )


def _hint(pin: PinnedQuote, names: Names) -> str:
    near = find_similar_keys(pin.item.locator or "", names)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"its quotes are: {listed(names)}" if names else 'add it under "quotes:" of the reference'
