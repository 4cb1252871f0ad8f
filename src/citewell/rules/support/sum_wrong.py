"""Numbers in one sentence do not add up.

12 men and 9 women are 21 people, a quarter is 25%, and of 49 people no 66 can have had something. Readers cannot know
which number is wrong. Every statement is checked, whether words are pinned to it or not. Where parts may be missing
("others", "unknown"), or a number is not exact ("about", "at least"), the sums are left alone.

Counts beside their percentages are the subject of ART040.

Fix it by checking the numbers in the source.

Wrong: `The study had 12 men and 9 women, 22 people. [@example-study]`

Right: `The study had 12 men and 9 women, 21 people. [@example-study]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.lexicon.counts_and_percentages import find_mismatches
from citewell.rules.rule import Finding, article_rule, of_english
from citewell.support.arithmetic import find_wrong_sums


@of_english
@article_rule("SUP020")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every sum in a statement that is wrong and that no other rule finds."""
    article = numbered.article
    for row in article.claims:
        for found in find_wrong_sums(row.text):
            if any(found.stated in (each.percentage, each.counted) for each in find_mismatches(row.text)):
                continue
            yield Finding(
                article.locate(row.span),
                f"{found.parts}: that is {found.computed}, not {found.stated}",
                "check the numbers in the source",
            )
