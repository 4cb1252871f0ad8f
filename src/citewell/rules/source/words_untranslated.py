"""The site is not in English, and some texts of the interface have no translation.

Readers would see an English "Report a problem with this page" below an article in their own language. Each text of the
program can be translated in `content_src/words.yml`; if one is missing, the English text is shown. A text that is the
same as the English one counts as missing, unless it is a single word, which two languages may share.

Fix it by translating the texts in the message. `citewell words --start` makes `content_src/words.yml` with all texts in
English: change the text after each colon. Keep the names in curly brackets. A text that depends on a number has one
line for each plural form of your language, which the hint lists: French has `one`, `many` and `other`. The protected
texts among them are then compared with the English ones (SRC061).

Wrong: `language: he` in `content_src/site.yml`, and no `content_src/words.yml`.

Right: the same, and a `content_src/words.yml` with every text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.diagnostics import Location, Severity
from citewell.messages import PLACE, Forms, catalogue
from citewell.messages.languages import forms_of
from citewell.model.site import Site
from citewell.project import WORDS_YML
from citewell.rules.rule import Finding, SiteContext, site_rule

_NAMED: Final = 5
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


@site_rule("SRC037", Severity.WARNING)
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """One finding for all of them: how many, and the first few by section and name."""
    language = site.settings.language
    if site.settings.is_english:
        return
    lacking = [name for name, english in catalogue().items() if _is_english(site.texts.get(name), english)]
    if not lacking:
        return
    place = Location(WORDS_YML) if site.texts else site.settings.place("language")
    named = ", ".join(lacking[:_NAMED]) + (", …" if len(lacking) > _NAMED else "")
    count = "1 text of the interface is" if len(lacking) == 1 else f"{len(lacking)} texts of the interface are"
    yield Finding(
        place,
        f'{count} not translated into "{language}", so readers see English: {named}',
        "translate them in content_src/words.yml, which citewell words --start makes; a text that depends on a number "
        f'has in "{language}" one line for each of: {", ".join(forms_of(language))}',
    )


def _is_english(own: str | Forms | None, english: str | Forms) -> bool:
    """Whether a text is missing or says word for word what the English one does, in any of its forms."""
    if own is None:
        return True
    theirs = {english} if isinstance(english, str) else {*english.values()}
    forms = [own] if isinstance(own, str) else own.values()
    return any(form.strip() in {each.strip() for each in theirs} and _tells_languages_apart(form) for form in forms)


def _tells_languages_apart(text: str) -> bool:
    """Whether two languages hardly say this alike; a single word may be the same in both ("Articles" in French)."""
    return len(_WORD.findall(PLACE.sub("", text))) > 1
