"""A relative number is given alone: "twice as likely" or "30% less", without the number of people.

"Doubles the risk" can mean from 1 to 2 in 10 people or from 1 to 2 in a million. Readers who get only the relative
number think that risks and benefits are larger than they are.

An absolute number in the same sentence, or in the sentence before or after it in the same block, is enough: a count
("11 of 1,172 people", "1 in 10"), a rate ("3 in every 100,000", "5 per 1,000"), two percentages to compare ("from 2% to
4%") or a percentage of people. Elsewhere in the same section, two absolute numbers are needed, one for each group, or a
risk block from the same source that compares both groups.

It is an error if the number is about people's risk: chances, deaths, illness, survival, side effects. If an amount is
compared ("sales rose by 44%", "four-fold expression"), it is advice, because the amounts themselves may tell readers
more ("from 2 to 8"). Changes of a dose, of blood pressure and similar values do not count ("halve the dose").

Fix it by adding the numbers from the same source, preferably in a risk block. If the source gives none, leave the
relative number out.

Wrong: `Smokers are twice as likely to have it. [@example-study]`

Right: `It affects 2 in 100 smokers and 1 in 100 others, so smokers are twice as likely to have it. [@example-study]`
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Final

from citewell.article_context import ArticleContext
from citewell.blocks.heading import Heading
from citewell.blocks.risk import Risk
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.lexicon.relative_numbers import Comparison, find_absolute_numbers, find_comparison, gives_both_amounts
from citewell.model.article import Article, ArticleKind
from citewell.model.claims import Claim, Status
from citewell.rules.rule import Finding, article_rule, of_english, shortened

_STATEMENTS: Final = (Status.CITED, Status.UNCITED)
_SECTION: Final = 2  # the level of headings between which both numbers should be
_GROUPS: Final = 2
_ANY: Final = ""  # stands for every key


@of_english
@article_rule("ART017")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every statement with a relative number and no absolute one that goes with it."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    numbers = None
    for place, row in enumerate(article.claims):
        what = find_comparison(row.text) if row.status in _STATEMENTS else None
        if what is None:
            continue
        numbers = numbers or _Numbers(article)
        if numbers.are_beside(place) or numbers.are_in_section(row):
            continue
        if what is Comparison.RISK:
            yield Finding(
                article.locate(row.span),
                f'a relative number without an absolute one: "{shortened(row.text)}"',
                "add the number of people in both groups, for example 2 in 100 instead of 1 in 100",
            )
        elif not gives_both_amounts(row.text):
            yield Finding(
                article.locate(row.span),
                f'an amount is compared without giving it: "{shortened(row.text)}"',
                "if it helps readers, give both amounts, for example from 2 to 8",
                severity=Severity.ADVICE,
            )


class _Numbers:
    """Where the absolute numbers of an article are; each text is read once, however many relative numbers there are."""

    def __init__(self, article: Article) -> None:
        self._rows = article.claims
        self._blocks = [node.span.start for node in article.body]
        self._headings = [
            node.span.start for node in article.body if isinstance(node, Heading) and node.level <= _SECTION
        ]
        compared_groups = [node.span for node in article.body if isinstance(node, Risk) and len(node.groups) > 1]
        self._has_own = [bool(find_absolute_numbers(row.text)) for row in self._rows]
        self._sections: dict[int, _Section] = {}
        for row in self._rows:
            start = row.span.start
            risk = bisect_right(compared_groups, start, key=lambda span: span.start) - 1
            compares = row.block == "risk" and risk >= 0 and start < compared_groups[risk].end
            self._sections.setdefault(self._section(start), _Section()).add(row, compares)

    def are_beside(self, place: int) -> bool:
        """Whether a row, or one directly before or after it in the same block, has an absolute number."""
        block = self._block(place)
        return any(
            self._has_own[other] and self._block(other) == block
            for other in (place, place - 1, place + 1)
            if 0 <= other < len(self._rows)
        )

    def are_in_section(self, row: Claim) -> bool:
        """Whether the section of a row gives the numbers of both groups."""
        return self._sections[self._section(row.span.start)].has_both_groups(row)

    def _block(self, place: int) -> int:
        return bisect_right(self._blocks, self._rows[place].span.start)

    def _section(self, start: int) -> int:
        return bisect_right(self._headings, start)


class _Section:
    """The absolute numbers of a section: those of its sentences, and those of risk blocks by the keys they cite.

    Of each at most two are kept, because two different ones are enough.
    """

    def __init__(self) -> None:
        self._free: set[str] = set()
        self._of_risks: dict[str, set[str]] = {}
        self._keys_that_compare: set[str] = set()

    def add(self, row: Claim, compares: bool) -> None:
        """Take in a row; ``compares`` says that it is in a risk block of several groups."""
        keys = [_ANY, *(item.key for item in row.citations)] if row.block == "risk" else []
        if compares:
            self._keys_that_compare.update(keys)
        if row.status in _STATEMENTS:
            for numbers in [self._of_risks.setdefault(key, set()) for key in keys] or [self._free]:
                numbers.update(islice(find_absolute_numbers(row.text) - numbers, _GROUPS - len(numbers)))

    def has_both_groups(self, row: Claim) -> bool:
        """Whether two different numbers, or a risk block that compares, may belong to a row.

        Those of a risk block do only if they have the same source, or the row names none.
        """
        keys = {item.key for item in row.citations} or {_ANY}
        if not self._keys_that_compare.isdisjoint(keys):
            return True
        return len(self._free.union(*(self._of_risks.get(key, ()) for key in keys))) >= _GROUPS
