"""An author is not in `content_src/people.yml`.

The byline names people with their qualifications and interests, which are in that file. A person who is not there
cannot be shown.

Fix it by writing the id of the person, or by adding the person to `people.yml`.

Wrong: `authors: [editorial-taem]`

Right: `authors: [editorial-team]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.citations.resolve import is_slip, nearest
from citewell.diagnostics import Fix
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Context, Finding, article_rule, fixable


@fixable
@article_rule("ART008")
def rule(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
    """Every author that no person's id is; silent while the people could not be read."""
    article, people = numbered.article, context.site.people
    for author in article.front.authors:
        if author.text in people:
            continue
        near = nearest(author.text, tuple(people))
        sure = len(near) == 1 and is_slip(author.text, near[0])
        place = article.locate(author.span)
        yield Finding(
            place,
            f'no person has the id "{author.text}"',
            f'did you mean "{near[0]}"?' if near else "write an id from content_src/people.yml, or add the person",
            Fix(f'write "{near[0]}"', place, near[0]) if sure else None,
            premises=() if people else (rests_on_names("people.yml"),),
            fix_premises=(rests_on_names("people.yml"),),
        )
