"""Whether a relative number compares how often something happens to people: "30% fewer strokes", not "30% fewer beds".

What is compared is the noun after the number ("30% fewer strokes", "a 20% reduction in deaths"), the one between the
verb and the number ("cut the relapse rate by half"), or else the subject ("Deaths fell by half"). It is a risk when
that noun is an event of health and no part of the name of something else ("cancer drug sales").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.lazy_pattern import compile_lazily

#: How a change is said: verbs, nouns, and words that compare. ``relative_numbers.py`` builds its patterns of them.
FACTORS: Final = r"(?:doubl|tripl|trebl|quadrupl|halv)"
CHANGES: Final = (
    r"(?:(?:reduc|increas|decreas|declin|lower|rais|cut|drop|fall|fell|rise|rose|improv|climb|grow|grew|slash)\w*|"
    r"(?:goes|go|went) (?:up|down))"
)
CHANGE: Final = r"(?:reduction|increase|decrease|drop|rise|fall|improvement)"
MORE: Final = r"(?:more|less|fewer|higher|lower|greater|smaller|larger|increased|reduced)"
_CHANGING: Final = compile_lazily(rf"(?:{CHANGES}|{FACTORS}\w*)\b", re.IGNORECASE)
_ENDS_IN_CHANGE: Final = compile_lazily(rf"{CHANGE}$", re.IGNORECASE)
_ENDS_IN_MORE: Final = compile_lazily(rf"(?:{MORE}|many)$", re.IGNORECASE)
_CHANCES: Final = (
    r"risks?|chances?|odds|likelihood|probability|likel(?:y|ier)|prone|susceptible|vulnerable|common(?:ly)?"
)
_CHANCE: Final = compile_lazily(rf"\b(?:{_CHANCES}|(?:hazard|risk) ratios?|(?-i:RR|HR|OR))\b", re.IGNORECASE)
_CHANCE_AFTER: Final = compile_lazily(rf" (?:\w+ )?(?:{_CHANCES}|frequent(?:ly)?)\b", re.IGNORECASE)
_OFTEN: Final = compile_lazily(r"\b(?:often|frequent(?:ly)?)\b|^ often\b", re.IGNORECASE)
#: What happens to a person, or does not.
_EVENTS: Final = frozenset(
    """abscesses accidents addiction admission admissions allergies allergy amputation amputations anaemia anemia
    aneurysm aneurysms anxiety asthma attack attacks autism bleed bleeding bleeds blindness burns cancer cancers
    cases casualties cataract cataracts clot clots colds collisions complication complications concussion
    concussions conditions constipation convulsions coughs crashes death deaths defects deficiencies delirium
    dementia depression diabetes diarrhea diarrhoea disabilities disability disease diseases disorder disorders
    drownings eczema embolism embolisms emergencies epilepsy exacerbation exacerbations failure fall falls
    fatalities fatality fatigue fever fevers fibrosis flares flu fracture fractures frailty gout haemorrhage
    haemorrhages headache headaches hemorrhage hemorrhages hernia hernias hospitalisation hospitalisations
    hospitalization hospitalizations hypertension illness illnesses impairment impotence incidence incontinence
    infarction infarctions infection infections infertility influenza injuries injury insomnia leukaemia
    leukemia malaria malformations measles metastases metastasis migraine migraines miscarriage miscarriages
    morbidity mortality nausea obesity outbreaks overdose overdoses pain pains paralysis pneumonia poisoning
    poisonings pre-eclampsia preeclampsia prevalence progression psoriasis psychosis readmission readmissions
    recoveries recovery recurrence recurrences relapse relapses remission remissions ruptures schizophrenia
    sciatica seizure seizures sepsis shingles stillbirth stillbirths stroke strokes suicide suicides survival
    survivors symptom symptoms syndrome thrombosis tremor tuberculosis tumor tumors tumour tumours ulcer ulcers
    vomiting wounds""".split()
)
_EVENT_ENDINGS: Final = compile_lazily(
    r"\w{3}(?:itis|omas?|pathy|pathies|algia|plegia|trauma)$|(?!diagn|progn)\w{3,}osis$"
)
#: Events in two words, of which the second alone is not an event.
_PAIRS: Final = compile_lazily(
    r"(?:side|adverse|ill|late)[ -]effects?|(?:adverse|bleeding|cardiac|cardiovascular|clinical|coronary|fatal|serious|"
    r"thrombotic|vascular) events?|birth defects?|(?:early|live|low-weight|premature|preterm) births?|flare-?ups?|"
    r"hot (?:flushes|flashes)|ill[ -]health|sick (?:days|leave)|cardiac arrests?|(?:allergic|bad|severe) reactions?|"
    r"(?:vision|sight|hearing|hair|tooth) loss|hospital stays?"
)
#: What an event may be part of the name of.
_THINGS: Final = frozenset(
    """activity awareness beds budget budgets campaigns care cells centers centres charities charity clinics cost
    costs doctors doses drug drugs expression funding genes growth guidelines hours index inventory leaflets
    level levels lines marker markers mass medication medications medicine medicines money nurses pills
    prescribing prescriptions price prices products programmes programs relief remedies research sales scale
    scans score scores screening services size specialists spending surveys tablets tests therapies therapy
    thickness threshold thresholds time times training treatment treatments trials units vaccine vaccines visits volume
    wards weight""".split()
)
_PEOPLE: Final = frozenset(
    """adolescents adults babies boys children diabetics drivers girls infants men mothers newborns participants
    patients people persons pupils residents smokers students teenagers users volunteers women""".split()
)
#: What happens to people, as a verb.
_HAPPENS: Final = compile_lazily(
    r"\b(?:(?:die|recover|relapse|survive|suffer|bleed|collapse|miscarr|vomit|deteriorate|improve)"
    r"(?:s|d|ed|y|ied|ies|ing)?|dying|bled|quit|stopped smoking|"
    r"(?:is|are|was|were|been|got|get|gets|fell|fall|became|become) (?:\w+ )?(?:ill|sick|infected|hurt|injured|killed|"
    r"hospitali[sz]ed|harmed|cured|diagnosed|admitted|readmitted|blind|disabled|affected))\b",
    re.IGNORECASE,
)
#: Nouns that only count what is named beside them: "the relapse rate", "the number of strokes".
_COUNTING: Final = frozenset(
    "burden count counts figures frequency number numbers percentage proportion rate rates share toll total".split()
)
_PASSED_OVER: Final = frozenset(
    "a all an any both her his its many most much our some the their these those your".split()
)
#: Words that end the name of what is compared.
_ENDS: Final = frozenset(
    """after against among and are as at because before between but by can compared could did do does down during
    each every following for from had has have having if in into is may might more on or over per rather since
    so than that through to under until up was were when where whether which while who whose will with within
    without would""".split()
)
_WORD: Final = compile_lazily(r"[^\W\d_][\w’'-]*|[^\w\s]")
_CLAUSE_ENDS: Final = compile_lazily(
    r"[,;:.()–—]|\b(?:and|but|while|whereas|although|because|so|that)\b", re.IGNORECASE
)
_SENTENCE_PART_ENDS: Final = compile_lazily(r"[;:.()]")
_FARTHEST: Final = 90  # characters before or after the number that are looked at
_BEFORE_NUMBER: Final = compile_lazily(r"\bby\b|\b[\w.,]+[ -]?fold\b")
_PRONOUNS: Final = frozenset("it that they these this those".split())
_PREPOSITION: Final = compile_lazily(
    r"^\s*(?:after|among|at|by|during|for|from|in|of|on|since|with|without)\s", re.IGNORECASE
)


def is_of_people(text: str, start: int, end: int) -> bool:
    """Whether the relative number from ``start`` to ``end`` of a sentence is about people's risk."""
    number, after = text[start:end], text[end : end + _FARTHEST]
    after = _SENTENCE_PART_ENDS.split(after, maxsplit=1)[0]
    if _CHANCE.search(number) or _CHANCE_AFTER.match(after):
        return True
    before = _take_last_clause(text[max(0, start - _FARTHEST) : start])
    if _OFTEN.search(number) or _OFTEN.match(after):
        return any(_HAPPENS.search(part) or _is_event(_read_name(part)) for part in (before, after))
    if before.strip().casefold() in _PRONOUNS:
        earlier = text[max(0, start - 2 * _FARTHEST) : start]
        return _CHANCE.search(earlier) is not None or _names_event(earlier)
    for name in map(_read_name, _list_phrases(before, number, after)):
        if name:
            return _is_event(name) or (not _PEOPLE.isdisjoint(name) and _names_event(after))
    return False


def _list_phrases(before: str, number: str, after: str) -> Iterator[str]:
    """What may begin with the name of what is compared, the likeliest first."""
    if number[:4].lower() == "rate":
        yield f"{before}{number}"
    elif verb := _CHANGING.match(number):
        yield _BEFORE_NUMBER.split(number[verb.end() :], maxsplit=1)[0]
    if _ENDS_IN_CHANGE.search(number):
        yield re.sub(r"^ (?:in|of) (?:the )?", "", after)
    elif _ENDS_IN_MORE.search(number):
        yield after
    yield _PREPOSITION.sub("", before)
    yield f"{before}{number}"


def _take_last_clause(before: str) -> str:
    ends = [found.end() for found in _CLAUSE_ENDS.finditer(before)]
    return before[ends[-1] :] if ends else before


def _read_name(phrase: str) -> list[str]:
    """The words of the name that a phrase begins with, in lower case; "of" goes on only after what counts."""
    words: list[str] = []
    for found in _WORD.finditer(phrase):
        word = found[0].casefold()
        if word == "of" and words and words[-1] in _COUNTING:
            continue
        if word == "of" or word in _ENDS or not word[0].isalpha():
            break
        if word not in _PASSED_OVER:
            words.append(word)
    return words


def _is_event(name: list[str]) -> bool:
    """Whether a name is that of an event, or of how many there are."""
    last = max((place for place, word in enumerate(name) if word in _EVENTS or _EVENT_ENDINGS.match(word)), default=-1)
    if last < 0:
        words = " ".join(name)
        return _PAIRS.search(words) is not None or _CHANCE.search(words) is not None
    return _THINGS.isdisjoint(name[last + 1 :])


def _names_event(rest: str) -> bool:
    """Whether something happens to people in the rest of a sentence."""
    words = [found.casefold() for found in _WORD.findall(rest)]
    return _HAPPENS.search(rest) is not None or any(word in _EVENTS or _EVENT_ENDINGS.match(word) for word in words)
