"""Whether a heading or label states something, as far as its words show.

Precise rather than complete: it is certain of a closing full stop, of shares ("30%", "1 in 10"), and of a main verb
such as "is" or "causes" without "what", "if" or "that" before it.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.lazy_pattern import compile_lazily

_SENTENCE: Final = compile_lazily(r"\w{4}[\"'”’)]*[.!]$|[a-z]{2}[.!] [A-Z]")
# "30%", but no limit such as "under 40%" and no "95% CI"; "1 in 10", "nine of ten", but no "step 2 of 4".
_PERCENTAGE: Final = compile_lazily(
    r"(?<!under )(?<!over )(?<!below )(?<!above )(?<!than )(?<!least )"
    r"(?<![\w.,])\d[\d.,]*\s?(?:%|per\s?cent)(?! CI| confidence)",
    re.IGNORECASE,
)
_FEW: Final = "one|two|three|four|five|six|seven|eight|nine"
_COUNT: Final = compile_lazily(
    r"(?<!part )(?<!step )(?<!page )(?<!day )(?<!week )(?<!stage )(?<!phase )(?<!dose )(?<!visit )(?<!level )"
    rf"(?<![\w,])(?:\d[\d,]*|{_FEW})\s(?:in|of|out of)\s(?:every\s)?(?:\d[\d,]*|{_FEW}|ten|twenty|a hundred)\b",
    re.IGNORECASE,
)
_PART: Final = compile_lazily(r"[:;–—]\s|\s-\s")
_WORD: Final = compile_lazily(r"[\w’'-]+|,")
_VERBS: Final = frozenset(
    """affects are aren’t becomes begins can cannot can’t comes contains could does doesn’t don’t doubles gets grows had
    happens has have improves is isn’t lasts makes may means might must never protects rarely relieves requires
    says should wakes was were will won’t worsens""".split()
)
# Nouns as well: only between a word that can be their subject and one that can be their object.
_NOUNS_AS_WELL: Final = frozenset(
    "causes cures eases goes harms heals helps increases kills lowers needs prevents raises reduces shows works".split()
)
_AFTER_A_NOUN: Final = frozenset(", and as at by for from in is of on or to with you your".split())
_BEFORE_A_NOUN: Final = frozenset(
    """, all and common different first four important its known likely main many more most no of or other possible rare
    serious several some special that the their these three two usual what which your""".split()
)
# What asks, names a case or begins a clause inside another: the verb after it is not the main one.
_SUBORDINATORS: Final = frozenset(
    """after although as because before despite how if once since that though to unless until what whatever when
    where whether which while who whom whose why""".split()
)
_ASKING: Final = frozenset(
    "am are can could did do does had has have is may might must shall should was were will".split()
)
_NO_SUBJECT: Final = frozenset(", a an and not or please to".split())
_PEOPLE: Final = frozenset("adults children doctors experts men nurses parents patients people women".split())
_HOW_MANY: Final = frozenset("all few many more most no older other our some these young younger".split())
_PRONOUNS: Final = frozenset("he i it she they we you".split())


def states_something(text: str) -> bool:
    """Whether the words of a heading or label read as a statement."""
    if "?" in text:
        return False
    return bool(_SENTENCE.search(text)) or gives_share(text) or any(map(_has_main_verb, _PART.split(text)))


def gives_share(text: str) -> bool:
    """Whether a text says how many of some people or cases."""
    return bool(_PERCENTAGE.search(text) or _COUNT.search(text))


def _has_main_verb(part: str) -> bool:
    """Whether there is a verb between words, outside questions and subordinate clauses."""
    words = [word if word == "May" else word.casefold().replace("'", "’") for word in _WORD.findall(part)]
    if not words or words[0] in _ASKING or words[0] in ("you", "we"):
        return False
    last = len(words) - (2 if words[-1] == "be" else 1)  # nothing follows it
    for position, word in enumerate(words):
        if word in _SUBORDINATORS:
            return False
        if position == 0 or position >= last:
            continue
        before, after = words[position - 1], words[position + 1]
        if word in _VERBS or (word, after) == ("do", "not"):
            # "Tests you may need", "Questions your doctor may ask": the verb of a clause without "that"
            return not _is_inner_subject(words[:position]) and before not in _NO_SUBJECT
        if word in _NOUNS_AS_WELL and before not in _BEFORE_A_NOUN and after not in _AFTER_A_NOUN:
            return True
    return False


def _is_inner_subject(words: list[str]) -> bool:
    """Whether words before a verb are a name followed by the subject of a clause about it."""
    if len(words) == 1:
        return False
    *_, before, subject = words
    people = subject in _PEOPLE and before not in _HOW_MANY
    return subject in _PRONOUNS or people or (len(words) > 2 and before in ("your", "our", "the"))
