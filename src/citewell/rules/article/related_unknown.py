"""An article named in the front matter does not exist, is not published, or is the article itself.

This is about related questions and articles, articles that must not be listed as related (`not_related`), and the one
to read in place of a withdrawn article (`instead`). Readers would be sent to a page that does not exist, or round in a
circle.

Fix it by writing the name of the article's folder in `content_src/articles/`. An article that is still to be written
can be named once it is there. A withdrawn article is left out of the list automatically, so naming one is only a
warning: nothing must delay a withdrawal.

Wrong: `related_questions: [when-is-back-pain-an-emergancy]`

Right: `related_questions: [when-is-back-pain-an-emergency]`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.citations.number import NumberedArticle
from citewell.citations.resolve import is_slip, nearest
from citewell.diagnostics import Fix, Location, Severity
from citewell.model.article import Article, PublicationStatus
from citewell.model.source_location import Placed
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Context, Finding, article_rule, fixable

_DRAFT: Final = PublicationStatus.DRAFT
_WITHDRAWN: Final = PublicationStatus.WITHDRAWN


@fixable
@article_rule("ART007")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every slug in the front matter that names no other article, or one that is to be shown and cannot be opened.

    Silent about one that is there and could not be read.
    """
    article, known = numbered.article, context.facts.articles
    front = article.front
    related = (*(front.related_questions or ()), *(front.related_articles or ()))
    instead = (front.withdrawal.instead,) if front.withdrawal and front.withdrawal.instead else ()
    for placed in (*related, *front.not_related, *instead):
        place = article.locate(placed.span)
        if placed.text == article.slug:
            yield Finding(place, f'"{placed.text}" is this article itself', "name another one, or delete it")
        elif placed.text not in known:
            yield _unknown(article, placed, place, tuple(known))
        elif placed not in front.not_related:
            yield from _closed(article, placed, known[placed.text].status, placed in instead)


def _unknown(article: Article, placed: Placed, place: Location, known: tuple[str, ...]) -> Finding:
    near = nearest(placed.text, known)
    sure = len(near) == 1 and near[0] != article.slug and is_slip(placed.text, near[0])
    return Finding(
        place,
        f'there is no article called "{placed.text}"',
        f'did you mean "{near[0]}"?' if near else "write the name of its folder in content_src/articles/",
        Fix(f'write "{near[0]}"', place, near[0]) if sure else None,
        premises=(rests_on_names(f"articles/{placed.text}"),),
    )


def _closed(article: Article, placed: Placed, status: PublicationStatus, instead: bool) -> Iterator[Finding]:
    """An article that readers cannot open, named in one that they can, or that is gone, too."""
    place = article.locate(placed.span)
    if status is _DRAFT and article.front.status is not _DRAFT:
        yield Finding(
            place, f'"{placed.text}" is a draft, so readers cannot open it', "leave it out until it is published"
        )
    elif status is _WITHDRAWN and instead:
        yield Finding(
            place, f'"{placed.text}" is withdrawn itself', "name an article that readers can open, or delete it"
        )
    elif status is _WITHDRAWN:
        yield Finding(
            place,
            f'"{placed.text}" is withdrawn, so it is left out',
            "delete it, or name another one",
            severity=Severity.WARNING,
        )
