"""Pages that ask whether a human is looking, in place of the page that was asked for."""

from __future__ import annotations

import re
from typing import Final

#: Whole titles, as the services word them: Cloudflare, Akamai, Imperva, DataDome, PerimeterX, DDoS-Guard, Anubis,
#: Sucuri, AWS WAF, Vercel, and the pages of the NCBI with reCAPTCHA or work for the browser.
_TITLES: Final = (
    "just a moment",
    "attention required",
    "(?:performing )?security (?:check(?: required)?|verification)",
    "access denied",
    "access to this page has been denied",
    "pardon our interruption",
    "are you (?:a )?(?:human|robot)",
    "robot check",
    "(?:bot|human) (?:verification|check)",
    "(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human",
    "checking your browser",
    "ddos-guard",
    "ddos protection",
    "one moment,? please",
    "please wait",
    "client challenge",
    "making sure you(?:’|')re not a bot",
    "request (?:unsuccessful|rejected)",
    "radware (?:captcha|bot manager) page",
    "captcha",
    "validate user",
    "preparing to download",
    "vercel security checkpoint",
    "sucuri website firewall",
    "blocked",
    "(?:403 )?forbidden",
)
_BY_WHOM: Final = r"(?:(?:[|–—-]|recaptcha|captcha|cloudflare|sucuri|perimeterx|akamai|access denied).*)?"
_TITLE: Final = re.compile(rf"(?:{'|'.join(_TITLES)})\W*{_BY_WHOM}", re.IGNORECASE)
#: What only a challenge holds. The scripts of these services alone are on good pages too.
_MARKERS: Final = re.compile(
    r"_cf_chl_opt|cf[-_]challenge|challenge-error-text|px-captcha|captcha-delivery\.com|gokuprops|data-dd-captcha"
    r"|awswafcookiedomainlist|anubis_challenge|_incapsula_resource|sec-if-cpt-container|bobcmn|ddos-guard",
    re.IGNORECASE,
)
_PHRASES: Final = (
    "enable javascript and cookies to continue",
    "verif(?:y|ying) (?:that )?you are (?:a )?human",
    "(?:are|you’re|you're) not a (?:robot|bot)",
    "checking (?:if the site connection is secure|your browser before)",
    "unusual (?:traffic|activity) from your",
    "review the security of your connection",
    "complete the (?:security check|captcha)",
    "you have been blocked",
    "incident id:",
    "please (?:enable|turn on) (?:javascript and )?cookies",
)
_WORDS: Final = re.compile("|".join(_PHRASES), re.IGNORECASE)
_SHORT: Final = 150  # words; a challenge says little, and a page that says more has been shown


def is_challenge(title: str, source: str, text: str) -> bool:
    """Whether a page is a challenge, from its ``<title>``, its HTML and its visible text."""
    if len(text.split()) > _SHORT:
        return False
    return bool(_TITLE.fullmatch(title.strip()) or _WORDS.search(text) or _MARKERS.search(source[:200_000]))
