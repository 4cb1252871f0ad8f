"""Where readers first meet each term of the glossary in a text, and whether its editor says there what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from citewell.model.article import Article
from citewell.model.claims import Claim
from citewell.plain_words.sections import split_into_sections
from citewell.plain_words.term_uses import (
    TermIndex,
    TermUse,
    find_term_uses,
    list_contained_terms,
    select_present_terms,
)

_DEFINITION: Final = "definition"  # the kind of waiver
_NAMED: Final = re.compile(r"\b(?:called|known as|named|termed)\s+(?:(?:an?|the)\s+)?[\"'“‘]?$", re.IGNORECASE)
_EXPLAINS: Final = re.compile(
    r"[\"'”’]?(?:\s*\((?!see\b)(?=[^)]*[a-z]{3})|,?\s+(?:also\s+)?means?\s|,\s+(?:which means?|meaning|that is,?)\s)"
)
# These may begin a meaning or something else ("a biopsy, which is planned"), so a word of the glossary must follow.
_MAY_EXPLAIN: Final = re.compile(
    r"[\"'”’]?(?:\s+(?:is|are) (?:an?|when|where)\s|\s+[–—]\s|,\s+(?:when|where|in which|which (?:is|are))\s)"
)
_WORD: Final = re.compile(r"[^\W_]{3,}")
_EMPTY: Final = frozenset("and are for from has have its not only such than that the this too very with".split())
_AROUND: Final = 400  # letters on each side of a use in which its meaning is looked for: longer than any sentence
_STEM: Final = 4  # letters: "part" and "parts" are one


class FirstUse(NamedTuple):
    """The first use of a term; ``explained`` says whether a reader has learnt there what it means, or before."""

    claim: Claim
    use: TermUse
    explained: bool


def find_first_uses(
    article: Article, glossary: TermIndex, fits: Callable[[Claim, TermUse], bool] | None = None
) -> Iterator[FirstUse]:
    """The first use of every term in reading order, or the first that ``fits`` takes; titles and headings have none.

    "Sarcoma" is met with "soft tissue sarcoma".
    """
    terms = select_present_terms((claim.text for claim in article.claims), glossary)
    if not terms:
        return
    parts = [section.claims for section in split_into_sections(article)]
    defined = [_list_defined_terms(claims, terms) for claims in parts]
    defined[0] = defined[0].union(*defined[1:2])
    met: set[str] = set()
    explained: set[str] = set()
    for claims, known in zip(parts, defined, strict=True):
        for claim in claims:
            for use in find_term_uses(claim.text, terms):
                name = use.term.term
                if name in met:
                    continue
                if name in known or _is_explained(claim.text, use):
                    explained |= list_contained_terms(use.term, terms)
                if fits is None or fits(claim, use):
                    met |= list_contained_terms(use.term, terms)
                    yield FirstUse(claim, use, name in explained)


def _list_defined_terms(claims: tuple[Claim, ...], terms: TermIndex) -> set[str]:
    """The terms that a section explains in sentences of their own."""
    meanings = (claim for claim in claims if any(waiver.kind == _DEFINITION for waiver in claim.waivers))
    return {
        name
        for claim in meanings
        for use in find_term_uses(claim.text, terms)
        for name in list_contained_terms(use.term, terms)
    }


def _is_explained(sentence: str, use: TermUse) -> bool:
    """Whether a sentence says what a term in it means: by its form, or with half of the glossary's words."""
    before, after = sentence[max(0, use.start - _AROUND) : use.start], sentence[use.end : use.end + _AROUND]
    in_brackets = before.endswith(("(", "[")) and after[:1] in (")", "]")
    if in_brackets or _NAMED.search(before) or _EXPLAINS.match(after):
        return True
    wanted = _list_stems(use.term.plain)
    if _MAY_EXPLAIN.match(after) and wanted & _list_stems(after):
        return True
    return bool(wanted) and 2 * len(wanted & (_list_stems(before) | _list_stems(after))) >= len(wanted)


def _list_stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _EMPTY}
