"""A sentence gives a rule of one country's health service and names no country.

Waiting times, referral routes and short phone numbers differ from country to country. A reader in another country who
reads "your GP will refer you within 2 weeks" or "call 111" waits for an appointment that will never come, or calls a
number that nobody answers.

It is enough that the reader meets a country, or a health system such as the NHS or NICE, in the title or description,
in the sentence itself, or above it in the same section: in its heading, the title of its card or table, or a sentence
before it. `region:` in `content_src/site.yml` is not enough, because readers do not see it beside the sentence. A
section is reported once, at the first such sentence.

Fix it by naming the country.

Wrong:

```markdown
## When to get help

Your GP will refer you within 2 weeks. [@example-guideline]
```

Right:

```markdown
## When to get help

In the UK, your GP will refer you within 2 weeks. [@example-guideline]
```
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citewell.article_context import ArticleContext
from citewell.blocks.heading import Heading
from citewell.blocks.key_takeaways import KeyTakeaways
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.lexicon.countries import A_PLACE
from citewell.lexicon.country_rules import find_country_rule
from citewell.model.article import Article, ArticleKind
from citewell.model.claims import Claim
from citewell.rules.rule import Finding, article_rule, of_english, shortened


@of_english
@article_rule("ART016", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """The first such text of every section, unless it or something above it names a country."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    region = context.settings.region
    front = [row for row in article.claims if row.block in ("title", "description")]
    for section in _sections(article):
        kinds = [find_country_rule(row.text) for row in section]
        first = next((place for place, kind in enumerate(kinds) if kind), None)
        if first is not None and not any(_names_a_place(row.text, region) for row in (*front, *section[: first + 1])):
            yield Finding(
                article.locate(section[first].span),
                f'{kinds[first]} and no country: "{shortened(section[first].text)}"',
                "name the country, here or above it in this section",
            )


def _sections(article: Article) -> Iterator[Sequence[Claim]]:
    """The rows of the body, cut before each heading of the second level and before the key takeaways."""
    rows = article.claims
    starts = [row.span.start for row in rows]
    cuts = [
        node.span.start
        for position, node in enumerate(article.body)
        if position == 0 or isinstance(node, KeyTakeaways) or (isinstance(node, Heading) and node.level <= 2)
    ]
    places = [bisect_left(starts, cut) for cut in cuts]
    for begin, end in pairwise([*places, len(rows)]):
        yield rows[begin:end]


def _names_a_place(text: str, region: str) -> bool:
    return A_PLACE.search(text) is not None or bool(region and region in text)
