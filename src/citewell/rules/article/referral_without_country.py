"""A rule of one country's health service stands where no country is named.

Waiting times, pathways and short telephone numbers differ from country to country. Somebody elsewhere who reads "your
GP will refer you within 2 weeks" or "call 111" waits for what will not come, or calls a number that nobody answers.

It is enough that the reader meets a country, or a health system such as the NHS or NICE, in the title or description,
in the sentence itself, or above it in the same section: in its heading, the title of its card or table, or a sentence
before it. `region:` in `content_src/site.yml` is not enough, because it does not stand beside the sentence. A section
is reported once, at the first such sentence.

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

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from citewell.article_context import ArticleContext
from citewell.blocks.heading import Heading
from citewell.blocks.key_takeaways import KeyTakeaways
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.lexicon.countries import A_PLACE
from citewell.model.article import Article, ArticleKind
from citewell.model.claims import Claim
from citewell.rules.rule import Finding, article_rule, of_english, shortened

_COUNT: Final = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|ten|twelve)"
_SOON: Final = rf"within {_COUNT}(?: to {_COUNT}|[-–]\d+)? ?(?:working )?(?:hours?|days?|weeks?|months?)\b"
# What a health service does within a time. "The pain eases within 2 weeks" is no rule of a country, nor is "tests found
# it within 2 weeks" or "tests within 2 weeks found it".
_CARE: Final = (
    r"\b(?:refer\w*|consider|offer(?:ed)?|arranged?|be seen|appointments?|specialists?|"
    r"ultrasounds?|scans?|MRI|CT|X-rays?|endoscopy|biops(?:y|ies)|(?<!pregnancy )tests?)\b"
)
_RESULT: Final = r"(?:show|found|find|develop|chang|return|improv|died|detect|lived|had\b)"
#: What differs from country to country: waiting times for care, names of pathways, referral by a GP, short numbers.
_RULES: Final = re.compile(
    rf"(?P<time>{_CARE}(?:(?!{_RESULT})[^.;:]){{0,40}}?\b{_SOON}(?! (?:(?!to )\w+ )?{_RESULT})|"
    rf"\b{_SOON} of (?:being |a |the )?referr\w+)|"
    rf"(?P<pathway>\b(?:{_COUNT}[- ]weeks?[- ]wait\b|suspected[- ]cancer (?:pathway|referral)|"
    r"(?:urgent|direct[- ]access) referral|refer(?:red)? (?:you |him |her |them )?urgently|"
    r"GPs? (?:will|can|may|should|might) (?:\w+ )?refer))|"
    r"(?P<number>\b(?:call|dial|ring|phone)(?:ing)? \d{3}(?! ?[\w%,.-]*\d)\b(?! (?:people|patients)))",
    re.IGNORECASE,
)
_KINDS: Final = {"time": "a waiting time", "pathway": "a way of being referred", "number": "a telephone number"}


# A text without any of these holds no such rule; looking for them is much faster than the pattern.
_HINTS: Final = ("within", "wait", "refer", "pathway", "call", "dial", "ring", "phon")


@of_english
@article_rule("ART016", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """The first such text of every section, unless a country stands in it or above it."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    region = context.settings.region
    front = [row for row in article.claims if row.block in ("title", "description")]
    for section in _sections(article):
        kinds = [_rule_in(row.text) for row in section]
        first = next((place for place, kind in enumerate(kinds) if kind), None)
        if first is not None and not any(_names_a_place(row.text, region) for row in (*front, *section[: first + 1])):
            yield Finding(
                article.locate(section[first].span),
                f'{_KINDS[kinds[first]]} and no country: "{shortened(section[first].text)}"',
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


def _rule_in(text: str) -> str:
    """Which kind of rule of a country a text holds, if any."""
    small = text.lower()
    found = _RULES.search(text) if any(hint in small for hint in _HINTS) else None
    return (found.lastgroup or "") if found else ""


def _names_a_place(text: str, region: str) -> bool:
    return A_PLACE.search(text) is not None or bool(region and region in text)
