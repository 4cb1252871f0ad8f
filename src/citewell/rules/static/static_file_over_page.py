"""A file in `content_src/static/` would be at the address of a page, or of something that the program makes.

Only one of the two can be at an address, and readers must get the page. The folder of a page is its own, whether it
is published, still a draft, or only an earlier address: its pictures and its PDF are in it. Names that differ only in
capitals are the same name on some systems.

Fix it by giving the file, or its folder, another name.

Wrong: `content_src/static/articles/leaflet.pdf`

Right: `content_src/static/leaflets/lumps.pdf`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citewell.diagnostics import Location
from citewell.model.addresses import WRITTEN, WRITTEN_FILES
from citewell.model.facts import SiteFacts
from citewell.model.site import Site, StaticFile
from citewell.rules.links.all_links import known_paths
from citewell.rules.rule import Finding, SiteContext, site_rule
from citewell.source.file_names import fold_name


@site_rule("STA002")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every file of which the path, or a folder around it, is something else's."""
    taken = _list_taken(context.facts) if site.static else {}
    for file in site.static:
        owner = next((taken[each] for each in _paths_to(file) if each in taken), None)
        if owner is not None:
            yield Finding(
                Location(file.shown),
                f'on the site, "{file.path}" would be in the place of {owner}',
                "give the file, or its folder, another name",
            )


def _paths_to(file: StaticFile) -> Iterator[str]:
    """The folders around a file, the innermost first, after the file itself, as they are compared."""
    parts = fold_name(file.path).split("/")
    return ("/".join(parts[:count]) for count in range(len(parts), 0, -1))


def _list_taken(facts: SiteFacts) -> Mapping[str, str]:
    """What is at each path, for the end of a message. Of the home page only the file is taken."""
    taken = dict.fromkeys((*WRITTEN_FILES, *(folder.strip("/") for folder in WRITTEN)), "what the build writes there")
    for document in facts.documents:
        former = (each.path for each in document.redirects if each.path)
        taken |= {path.strip("/"): f"an earlier address of {document.path}" for path in former}
    known = known_paths(facts)
    taken |= {
        path.strip("/"): f"the page of {page.path}" if page else f'the page "{path}"'
        for path, page in known.items()
        if path
    }
    return {fold_name(path): owner for path, owner in taken.items()}
