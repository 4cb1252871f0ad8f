"""A finding about a reference was accepted by somebody who is not in `content_src/people.yml`.

Citing a retracted work, or a page that has disappeared, is a decision, and readers can see who made it.

Fix it by writing the id of the person who decided, or by adding the person to `people.yml`.

Wrong: `by: editorial-taem`

Right: `by: editorial-team`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.find_reference import Names, find_similar_keys
from citewell.model.site import Site
from citewell.rules.poison import rests_on_names
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF018")
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every acceptance by nobody we know; silent while the people could not be read."""
    people = Names(site.people)
    for reference in site.bibliography.references.values():
        for each in reference.accepted:
            if each.by in site.people:
                continue
            near = find_similar_keys(each.by, people)
            yield Finding(
                each.location,
                f'no person has the id "{each.by}"',
                f'did you mean "{near[0]}"?' if near else "write an id from content_src/people.yml, or add the person",
                premises=() if site.people else (rests_on_names("people.yml"),),
            )
