"""Pages that answer with status 200 and say that there is no such page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_THING: Final = r"(?:web ?)?(?:page|content|article|document|file|item|resource|site|address|url)s?"
_THE: Final = r"(?:(?:the|this|that|your|requested) )*"
_YOURS: Final = (
    r"(?: (?:that )?you(?:'re| are| were|'ve| have)? (?:requested|looking for|wanted|asked for|tried to reach))?"
)
_CANNOT: Final = r"(?:can't|cannot|can not|couldn't|could not)"
_GONE: Final = (
    rf"(?:{_CANNOT} be found|(?:(?:was|is|has|are) )?(?:been )?(?:not found|not available|unavailable|removed|missing)"
    r"|(?:(?:is|are) )?(?:no longer|not|doesn't|does not|don't) (?:available|exists?|here))"
)
_WORDINGS: Final = (
    r"(?:error )?(?:http )?404",
    r"(?:http )?(?:error )?not found",
    rf"{_THE}{_THING}{_YOURS} {_GONE}",
    rf"(?:(?:we're )?sorry,? )?(?:we )?{_CANNOT} find {_THE}{_THING}{_YOURS}",
    rf"(?:no such|missing) {_THING}",
    r"(?:die )?(?:angeforderte )?seite (?:wurde )?(?:leider )?nicht gefunden",
    r"(?:la )?page (?:demandée )?(?:est |n'a pas été )?(?:introuvable|trouvée|non trouvée)",
    r"(?:la )?página (?:solicitada )?no (?:ha sido |se ha |fue )?encontrad[ao]",
    r"página não encontrada",
    r"pagina non trovata",
    r"pagina niet gevonden",
    r"sidan (?:kunde inte hittas|hittades inte)",
    r"siden (?:blev ikke fundet|ble ikke funnet|findes ikke)",
    r"nie znaleziono strony",
)
_SORRY: Final = r"(?:(?:sorry|oops|whoops|oh no|uh oh|error|http|404)\W*)*"
_SAYS_SO: Final = re.compile(rf"{_SORRY}(?:{'|'.join(_WORDINGS)})\W*(?:(?:error|404)\W*)*", re.IGNORECASE)
#: What separates a page's own words from the name of the site.
_SEPARATOR: Final = re.compile(r"\s+[-–—|·•»:]\s+|\s*[|»]\s*|:\s+")
_EXPLAINS: Final = re.compile(r"(?:what|how|why|fix|guide|about)\b", re.IGNORECASE)
#: An error page addresses the visitor; an article about such pages explains them.
_TO_YOU: Final = re.compile(
    r"\b(?:you(?:'re| are| were|'ve| have)? (?:looking|requested|request|tried|trying|followed|wanted|clicked|typed)"
    r"|sorry|we (?:could|can)(?:n't|not| not|'t)|may have (?:been )?(?:moved|removed|deleted)|home ?page)",
    re.IGNORECASE,
)
_SHORT: Final = 60  # words of main text: no article
_LONG: Final = 400


def find_missing_words(titles: Iterable[str], main: str) -> str:
    """The title or heading that says that the page does not exist, or "". ``main`` is the main text.

    The words must be all of the title but the site's name ("Page not found | Example"), and the page must be short, or
    speak to its visitor: an article titled "404: how to fix missing pages" is there.
    """
    words = len(main.split())
    if words > _LONG or (words > _SHORT and not _TO_YOU.search(_straighten_quotes(main))):
        return ""
    return next((" ".join(title.split())[:200] for title in titles if _says_missing(title)), "")


def _says_missing(title: str) -> bool:
    parts = _SEPARATOR.split(title)[:6]
    if any(_EXPLAINS.match(part) for part in parts):
        return False
    return any(_SAYS_SO.fullmatch(_straighten_quotes(part).strip(" .!…")) for part in (title, *parts))


def _straighten_quotes(text: str) -> str:
    return text.replace("’", "'")
