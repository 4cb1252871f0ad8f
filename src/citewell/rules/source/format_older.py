"""The content has an earlier format than this version of Citewell writes.

`format` in `site.yml` is the version of the content format; a file that does not say is of format 1. An earlier format
is still read as far as possible, but what was renamed since then may stop working in a later version.

Fix it with `citewell upgrade`, which shows what it will change before it does. It keeps your comments and every other
character, and it writes `format` itself.

Wrong: `format: 1`

Right: `format: 2`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Location, Severity
from citewell.model.site import FORMAT, Site
from citewell.project import SITE_YML
from citewell.rules.poison import Matter, Premise
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("SRC051", severity=Severity.WARNING)
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """The format, if it is not today's; nothing where the settings could not be read."""
    settings = site.settings
    if settings.format < FORMAT and settings.places:
        yield Finding(
            settings.place("format"),
            f"the content has format {settings.format}; this version of Citewell writes format {FORMAT}",
            "run: citewell upgrade",
            premises=(Premise(Matter.VALUE, Location(SITE_YML), "format"),),
        )
