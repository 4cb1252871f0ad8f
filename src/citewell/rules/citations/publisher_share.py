"""Too many of an article's citations are to pages of one publisher, or to one journal.

An article with fifteen sources looks broad. If half of its citations are to pages of one hospital, it says what that
hospital says, with its mistakes too.

Every key in brackets counts as one citation. A journal article counts for the journal, anything else for its
`publisher` or its site. The limit is `publisher_share` in `content_src/site.yml`. Articles with fewer than ten
citations are not checked, because one citation more or less would make the difference.

Fix it by looking for sources from other publishers, starting with the most important sentences.

Wrong: 9 of 17 citations are to pages of the Mayo Clinic.

Right: 6 of them are, and 3 of those sentences cite a guideline or a review instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.citations.publishers import find_publisher, is_periodical, normalise_publisher
from citewell.diagnostics import Severity
from citewell.model.article import ArticleKind
from citewell.rules.missing import locate_head
from citewell.rules.rule import Finding, article_rule

# Below this, one citation moves the share by more than ten points, so the figure would mean little.
FEWEST: Final = 10


@article_rule("CIT016", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """The publisher with the largest share, when it is over the limit."""
    limit = context.settings.policies.publisher_share
    total = sum(len(entry.uses) for entry in numbered.entries)
    if numbered.article.kind is not ArticleKind.ARTICLE or total < FEWEST:
        return
    uses: Counter[str] = Counter()
    names: dict[str, tuple[str, bool]] = {}
    for entry in numbered.entries:
        publisher = find_publisher(entry.reference)
        names.setdefault(normalise_publisher(publisher), (publisher, is_periodical(entry.reference)))
        uses[normalise_publisher(publisher)] += len(entry.uses)
    del uses[""]  # those of whom nothing is known are not one publisher
    for name, count in uses.most_common(1):
        if count * 100 > limit * total:
            publisher, periodical = names[name]
            yield Finding(
                locate_head(numbered.article),
                f"{count} of {total} citations ({count * 100 / total:.0f}%) are to "
                f"{'the journal' if periodical else 'pages of'} {publisher}; the limit for this warning is {limit}%",
                "look for sources from other publishers for some of these sentences",
            )
