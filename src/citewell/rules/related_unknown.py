"""A related question or article is not there, is a draft, or is the article itself.

Readers would be sent to a page that does not exist, or round in a circle.

Mend it by writing the name of the article's folder in `content_src/articles/`. An article that is still to be written
can be named once it is there.

Wrong: `related_questions: [when-is-back-pain-an-emergancy]`

Right: `related_questions: [when-is-back-pain-an-emergency]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.citations.resolve import nearest
from citewell.diagnostics import Fix
from citewell.model.article import PublicationStatus
from citewell.rules.rule import Context, Finding, article_rule

_DRAFT = PublicationStatus.DRAFT


@article_rule("ART007")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every related slug that leads to no other article that readers can open."""
    article, known = numbered.article, context.facts.articles
    for placed in (*article.front.related_questions, *article.front.related_articles):
        place, slug = article.locate(placed.span), placed.text
        if slug == article.slug:
            yield Finding(place, f'"{slug}" is this article itself', "name another one, or delete it")
        elif slug not in known:
            near = nearest(slug, tuple(known))
            yield Finding(
                place,
                f'no article is called "{slug}"',
                f'did you mean "{near[0]}"?' if near else "write the name of its folder in content_src/articles/",
                Fix(f'write "{near[0]}"', place, near[0]) if len(near) == 1 and near[0] != article.slug else None,
            )
        elif known[slug].status is _DRAFT and article.front.status is not _DRAFT:
            yield Finding(
                place, f'"{slug}" is a draft, so readers cannot open it', "leave it out until it is published"
            )
