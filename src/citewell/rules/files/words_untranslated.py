"""The site is in another language, and texts of the interface have no translation.

Readers would meet an English "Report a problem with this page" under an article in their own language. So each text of
the program has its place in `content_src/words.yml`; where one is missing there, the English one is shown.

Mend it by translating the texts that are named. All of them stand in `src/citewell/words/en.yml`: copy that file to
`content_src/words.yml`, and change what stands after the colons. What stands in curly brackets stays as it is.

Wrong: `language: he` in `content_src/site.yml`, and no `content_src/words.yml`.

Right: the same, and a `content_src/words.yml` with every text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from citewell.diagnostics import Location, Severity
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule
from citewell.words import catalogue

_NAMED: Final = 5


@site_rule("SRC037", Severity.WARNING)
def rule(site: Site, _context: Context) -> Iterator[Finding]:
    """One finding for all of them: how many, and the first few by section and name."""
    if site.settings.is_english:
        return
    lacking = [name for name in catalogue() if name not in site.texts]
    if not lacking:
        return
    place = Location("content_src/words.yml") if site.texts else site.settings.place("language")
    named = ", ".join(lacking[:_NAMED]) + (", …" if len(lacking) > _NAMED else "")
    count = "1 text of the interface is" if len(lacking) == 1 else f"{len(lacking)} texts of the interface are"
    yield Finding(
        place,
        f'{count} not translated into "{site.settings.language}", so readers see English: {named}',
        "add them to content_src/words.yml, as they stand in the program's words/en.yml",
    )
