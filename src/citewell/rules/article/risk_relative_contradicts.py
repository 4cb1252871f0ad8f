"""The relative number of a risk block says the opposite of its absolute numbers.

12 out of 1,000 is lower than 20 out of 1,000. If the line below says "40% higher", either the groups were swapped or
the word is wrong, and readers would base their choice on it. The size of the number may differ a little, because
studies adjust it for age and similar things; a percentage that is more than 10 points off is a warning. Blocks with
more than two groups are not checked.

Fix it by checking both in the source. The relative number is about the first group.

Wrong:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- events: 12
- out of: 1,000
- period: 5 years [@example-page]
- compared with: people who do not take it
  - events: 20
  - out of: 1,000
  - period: 5 years [@example-page]
- relative: 40% higher [@example-page]
:::
```

Right:

```markdown
:::{risk} Having a stroke
- who: people who take the tablet
- events: 12
- out of: 1,000
- period: 5 years [@example-page]
- compared with: people who do not take it
  - events: 20
  - out of: 1,000
  - period: 5 years [@example-page]
- relative: 40% lower [@example-page]
:::
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from citewell.article_context import ArticleContext
from citewell.blocks.risk import Risk
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.blocks import Role
from citewell.model.inlines import join_text
from citewell.rules.rule import Finding, article_rule, of_english

_LOWER: Final = re.compile(r"\b(?:lower|fewer|less|smaller|half|halv|reduc|decreas|drop|fall|fell|cut)", re.IGNORECASE)
_HIGHER: Final = re.compile(
    r"\b(?:higher|more|greater|larger|twice|doubl|tripl|trebl|quadrupl|increas|rise|rose)", re.IGNORECASE
)
_PERCENTAGE: Final = re.compile(r"(?<![\d.,])(\d{1,4}(?:\.\d{1,3})?)[ \u00a0\u202f]?(?:%|per ?cent\b)")
_FAR: Final = 10
_GROUPS: Final = 2


@of_english
@article_rule("ART035")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every relative number that goes the other way than the counts above it."""
    article = numbered.article
    for risk in article.body:
        if not isinstance(risk, Risk) or len(risk.groups) != _GROUPS:
            continue
        first, other = (group.frequency.share for group in risk.groups)
        for note in risk.notes:
            said = join_text(note.inlines) if note.role is Role.PROSE else ""
            lower, higher = bool(_LOWER.search(said)), bool(_HIGHER.search(said))
            place, computed = article.locate(note.span), _computed(first, other)
            if lower != higher and ((lower and first >= other) or (higher and first <= other)):
                yield Finding(
                    place,
                    f"the relative number says the opposite of the numbers above it, which give {computed}",
                    "check both in the source; the relative number is about the first group",
                )
            elif lower != higher and _is_far_off(said, first, other):
                yield Finding(
                    place,
                    f"the relative number is very different from the numbers above it, which give {computed}",
                    "check both in the source; only an adjusted number may differ so much",
                    severity=Severity.WARNING,
                )


def _computed(first: Fraction, other: Fraction) -> str:
    """How much lower or higher the first share is, in words."""
    if first == other:
        return "no difference"
    if not other:
        return "more than nobody"
    change = (first - other) / other * 100
    return f"{round(abs(change))}% {'lower' if change < 0 else 'higher'}"


def _is_far_off(said: str, first: Fraction, other: Fraction) -> bool:
    """Whether the one percentage in the words is more than ``_FAR`` points off the one of the counts."""
    percentages = _PERCENTAGE.findall(said)
    if len(percentages) != 1 or not other:
        return False
    return abs(Fraction(percentages[0]) - abs(first - other) / other * 100) > _FAR
