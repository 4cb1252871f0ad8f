"""A page of a demonstration site does not say that it is one, or search engines may list it.

While `site.yml` says `demonstration: true`, no doctor has reviewed the articles. Every page must show the banner that
says so and must have `noindex`, so that nobody who is ill finds it by chance and takes it for advice. The banner must
have its text, nothing on it or around it may hide it, and the style sheet that protects it must come first.

If your own template wrote the page, leave the banner and the style sheet as they are in Citewell's theme. Otherwise it is
a fault of the theme; please report it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from citewell.model.content_names import remove_digest
from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import page_check

HINT = "in your own theme, leave the banner and noindex as they are in Citewell's; otherwise please report it"
_STYLES: Final = PurePosixPath("assets/citewell.css")


@page_check("PUB014")
def check(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """A page without the banner, one that could lose it, or one without ``noindex``, on a demonstration site."""
    if not site.demonstration:
        return
    if not page.has_banner:
        yield Finding(page.location, "the page does not show that the site is a demonstration", HINT)
    elif not _keeps_its_banner(page, site):
        message = "the theme's style sheet is not the first, so another one could hide the demonstration banner"
        yield Finding(page.location, message, "let assets/citewell.css come before all other styles")
    if "noindex" not in page.robots.lower():
        yield Finding(page.location, "the page lets search engines list a demonstration", HINT)


def _keeps_its_banner(page: PublishedPage, site: PublishedSite) -> bool:
    targets = (site.target(page.path, address) for address in page.loads)
    styles = (remove_digest(target.file) for target in targets if target and target.file.suffix == ".css")
    return next(styles, None) == _STYLES
