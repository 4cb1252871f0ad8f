"""A file in `content_src/static/` would be at the address of a page, or of something that the program makes.

Only one of the two can be at an address, and readers must get the page. The folder of a page is its own, whether it
is published, still a draft, or only an earlier address: its pictures and its PDF are in it. Names that differ only in
capitals are the same name on some systems.

Fix it by giving the file, or its folder, another name.

Wrong: `content_src/static/articles/leaflet.pdf`

Right: `content_src/static/leaflets/lumps.pdf`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Location
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule
from citewell.rules.static.clashes import find_clashes


@site_rule("STA002")
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every file of which the path, or a folder around it, is something else's."""
    for file, owner in find_clashes(context.facts):
        yield Finding(
            Location(file.shown),
            f'on the site, "{file.path}" would be in the place of {owner}',
            "give the file, or its folder, another name",
        )
