"""A count and the percentage beside it do not agree.

68 of 149 people are 46%, not 64%. Either number may be the wrong one, and readers who know only the sentence cannot
tell which. Rounding, "about", "less than" and similar words are taken into account, and so are counts rounded to whole
people ("9 in 10 people (92%)").

Fix it by checking both in the source. A percentage that the study adjusted, or that is about other people, is not the
share of this count: say so before it, as in "68 of 149 people (adjusted for age: 64%)".

Wrong: `It helped 68 of 149 people (64%). [@example-study]`

Right: `It helped 68 of 149 people (46%). [@example-study]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.lexicon.counts_and_percentages import find_mismatches
from citewell.rules.rule import Finding, article_rule, of_english


@of_english
@article_rule("ART040")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every count of which the text itself gives another percentage."""
    article = numbered.article
    for row in article.claims:
        for found in find_mismatches(row.text):
            yield Finding(
                article.locate(row.span),
                f"{found.counted} is {found.computed}, not {found.percentage}",
                "check both in the source; if the percentage was adjusted or is about other people, say so before it",
            )
