"""Whether an English sentence says what a treatment does, or whether to have it: "Ibuprofen eases back pain".

A sentence counts if it names a treatment and has a word of effect, harm or recommendation beside it in the same clause.
Naming alone ("Treatments for sciatica") does not. Names of medicines are known by their endings (the stems of the
World Health Organization's list of international nonproprietary names) and by the common ones that have none.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.lazy_pattern import compile_lazily

_TREATMENT: Final = compile_lazily(
    r"\b(?:treatments?|treated|treating|therap(?:y|ies)|medicines?|medications?|drugs?|tablets?|pills?|painkillers?|"
    r"pain relief|antibiotics?|antidepressants?|antivirals?|opioids?|steroids?|anti-inflammator(?:y|ies)|NSAIDs?|"
    r"gabapentinoids?|benzodiazepines?|surgery|operations?|injections?|vaccin(?:es?|ations?)|transfusions?|transplants?|"
    r"exercis(?:e|es|ing)|physio(?:therapy)?|massage|acupuncture|manipulation|rehabilitation|counselling|"
    r"(?:radio|chemo|immuno|hormone|psycho|behavioural )therap(?:y|ies)|radiation|inhalers?|creams?|ointments?|gels?|"
    r"supplements?|diets?|bed rest|heat packs?|ice packs?|braces?|splints?|orthotics|traction|dialysis|screening|"
    r"aspirin|paracetamol|acetaminophen|ibuprofen|naproxen|codeine|morphine|tramadol|diazepam|insulin|metformin|heparin|"
    r"warfarin|lithium|cortisone|TENS|"
    r"\w{3,}(?:statin|pril|sartan|olol|dipine|azole|prazole|mycin|micin|cillin|floxacin|cycline|oxetine|triptan|"
    r"tinib|mab|fenac|profen|coxib|gabalin|pentin|azepam|caine|dronate|parin|xaban|gliptin|gliflozin|glutide)s?)\b",
    re.IGNORECASE,
)
_EFFECT: Final = compile_lazily(
    r"\b(?:help(?:s|ed|ful)?|works?|worked|reliev(?:e|es|ed)|reduc(?:e|es|ed)|improv(?:e|es|ed)|eas(?:e|es|ed)|"
    r"cur(?:e|es|ed)|prevent(?:s|ed)?|lower(?:s|ed)?|rais(?:e|es|ed)|increas(?:e|es|ed)|speeds? up|"
    r"shorten(?:s|ed)?|"
    r"protect(?:s|ed)?|stop(?:s|ped)?|control(?:s|led)?|shrinks?|kills?|heals?|harm(?:s|ful)?|worsen(?:s|ed)?|"
    r"caus(?:e|es|ed)|effective(?:ness)?|ineffective|benefits?|side effects?|risks?|safe(?:r|st)?|unsafe|"
    r"recommend(?:s|ed)?|advis(?:e|es|ed)|(?:first|second)[ -](?:choice|line)|best|better|no (?:better|more)|"
    r"should(?:n’t|n't)?|must(?:n’t|n't)?|do(?:es)? not|don[’']t|doesn[’']t|avoid(?:s|ed)?|offer(?:s|ed)?|"
    r"need(?:s|ed)?|"
    r"tak(?:e|es|en|ing)|can be (?:used|given|treated)|is (?:used|given|usually)|are (?:used|given|usually)|treats?)\b",
    re.IGNORECASE,
)
_CLAUSE_END: Final = compile_lazily(r"[;:]|\.(?!\d)")


def states_treatment_effect(text: str) -> bool:
    """Whether an English sentence says what a treatment does, or whether somebody should have it."""
    return any(_TREATMENT.search(clause) and _EFFECT.search(clause) for clause in _CLAUSE_END.split(text))
