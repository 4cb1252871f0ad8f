"""A program wrote the first draft of an article, and no person has confirmed each of its statements.

`origin: generated` in the front matter says that a computer program wrote the first draft. Such a text reads well where
it is wrong, and its citations look right where the source says something else. So each of its statements starts
unverified. The article can be published only when a person, who is not one of its authors, has recorded the verdict
`yes` for each, and a statement that changes afterwards needs a new one. A verdict of a program or of a team does not
count, and none counts while somebody else says that the sources do not support the statement.

In a draft this is not an error, and the page says how many statements are left.

Fix it by having a person compare the statements with their sources and record the verdicts
([review.md](review.md)). Until then, write `status: draft`.

Wrong: `origin: generated` and `status: published`, and no verdicts.

Right: the same with `status: draft`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.article import PublicationStatus
from citewell.model.claims import Status
from citewell.reviews.machine_written import find_unverified_claims
from citewell.rules.rule import Finding, article_rule, shortened


@article_rule("REV040")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """One finding for a published article, at its first claim without such a verdict."""
    article = numbered.article
    if article.front.status is not PublicationStatus.PUBLISHED:
        return
    unverified = find_unverified_claims(context)
    if unverified:
        total = sum(claim.status is not Status.NOT_A_CLAIM for claim in article.claims)
        first = unverified[0]
        yield Finding(
            article.locate(first.span),
            f"a program drafted this article, and no person has confirmed {len(unverified):,} of its {total:,} "
            f'statements; the first: "{shortened(first.text)}"',
            'somebody who is not an author has to record "yes" for each, in the file that citewell packet makes; '
            'until then, write "status: draft"',
        )
