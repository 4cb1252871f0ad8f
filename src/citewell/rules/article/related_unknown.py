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

from citewell.citations.find_reference import find_similar_keys, is_slip
from citewell.diagnostics import Fix, Severity
from citewell.model.article import PublicationStatus
from citewell.model.facts import Card, Written
from citewell.model.site import Site
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Finding, SiteContext, fixable, site_rule

_DRAFT: Final = PublicationStatus.DRAFT
_WITHDRAWN: Final = PublicationStatus.WITHDRAWN


@fixable
@site_rule("ART007")
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every slug in the front matter that names no other article, or one that is to be shown and cannot be opened.

    Silent about one that is there and could not be read.
    """
    known = context.facts.articles
    names = tuple(known)
    for document in context.facts.documents:
        related = (*(document.related_questions or ()), *(document.related_articles or ()))
        instead = (document.instead,) if document.instead else ()
        for named in (*related, *document.not_related, *instead):
            if named.text == document.slug:
                yield Finding(
                    named.location, f'"{named.text}" is this article itself', "name another one, or delete it"
                )
            elif named.text not in known:
                yield _unknown(document, named, names)
            elif named not in document.not_related:
                yield from _closed(document, named, known[named.text], named in instead)


def _unknown(document: Card, named: Written, known: tuple[str, ...]) -> Finding:
    near = find_similar_keys(named.text, known)
    sure = len(near) == 1 and near[0] != document.slug and is_slip(named.text, near[0])
    return Finding(
        named.location,
        f'there is no article called "{named.text}"',
        f'did you mean "{near[0]}"?' if near else "write the name of its folder in content_src/articles/",
        Fix(f'write "{near[0]}"', named.location, near[0]) if sure else None,
        premises=(rests_on_names(f"articles/{named.text}"),),
    )


def _closed(document: Card, named: Written, there: Card, instead: bool) -> Iterator[Finding]:
    """An article that readers cannot open, named in one that they can, or that is gone, too."""
    status = there.status
    if status is _DRAFT and document.status is not _DRAFT and not there.withheld:
        message = f'"{named.text}" is a draft, so readers cannot open it'
        yield Finding(named.location, message, "leave it out until it is published")
    elif status is _WITHDRAWN and instead:
        message = f'"{named.text}" is withdrawn itself'
        yield Finding(named.location, message, "name an article that readers can open, or delete it")
    elif status is _WITHDRAWN:
        message = f'"{named.text}" is withdrawn, so it is left out'
        yield Finding(named.location, message, "delete it, or name another one", severity=Severity.WARNING)
