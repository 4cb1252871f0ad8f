"""A built page does not say which language it is in.

Screen readers use it to choose their voice, and browsers to hyphenate words (WCAG 2.2, 3.1.1). The language must be
written as a language tag (BCP 47), such as `en` or `en-GB`.

The language is `language` in `site.yml`. A finding is a fault of the program or of a theme of your own: take `lang` from
`config.extra.citewell.language`, as Citewell's templates do, or please report it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT, page_check

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


@page_check("PUB009")
def check(page: PublishedPage, _site: PublishedSite) -> Iterator[Finding]:
    """A page whose language is missing or not a tag."""
    if not _TAG.fullmatch(page.lang):
        said = f'gives "{page.lang}" as its language, which is not a language tag' if page.lang else "names no language"
        yield Finding(page.location, f"the page {said}", PLEASE_REPORT)
