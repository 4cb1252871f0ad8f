"""A file in `content_src/brand/` is not used, so it is not published.

Only files that `brand` in `site.yml` or `extra.css` names are part of the site.

Fix it by naming the file there, or by deleting it.

Wrong: `logo.svg` in `content_src/brand/`, and no `logo` in `site.yml`.

Right: the same, with `logo: logo.svg` under `brand` in `site.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Location, Severity
from citewell.model.brand import EXTRA_CSS
from citewell.model.site import Site
from citewell.project import BRAND_FOLDER
from citewell.rules.rule import Finding, SiteContext, site_rule
from citewell.source.styles import list_style_files


@site_rule("BRA007", Severity.WARNING)
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Each file that nothing names. What could not be read may have named it."""
    brand, files = site.settings.brand, site.brand
    if not site.settings.places or (EXTRA_CSS in files.names and files.styles is None):
        return
    used = {file.text for file in (*brand.pictures(), *(brand.font.files() if brand.font else ()))}
    used |= {file.text for file in list_style_files(files.styles)} if files.styles else set()
    for name in sorted(files.names - used - {EXTRA_CSS}):
        hint = f"name it under brand: in site.yml or in {EXTRA_CSS}, or delete it"
        yield Finding(Location(f"{BRAND_FOLDER}/{name}"), "nothing uses this file, so it is not published", hint)
