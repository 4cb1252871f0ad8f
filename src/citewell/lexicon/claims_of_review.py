"""Statements that what a reader has before them was reviewed or approved by professionals; in English."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily

_DONE: Final = (
    r"(?:(?:medically|clinically|professionally|independently|carefully|thoroughly|fully|regularly|recently|last|"
    r"fact|peer|double)[- ])*(?:reviewed|approved|endorsed|certified|vetted|verified|checked|validated|accredited|"
    r"signed off|fact-checked|quality-assured|cleared)"
)
_DOING: Final = (
    r"(?:reviews?|approves?|endorses?|certif(?:y|ies)|vets?|verif(?:y|ies)|checks?|validates?|signed off|"
    rf"{_DONE})"
)
_BODY: Final = r"(?:NHS|WHO|NICE|Ministry of Health|government|royal colleges?|medical (?:council|association)s?)"
_PEOPLE: Final = (
    r"(?:doctors?|GPs?|physicians?|clinicians?|nurses?|specialists?|consultants?|pharmacists?|surgeons?|midwives|"
    r"midwife|dieti[tc]ians?|oncologists?|cardiologists?|psychiatrists?|paediatricians?|"
    r"(?:medical|clinical|health|healthcare|subject)[- ](?:experts?|professionals?|teams?|boards?|advis[eo]rs?|"
    r"reviewers?|directors?|staff|panels?|editors?|advisory (?:board|panel|team)s?)|experts?|professors?)"
)
_NAMED: Final = r"(?:Drs?\.?|Prof(?:essor)?\.?|Doctor)\s+[A-Z]"
_WHO: Final = rf"(?:{_NAMED}|\b{_PEOPLE}\b|\b{_BODY}\b)"
_ADVERB: Final = r"(?:medically|clinically|professionally)"
_BY_ONE: Final = r"(?:doctor|physician|clinician|expert|GP|nurse|pharmacist)"
_PARTS: Final = (
    r"(?:articles?|pages?|sites?|websites?|content|contents|information|advice|texts?|guides?|leaflets?|sentences?|"
    r"sections?|claims?|statements?|facts?|work|answers?|lists?|cards?|tables?|everything)"
)
_OURS: Final = (
    rf"(?:(?:this|these|our|all(?: of)?(?: our| the)?|every|each(?: of our)?)\s+(?:[\w-]+\s+){{0,2}}?{_PARTS}"
    rf"(?:\s+(?:on|of|in)\s+(?:this|our)\s+{_PARTS})?|everything(?:\s+(?:here|on this \w+|you read here|we publish))?|"
    r"the (?:information|advice|content|articles?) (?:here|on this \w+|above|below)|we|it)"
)
_EACH_OF_OURS: Final = rf"(?:this|these|our|all(?: of)? our|every|each(?: of our)?)\s+(?:[\w-]+\s+){{0,3}}?{_PARTS}"
_BE: Final = r"(?:is|are|was|were|has been|have been|had been|gets?|been)"
_AT_ONCE: Final = r"(?:\s+(?:all|always|also|both|each|now|then|since|once|twice|already|just|recently|last))*"
_LABEL: Final = (
    r"(?:medical(?:ly)? |clinical |expert |last |medical content )?(?:review(?:ed|er|ers)?|approved|checked)"
)

#: What claims a review; the first group is what is shown of it.
_CLAIMS: Final = tuple(
    compile_lazily(pattern, re.IGNORECASE)
    for pattern in (
        # "this page was reviewed", "all our articles are approved by doctors", "every sentence is checked by a nurse"
        (
            rf"\b({_OURS}\s+{_BE}{_AT_ONCE}\s+(?:(?:medically|clinically|peer|independently|last)[- ])*"
            r"(?:reviewed|approved|endorsed|certified|vetted|accredited)\b)"
        ),
        rf"\b({_OURS}\s+{_BE}{_AT_ONCE}\s+{_DONE}\s+(?:[\w,]+\s+){{0,6}}?by\s+(?:[\w’'-]+\s+){{0,4}}?{_WHO})",
        rf"\b({_OURS}\s+{_BE}\s+(?:written|edited|produced|made)\s+and\s+{_DONE}\s+by\s+(?:[\w’'-]+\s+){{0,4}}?{_WHO})",
        rf"\b({_OURS}\s+(?:has|have|had)\s+(?:the\s+)?(?:approval|endorsement|blessing|backing|seal)\b)",
        # "medically reviewed", "doctor-approved"
        rf"(?<![\w-])((?:{_ADVERB}[- ]|{_BY_ONE}-)(?:reviewed|approved|checked|verified|endorsed|vetted|certified))\b",
        rf"^({_BY_ONE} (?:reviewed|approved|checked|verified|endorsed|vetted))\b",
        # "Reviewed by Dr A", "Checked and approved by our medical team" at the beginning, or after a mark
        (
            rf"(?:^|[:(–—|·]\s*)((?:last\s+|(?:written|edited)\s+and\s+)?{_DONE}(?:\s+(?:and|&)\s+{_DONE})?"
            rf"(?:\s+on\s+[\w ]+|\s+in\s+[\w ]+)?\s+by\s+(?:[\w’'-]+\s+){{0,4}}?{_WHO})"
        ),
        rf"(?:^|[:(–—|·]\s*)({_LABEL}\s*(?:by|:)\s*(?:[\w’'-]+\s+){{0,3}}?{_WHO})",
        r"(?:^|[:(–—|·]\s*)((?:medical|clinical|expert|last medical)\s+review(?:\s+date)?\s*:\s*\S+)",
        # "our doctors approve", "Dr A has checked all our articles", "a nurse reviewed this page"
        rf"\b(our\s+(?:[\w-]+\s+){{0,2}}?{_PEOPLE}\s+(?:have\s+|has\s+|always\s+|all\s+|regularly\s+)*{_DOING})\b",
        (
            rf"({_WHO}[^.;:!?]{{0,60}}?\s+(?:have\s+|has\s+|had\s+|also\s+|personally\s+|regularly\s+)*{_DOING}\s+"
            rf"(?:and\s+\w+\s+)?{_EACH_OF_OURS})\b"
        ),
        (
            rf"^((?:has|have|also)?\s*(?:reviewed|approved|checked|vetted|reviews|approves|checks|vets)\s+"
            rf"{_EACH_OF_OURS})\b"
        ),
    )
)
#: What every claim has in it: sentences without it need no closer look.
_MARKS: Final = compile_lazily(
    r"review|approv|endors|certif|vet|verif|check|validat|accredit|signed off|assured|cleared|blessing|backing|seal",
    re.IGNORECASE,
)
#: Words before or in a claim that show that it claims nothing: a denial, a plan, a condition, a question.
_NO_CLAIM: Final = compile_lazily(
    r"\b(?:not|never|no|nobody|none|neither|nor|without|yet|unless|until|if|whether|once|when|where|before|after|who|"
    r"whose|will|would|should|must|may|might|can|could|cannot|to be|plans?|planned|hopes?|wants?|needs?|asks?|"
    r"awaiting|how|why|which|what|earlier version|n’t|[a-z]+n['’]t|instead of|looking for|"
    r"rather than|says? so|means that)\b",
    re.IGNORECASE,
)
_END: Final = compile_lazily(r"(?<=[.!?;])\s+|\n+")
_SPLIT_TITLES: Final = compile_lazily(r"\b(Drs?|Prof)\.")
_NAME: Final = compile_lazily(r"\b(?:Drs?\.?|Prof(?:essor)?\.?|Doctor)\s+((?:[A-Z][\w’'-]*\.?\s*){1,4})")


class ReviewClaim(NamedTuple):
    """A claim of review: the words that make it, and the person it names with a title, "" without one."""

    words: str
    name: str


def find_review_claim(text: str) -> ReviewClaim | None:
    """The first claim in a text that what readers see of this site was reviewed or approved; ``None`` without any."""
    if not _MARKS.search(text):
        return None
    for sentence in _END.split(_SPLIT_TITLES.sub(r"\1", text)):
        for pattern in _CLAIMS:
            found = pattern.search(sentence)
            if found and not _NO_CLAIM.search(sentence[: found.end(1)]) and not sentence.rstrip().endswith("?"):
                named = _NAME.search(sentence[found.start(1) :])
                return ReviewClaim(found[1].strip(), named[1].strip(" .") if named else "")
    return None
