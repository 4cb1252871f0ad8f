"""An article gives one reason for having no source more often than the site allows.

Reasons are meant for a few sentences. An article that waives its sources again and again looks well sourced but is not.

Fix it by finding sources for some of these sentences, or by leaving them out. The limit for each reason is in
`content_src/site.yml`; pages about the site itself have no limit.

Wrong: nine sentences of one article end in `[no source: advice]`, and `site.yml` allows six.

Right: six of them do, and the others have a source or are gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.article import ArticleKind
from citewell.model.inlines import Waiver
from citewell.rules.citations.waivers import waivers_of
from citewell.rules.rule import Finding, article_rule


@article_rule("CIT004")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """One finding for each kind that is over its limit, at the first waiver beyond it."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    used: defaultdict[str, list[Waiver]] = defaultdict(list)
    for waiver in waivers_of(article):
        used[waiver.kind].append(waiver)
    for name, waivers in used.items():
        kind = context.settings.waiver_kinds.get(name)
        if kind is not None and kind.limit is not None and len(waivers) > kind.limit:
            yield Finding(
                article.locate(waivers[kind.limit].span),
                f'"no source: {name}" is used {len(waivers)} times in this article; {kind.limit} are allowed',
                "find sources for some of these sentences, or leave them out",
            )
