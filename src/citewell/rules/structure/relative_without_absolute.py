"""A relative number stands alone: "twice as likely", "30% less", with no word on how many people it means.

"Doubles the risk" can mean from 1 to 2 in 10 people or from 1 to 2 in a million. Readers who get only the relative
number think that risks and benefits are larger than they are.

It is enough that an absolute number stands in the same sentence, or in the one before or after it in the same block: a
count ("11 of 1,172 people", "1 in 10"), a rate ("3 in every 100,000", "5 per 1,000"), two percentages to compare ("from
2% to 4%") or a percentage of people. Farther off in the same section, two of them are needed, one for each group, or a
risk block of the same source that compares both groups. Changes of an amount are not meant ("halve the dose", "blood
pressure fell by 10%").

Mend it by adding the numbers from the same source, best in a risk block. If the source gives none, leave the relative
number out.

Wrong: `Smokers are twice as likely to have it. [@example-study]`

Right: `It affects 2 in 100 smokers and 1 in 100 others, so smokers are twice as likely to have it. [@example-study]`
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from citewell.blocks.heading import Heading
from citewell.blocks.risk import Risk
from citewell.citations.number import NumberedArticle
from citewell.model.article import Article, ArticleKind
from citewell.model.claims import Claim, Status
from citewell.rules.rule import Context, Finding, article_rule, of_english, shortened
from citewell.rules.structure.relative_numbers import absolute_numbers, is_relative

_STATEMENTS: Final = (Status.CITED, Status.UNCITED)
_SECTION: Final = 2  # the level of headings between which both numbers should stand


@of_english
@article_rule("ART017")
def rule(numbered: NumberedArticle, _context: Context) -> Iterator[Finding]:
    """Every statement with a relative number and no absolute one that goes with it."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    relative = [
        place for place, row in enumerate(article.claims) if row.status in _STATEMENTS and is_relative(row.text)
    ]
    for place in relative:
        row = article.claims[place]
        if not (any(absolute_numbers(each.text) for each in _beside(article, place)) or _in_section(article, row)):
            yield Finding(
                article.locate(row.span),
                f'a relative number alone: "{shortened(row.text)}"',
                "add how many people it means in both groups, for example 2 in 100 instead of 1 in 100",
            )


def _beside(article: Article, place: int) -> Iterator[Claim]:
    """A row, and those directly before and after it that stand in the same block."""
    rows, blocks = article.claims, [node.span.start for node in article.body]
    block = bisect_right(blocks, rows[place].span.start)
    for other in (place, place - 1, place + 1):
        if 0 <= other < len(rows) and bisect_right(blocks, rows[other].span.start) == block:
            yield rows[other]


def _in_section(article: Article, row: Claim) -> bool:
    """Whether the section of a row gives the numbers of both groups."""
    starts = [node.span.start for node in article.body if isinstance(node, Heading) and node.level <= _SECTION]
    section = bisect_right(starts, row.span.start)

    def is_here(start: int) -> bool:
        return bisect_right(starts, start) == section

    inside = [each for each in article.claims if is_here(each.span.start) and _may_belong(each, row)]
    risks = (node.span for node in article.body if isinstance(node, Risk) and len(node.groups) > 1)
    in_risks = [each.span.start for each in inside if each.block == "risk"]
    if any(risk.start <= start < risk.end for risk in risks for start in in_risks):
        return True
    texts = [each.text for each in inside if each.status in _STATEMENTS]
    return len({number for text in texts for number in absolute_numbers(text)}) > 1


def _may_belong(other: Claim, row: Claim) -> bool:
    """Whether the numbers in another row may be those of this one: in a risk block, only those of the same source."""
    keys = {item.key for item in row.citations}
    return other.block != "risk" or not keys or any(item.key in keys for item in other.citations)
