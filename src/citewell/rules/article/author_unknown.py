"""An author is not in `content_src/people.yml`.

The byline names people with their qualifications and interests, which are in that file. A person who is not there
cannot be shown.

Fix it by writing the id of the person, or by adding the person to `people.yml`.

Wrong: `authors: [editorial-taem]`

Right: `authors: [editorial-team]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.find_reference import Names, find_similar_keys, is_slip
from citewell.diagnostics import Fix
from citewell.model.site import Site
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Finding, SiteContext, fixable, site_rule


@fixable
@site_rule("ART008")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every author that no person's id is; silent while the people could not be read."""
    people, all_read = Names(site.people), (rests_on_names("people.yml"),)
    for author in (author for document in context.facts.documents for author in document.authors):
        if author.text in site.people:
            continue
        near = find_similar_keys(author.text, people)
        sure = len(near) == 1 and is_slip(author.text, near[0])
        yield Finding(
            author.location,
            f'no person has the id "{author.text}"',
            f'did you mean "{near[0]}"?' if near else "write an id from content_src/people.yml, or add the person",
            Fix(f'write "{near[0]}"', author.location, near[0]) if sure else None,
            premises=() if people else all_read,
            fix_premises=all_read,
        )
