"""The short name is too long for the places it is made for.

It is in the header of a narrow screen and under the icon on the home screen of a telephone, which cuts longer names.

Fix it by writing a shorter one, or by deleting the line if the name of the site is short.

Wrong: `short_name: The Kidney Charity of Western Australia`

Right: `short_name: Kidney WA`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.diagnostics import Severity
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule

#: What is on one line of a header 320 pixels wide.
_MOST: Final = 24


@site_rule("BRA005", Severity.WARNING)
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """A short name of more than a few words, or one that is not shorter than the name."""
    short = site.settings.brand.short_name
    if short is None:
        return
    if len(short.text) > _MOST:
        message = f'the short name "{shortened(short.text)}" has {len(short.text)} characters; at most {_MOST} fit'
        yield Finding(short.location, message, "write a shorter one")
    elif len(short.text) >= len(site.settings.name):
        message = f'the short name "{short.text}" is not shorter than the name "{shortened(site.settings.name)}"'
        yield Finding(short.location, message, "delete the line")
