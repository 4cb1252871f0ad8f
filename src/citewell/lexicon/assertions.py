"""Whether a heading, a label or a plain text states something, as far as its words show.

Precise rather than complete: it is certain of a closing full stop, of shares ("30%", "1 in 10"), and of a main verb
such as "is" or "causes" without "what", "if" or "that" before it.
"""

from __future__ import annotations

import re
from itertools import zip_longest
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
_SENTENCE_END: Final = compile_lazily(r"(?<=[.!?])[\"'”’)]*\s+")
_CLAUSE: Final = compile_lazily(r"[:;]\s+")
_ABOUT_US: Final = compile_lazily(r"(?:this|the|our) (?:article|guide|leaflet|page|site)\b", re.IGNORECASE)
_EARLIER: Final = compile_lazily(r"\b(?:earlier|first|former|last|old|older|original|previous) version", re.IGNORECASE)
_QUOTES: Final = compile_lazily(
    r"\b(?:gave|had|read|said|stated|was|wrote)$"
)  # before a colon: the earlier words follow
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
_EFFECTS: Final = frozenset(
    """affects causes cures doubles eases harms heals improves increases kills lowers prevents protects raises reduces
    relieves worsens""".split()
)
_EFFECTS_OF_MANY: Final = frozenset(
    "cause cure ease heal improve increase kill prevent protect reduce relieve worsen".split()
)
_EFFECTS_WITH_MODAL: Final = _EFFECTS_OF_MANY | {"affect", "double", "harm", "help", "lower", "raise"}
_PAST_EFFECTS: Final = frozenset(
    "caused cured doubled eased healed improved increased killed lowered prevented reduced relieved worsened".split()
)
_MODALS: Final = frozenset("can cannot could did do does may might must should will would".split())
_BEING: Final = frozenset("are be been being is was were".split())
_ADVERBS: Final = frozenset("all almost also always ever even never not often soon still".split())
# "Helps people" says what somebody does, "works at" where.
_HELPED: Final = frozenset(
    "a adults an children each everyone families him others patients people readers run them those to us with".split()
)
_WORKING: Final = frozenset("against best better".split())
_ARTICLES: Final = frozenset("a an any each no this to".split()) | _BEFORE_A_NOUN


def states_something(text: str) -> bool:
    """Whether the words of a heading or label read as a statement."""
    if "?" in text:
        return False
    return bool(_SENTENCE.search(text)) or gives_share(text) or any(map(_has_main_verb, _PART.split(text)))


def names_only(text: str) -> bool:
    """Whether plain sentences only name or ask: none but one about the page itself has a main verb or gives a share."""
    sentences = [each for each in _SENTENCE_END.split(text) if not each.endswith("?") and not _ABOUT_US.match(each)]
    return not any(gives_share(each) or any(map(_has_main_verb, _PART.split(each))) for each in sentences)


def find_effect(text: str) -> str:
    """The first part of plain sentences that says what something does to health, or in how many; or "".

    "Ibuprofen cures back pain" and "in 9 of 10 people" are such parts. A question is not, nor is what an earlier
    version of a page said.
    """
    for sentence in _SENTENCE_END.split(text):
        quotes_more = False
        for part in () if sentence.endswith("?") else _CLAUSE.split(sentence):
            reports = quotes_more or _EARLIER.search(part) is not None
            quotes_more = reports and _QUOTES.search(part) is not None
            if not reports and (gives_share(part) or any(map(_has_effect, _PART.split(part)))):
                return part
    return ""


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


def _has_effect(part: str) -> bool:
    """Whether a part of a sentence has a verb of effect, in no question and in no clause inside another."""
    words = [word.casefold() for word in _WORD.findall(part)]
    before = ""  # the last word that is not an adverb
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        if word in _SUBORDINATORS:
            return False
        if before and _is_effect(word, before, after):
            return True
        before = before if word in _ADVERBS or word.endswith("ly") else word
    return False


def _is_effect(word: str, before: str, after: str) -> bool:
    """Whether a word between its neighbours says what something does, and is not a noun or adjective there."""
    if before in _BEING:
        return word in _PAST_EFFECTS
    if before in _MODALS:
        return word in _EFFECTS_WITH_MODAL
    if before in _ARTICLES or not after or after in _AFTER_A_NOUN:
        return False
    if word == "helps":
        return after not in _HELPED
    if word == "works":
        return after in _WORKING
    return word in _EFFECTS | _PAST_EFFECTS or (word in _EFFECTS_OF_MANY and before.endswith("s"))
