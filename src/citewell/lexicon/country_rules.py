"""What a health service does in its own country alone: waiting times, pathways, referrals, short telephone numbers."""

from __future__ import annotations

import re
from typing import Final

from citewell.lazy_pattern import compile_lazily

_COUNT: Final = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|ten|twelve)"
_SOON: Final = rf"within {_COUNT}(?: to {_COUNT}|[-–]\d+)? ?(?:working )?(?:hours?|days?|weeks?|months?)\b"
# What a health service does within a time. "The pain eases within 2 weeks" is not a rule of a country; "tests found it
# within 2 weeks" and "tests within 2 weeks found it" are not either.
_CARE: Final = (
    r"\b(?:refer\w*|consider|offer(?:ed)?|arranged?|be seen|appointments?|specialists?|"
    r"ultrasounds?|scans?|MRI|CT|X-rays?|endoscopy|biops(?:y|ies)|(?<!pregnancy )tests?)\b"
)
_RESULT: Final = r"(?:show|found|find|develop|chang|return|improv|died|detect|lived|had\b)"
#: What differs from country to country: waiting times for care, names of pathways, referral by a GP, short numbers.
_RULES: Final = compile_lazily(
    rf"(?P<time>{_CARE}(?:(?!{_RESULT})[^.;:]){{0,40}}?\b{_SOON}(?! (?:(?!to )\w+ )?{_RESULT})|"
    rf"\b{_SOON} of (?:being |a |the )?referr\w+)|"
    rf"(?P<pathway>\b(?:{_COUNT}[- ]weeks?[- ]wait\b|suspected[- ]cancer (?:pathway|referral)|"
    r"(?:urgent|direct[- ]access) referral|refer(?:red)? (?:you |him |her |them )?urgently|"
    r"GPs? (?:will|can|may|should|might) (?:\w+ )?refer))|"
    r"(?P<number>\b(?:call|dial|ring|phone)(?:ing)? \d{3}(?! ?[\w%,.-]*\d)\b(?! (?:people|patients)))",
    re.IGNORECASE,
)
_KINDS: Final = {"time": "a waiting time", "pathway": "a referral route", "number": "a phone number"}
# A text without any of these holds no such rule; looking for them is much faster than the pattern.
_HINTS: Final = ("within", "wait", "refer", "pathway", "call", "dial", "ring", "phon")


def find_country_rule(text: str) -> str:
    """What a text says that holds in one country only, such as "a waiting time"; empty when it says nothing such."""
    small = text.lower()
    found = _RULES.search(text) if any(hint in small for hint in _HINTS) else None
    return _KINDS[found.lastgroup or ""] if found else ""
