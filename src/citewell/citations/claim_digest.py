"""The digest of one claim: of what a reviewer read and signed, so that a change of meaning is seen and a space is not.

A digest names the version by which it was computed (``1:0123456789ab``) and is compared with that version's own
computation, so a new version lapses no review. **Never change a version that was released**: add one to ``_VERSIONS``
instead; what is computed from now on is of the last.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from citewell.citations.find_reference import find_reference
from citewell.citations.pinned_quotes import find_pinned_words
from citewell.model.claims import Claim
from citewell.model.inlines import CitationItem, Intent
from citewell.model.references import Bibliography

_DIGITS: Final = 12  # hexadecimal; two claims of one article agree by chance once in 2^48
#: Characters that look different and say the same; minus and hyphen do so before a number.
_TYPOGRAPHY: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
        "…": "...",
    }
)
#: Blocks that are mere layout; any other, such as a card or "don't", is part of what a sentence says.
_LAYOUT: Final = frozenset({"paragraph", "list"})


def digest_claim(claim: Claim, bibliography: Bibliography) -> str:
    """The digest of a claim. ``bibliography`` holds at least the references that it cites."""
    version = list(_VERSIONS)[-1]
    return f"{version}:{_VERSIONS[version](claim, bibliography)}"


def matches_claim(claim: Claim, bibliography: Bibliography, digest: str) -> bool:
    """Whether a digest of any version is that of the claim; one of an unknown version never is."""
    return redigest_claim(claim, bibliography, digest) == digest


def redigest_claim(claim: Claim, bibliography: Bibliography, like: str) -> str:
    """The digest of a claim by the version of another digest; "" if that version is unknown."""
    version = like.partition(":")[0]
    compute = _VERSIONS.get(version)
    return f"{version}:{compute(claim, bibliography)}" if compute else ""


def normalise_text(text: str) -> str:
    """A text without what makes no difference to its meaning: composition of letters, white space, typography."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())


def _version_1(claim: Claim, bibliography: Bibliography) -> str:
    """The text and its block, waivers, items. What a claim may have besides counts only where it is there."""
    block = "" if claim.block in _LAYOUT else claim.block
    waivers = [[each.kind, normalise_text(each.note or "")] for each in claim.waivers]
    items = [_item_1(each, bibliography) for each in claim.citations]
    more = [["certainty", str(claim.certainty)]] if claim.certainty else []
    return _hash([normalise_text(claim.text), block, waivers, items, *more])


def _item_1(item: CitationItem, bibliography: Bibliography) -> list[Any]:
    reference = find_reference(item.key, bibliography)
    pinned = find_pinned_words(item, reference) if reference else item.quote
    texts = (item.prefix, item.label, item.locator, item.suffix, pinned)
    more = [] if item.intent is Intent.SUPPORTS else [["intent", str(item.intent)]]
    return [reference.key if reference else item.key, *(normalise_text(each or "") for each in texts), *more]


_VERSIONS: Final[Mapping[str, Callable[[Claim, Bibliography], str]]] = {"1": _version_1}


def _hash(parts: Iterable[Any]) -> str:
    return hashlib.sha256(json.dumps(list(parts), ensure_ascii=True).encode()).hexdigest()[:_DIGITS]
