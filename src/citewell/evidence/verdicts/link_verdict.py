"""The verdict on a link: what asking its address came to, and what the page that answered calls itself."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from citewell.evidence.network.response import Answer, Failure
from citewell.evidence.pages.interstitials import Interstitial
from citewell.evidence.pages.titles import OTHER, SAME
from citewell.evidence.verdicts.home_page import leads_home
from citewell.evidence.verdicts.http_status import Sign, sign, status_words
from citewell.evidence.verdicts.observation import Finding, Look
from citewell.messages.days import day
from citewell.model.evidence import SEEN, LockedReference, Verdict

if TYPE_CHECKING:
    from citewell.evidence.network.response import Outcome
    from citewell.evidence.pages.page_text import PageText

_SIGN_IN: Final = re.compile(
    r"\b(?:log-?in|sign-?in|signon|sso|oauth2?|saml2?|idp|authenticate|consent|cookie\w*|gdpr|disclaimer|age-?gate|hcp-?gate"
    r"|(?:select|choose|change)-?(?:country|region|location|language)|(?:country|region)-?select(?:or|ion)?)\b",
    re.IGNORECASE,
)
_INSTEAD: Final = {
    Interstitial.COOKIES: (Verdict.BLOCKED, "a page about cookies, which this program does not keep,"),
    Interstitial.SIGN_IN: (Verdict.BLOCKED, "a page where people sign in"),
    Interstitial.CONSENT: (Verdict.UNKNOWN, "a question whether visitors agree"),
    Interstitial.REGION: (Verdict.UNKNOWN, "a choice of country or language"),
    Interstitial.PROFESSION: (Verdict.UNKNOWN, "a question about visitors' profession or age"),
    Interstitial.MAINTENANCE: (Verdict.UNKNOWN, "the words that the site is being worked on"),
    Interstitial.BROWSER: (Verdict.UNKNOWN, "a request to wait, or for scripts or another browser"),
}
"""What each page comes to that a site shows in place of the one asked for, and what it is called in the reason."""
_SIGNS: Final = {
    Sign.UNSAFE: (Verdict.REFUSED, ""),
    Sign.GONE: (Verdict.FAILING, ""),
    Sign.UNCLEAR: (Verdict.UNKNOWN, ", which may pass"),
    Sign.KEPT_OUT: (Verdict.BLOCKED, ", so it is there, but not for a robot"),
}


def link_finding(look: Look, before: LockedReference | None) -> Finding | None:
    """What a look at an address says by itself; ``None`` where there was none to look at."""
    outcome = look.outcome
    if outcome is None:
        return None
    challenge = bool(look.page and look.page.challenge)
    found = sign(outcome, challenge)
    if found is Sign.THERE and isinstance(outcome, Answer):
        return _page(outcome, look, before)
    if found is Sign.GONE and (_contradicted(outcome, look) or _is_of_resolver(outcome, look)):
        found = Sign.UNCLEAR
    verdict, meaning = _SIGNS[found]
    asks = challenge and sign(outcome, False) is not found  # a plain 403 says all by its status
    words = "it first asks for a proof that a person is there" if asks else _words(outcome)
    return Finding(verdict, words + meaning)


def _contradicted(outcome: Outcome, look: Look) -> bool:
    """Whether a resolver itself, and no page that it leads to, lacks an identifier that a service knows."""
    resolver = isinstance(outcome, Answer) and look.redirector and not outcome.hops
    return resolver and any(said.same and said.identifier == look.behind for said in look.said)


def _is_of_resolver(outcome: Outcome, look: Look) -> bool:
    """Whether a resolver itself is out of order, which says nothing of the works behind it."""
    if not look.behind or not look.redirector:
        return False
    if isinstance(outcome, Failure):
        return outcome.at in {"", outcome.address}
    return not outcome.hops and outcome.status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _words(outcome: Outcome) -> str:
    if isinstance(outcome, Failure):
        return outcome.detail
    return f"the server answered {status_words(outcome.status)}"


def _page(answer: Answer, look: Look, before: LockedReference | None) -> Finding:
    """What the page that answered says."""
    page, missing = look.page, look.page.missing if look.page else ""
    if look.match is not None and look.match >= SAME:
        if missing:
            return Finding(Verdict.UNKNOWN, f"the page has the right title, but says “{missing}”")
        return _seen(answer, look, before)
    if missing:
        return Finding(Verdict.FAILING, f"the page says “{missing}”")
    return _elsewhere(answer, look) or _unclear(page)


def _elsewhere(answer: Answer, look: Look) -> Finding | None:
    """A page that is not the one that was asked for."""
    called = _called(look.page)
    if look.leads_on:
        return Finding(Verdict.UNKNOWN, f"the page sends browsers on to another one{called}")
    if _asks_to_sign_in(answer):
        return Finding(Verdict.BLOCKED, "the address leads to a page where people sign in or agree to something first")
    if look.page and look.page.instead:
        verdict, what = _INSTEAD[Interstitial(look.page.instead)]
        return Finding(verdict, f"the site shows {what} in place of the page{called}")
    if leads_home(answer):
        found = Finding(Verdict.WRONG_PAGE, f"the address now leads to the home page of a site{called}", guessed=True)
    elif look.match is not None and look.match < OTHER:
        found = Finding(Verdict.WRONG_PAGE, f"the page has another title{called}", guessed=True)
    else:
        return None
    # A publisher's page may say "Redirecting" and lead on by script; a service that knows the identifier is believed.
    sure = any(said.same and said.identifier == look.behind for said in look.said)
    return Finding(Verdict.UNKNOWN, found.reason) if sure else found


def _unclear(page: PageText | None) -> Finding:
    """Why it cannot be told whether a page is the right one."""
    if page is None or page.kind == "other":
        why = "the page could not be read"
    elif page.scanned:
        why = "the document is a picture of text, which cannot be read"
    elif page.shell:
        why = "the page is written by scripts, which are not run"
    elif page.titles:
        why = f"its title could be another's{_called(page)}"
    else:
        why = "the page has no title to compare"
    return Finding(Verdict.UNKNOWN, why)


def _called(page: PageText | None) -> str:
    return f": “{page.titles[0]}”" if page and page.titles else ""


def _seen(answer: Answer, look: Look, before: LockedReference | None) -> Finding:
    """The right page: as it was, changed, or moved for good."""
    since = _since(before, look.page.digest if look.page else "")
    if answer.permanent and not look.redirector and _plain(answer.final_url) != _plain(answer.address):
        moved = f"the page has moved for good to {answer.final_url}"
        return Finding(Verdict.MOVED, f"{moved}, and {since}" if since else moved)
    if since:
        return Finding(Verdict.CHANGED, f"the page has the right title, but {since}")
    return Finding(Verdict.OK, "the page is there and has the right title")


def _since(before: LockedReference | None, digest: str) -> str:
    """That the text of a page changed since it was last seen, if it did."""
    if before is None or not digest or before.text_digest in {"", digest}:
        return ""
    when = f"on {day(before.checked)}" if before.verdict in SEEN else "when it was last seen"
    return f"its text is not what it was {when}"


def _plain(address: str) -> str:
    return address.partition("#")[0]


def _asks_to_sign_in(answer: Answer) -> bool:
    """Whether an address was led to one where people sign in or agree to something first."""
    asked, final = urlsplit(answer.address), urlsplit(answer.final_url)
    led_elsewhere = answer.hops and (asked.netloc, asked.path) != (final.netloc, final.path)
    return bool(led_elsewhere and _SIGN_IN.search(f"{final.hostname or ''}{final.path}"))
