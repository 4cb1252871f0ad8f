"""The verdict on a link, from the outcome of the request and the titles of the page that answered."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from citewell.evidence.network.response import Answer, Failure
from citewell.evidence.pages.interstitials import Interstitial
from citewell.evidence.pages.titles import OTHER, SAME
from citewell.evidence.verdicts.home_page import leads_home
from citewell.evidence.verdicts.http_status import StatusMeaning, describe_status, interpret_status
from citewell.evidence.verdicts.observation import DailyVerdict, Observation
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
"""The verdict for each page that a site shows in place of the requested one, and its name in the reason."""
_MEANINGS: Final = {
    StatusMeaning.UNSAFE: (Verdict.REFUSED, ""),
    StatusMeaning.GONE: (Verdict.FAILING, ""),
    StatusMeaning.UNCLEAR: (Verdict.UNKNOWN, ", which may pass"),
    StatusMeaning.KEPT_OUT: (Verdict.BLOCKED, ", so it is there, but not for a robot"),
}


def judge_link(observation: Observation, before: LockedReference | None) -> DailyVerdict | None:
    """The verdict on the address alone; ``None`` if there is no address."""
    outcome = observation.outcome
    if outcome is None:
        return None
    challenge = bool(observation.page and observation.page.challenge)
    found = interpret_status(outcome, challenge)
    if found is StatusMeaning.THERE and isinstance(outcome, Answer):
        return _judge_page(outcome, observation, before)
    if found is StatusMeaning.GONE and (
        _is_contradicted(outcome, observation) or _is_resolver_failure(outcome, observation)
    ):
        found = StatusMeaning.UNCLEAR
    verdict, meaning = _MEANINGS[found]
    asks = challenge and interpret_status(outcome, False) is not found  # a plain 403 says all by its status
    words = "it first asks for a proof that a person is there" if asks else _describe_outcome(outcome)
    return DailyVerdict(verdict, words + meaning)


def _is_contradicted(outcome: Outcome, observation: Observation) -> bool:
    """Whether the resolver itself, not a page it leads to, does not know an identifier that a service knows."""
    resolver = isinstance(outcome, Answer) and observation.redirector and not outcome.hops
    return resolver and any(
        record.same and record.identifier == observation.identifier for record in observation.records
    )


def _is_resolver_failure(outcome: Outcome, observation: Observation) -> bool:
    """Whether the resolver itself is out of order, which says nothing about its works."""
    if not observation.identifier or not observation.redirector:
        return False
    if isinstance(outcome, Failure):
        return outcome.at in {"", outcome.address}
    return not outcome.hops and outcome.status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _describe_outcome(outcome: Outcome) -> str:
    if isinstance(outcome, Failure):
        return outcome.detail
    return f"the server answered {describe_status(outcome.status)}"


def _judge_page(answer: Answer, observation: Observation, before: LockedReference | None) -> DailyVerdict:
    """The verdict on the page that answered."""
    page, missing = observation.page, observation.page.missing if observation.page else ""
    if observation.match is not None and observation.match >= SAME:
        if missing:
            return DailyVerdict(Verdict.UNKNOWN, f"the page has the right title, but says “{missing}”")
        return _judge_right_page(answer, observation, before)
    if missing:
        return DailyVerdict(Verdict.FAILING, f"the page says “{missing}”")
    return _judge_other_page(answer, observation) or _judge_unclear_page(page)


def _judge_other_page(answer: Answer, observation: Observation) -> DailyVerdict | None:
    """The verdict on a page that is not the requested one; ``None`` if it may be."""
    called = _quote_title(observation.page)
    if observation.leads_on:
        return DailyVerdict(Verdict.UNKNOWN, f"the page sends browsers on to another one{called}")
    if _asks_to_sign_in(answer):
        return DailyVerdict(
            Verdict.BLOCKED, "the address leads to a page where people sign in or agree to something first"
        )
    if observation.page and observation.page.instead:
        verdict, what = _INSTEAD[Interstitial(observation.page.instead)]
        return DailyVerdict(verdict, f"the site shows {what} in place of the page{called}")
    if leads_home(answer):
        found = DailyVerdict(
            Verdict.WRONG_PAGE, f"the address now leads to the home page of a site{called}", guessed=True
        )
    elif observation.match is not None and observation.match < OTHER:
        found = DailyVerdict(Verdict.WRONG_PAGE, f"the page has another title{called}", guessed=True)
    else:
        return None
    # A publisher's page may say "Redirecting" and lead on by script; a service that knows the identifier is believed.
    sure = any(record.same and record.identifier == observation.identifier for record in observation.records)
    return DailyVerdict(Verdict.UNKNOWN, found.reason) if sure else found


def _judge_unclear_page(page: PageText | None) -> DailyVerdict:
    """Why it is uncertain whether a page is the right one."""
    if page is None or page.kind == "other":
        why = "the page could not be read"
    elif page.scanned:
        why = "the document is a picture of text, which cannot be read"
    elif page.shell:
        why = "the page is written by scripts, which are not run"
    elif page.titles:
        why = f"its title could be another's{_quote_title(page)}"
    else:
        why = "the page has no title to compare"
    return DailyVerdict(Verdict.UNKNOWN, why)


def _quote_title(page: PageText | None) -> str:
    return f": “{page.titles[0]}”" if page and page.titles else ""


def _judge_right_page(answer: Answer, observation: Observation, before: LockedReference | None) -> DailyVerdict:
    """The right page: as it was, changed, or moved for good."""
    since = _describe_change(before, observation.page.digest if observation.page else "")
    if (
        answer.permanent
        and not observation.redirector
        and _strip_fragment(answer.final_url) != _strip_fragment(answer.address)
    ):
        moved = f"the page has moved for good to {answer.final_url}"
        return DailyVerdict(Verdict.MOVED, f"{moved}, and {since}" if since else moved)
    if since:
        return DailyVerdict(Verdict.CHANGED, f"the page has the right title, but {since}")
    return DailyVerdict(Verdict.OK, "the page is there and has the right title")


def _describe_change(before: LockedReference | None, digest: str) -> str:
    """A clause saying that the page's text has changed since it was last seen, or ""."""
    if before is None or not digest or before.text_digest in {"", digest}:
        return ""
    when = f"on {day(before.checked)}" if before.verdict in SEEN else "when it was last seen"
    return f"its text is not what it was {when}"


def _strip_fragment(address: str) -> str:
    return address.partition("#")[0]


def _asks_to_sign_in(answer: Answer) -> bool:
    """Whether a redirect led to a page where people sign in or agree to something first."""
    asked, final = urlsplit(answer.address), urlsplit(answer.final_url)
    led_elsewhere = answer.hops and (asked.netloc, asked.path) != (final.netloc, final.path)
    return bool(led_elsewhere and _SIGN_IN.search(f"{final.hostname or ''}{final.path}"))
