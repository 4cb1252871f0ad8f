"""Organisations that health texts name, and those on which a title says it rests: "based on WHO", "NICE guidance"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.lazy_pattern import compile_lazily
from citewell.lexicon.countries import A_COUNTRY

#: Words that make a name that of a body, even where every word has a capital.
BODY_WORDS: Final = frozenset(
    "Academy Association College Council Foundation Institute Institutes Organisation Organization Society".split()
)
#: Words that do so too, where it is clear that a name is meant.
BODY_WORDS_IN_NAMES: Final = BODY_WORDS | frozenset(
    "Administration Agency Alliance Army Authority Board Bureau Centers Centre Centres Clinic Commission Committee "
    "Congress Department Force Government Health Hospital Ministry Network Office Parliament Service Services Trust "
    "University".split()
)
#: Short forms of the bodies that English health texts name most; any other may be a gene or a method.
KNOWN_BODIES: Final = frozenset(
    "AAFP AAP ACC ACOG ACP ACR ACS AHA AHRQ AMA APA ASCO BMA BMJ BNF CDC CMS CRUK DHSC DVLA ECDC EMA EPA EPHA ESC ESMO "
    "FAO FDA FSA GMC HHS HSE IARC IPCC MHRA NCCN NCI NEI NHLBI NHMRC NHS NIA NICE NIDA NIH NIHR NIMH NLM NMC OECD ONS "
    "OSHA PHE RCGP RCOG RCP SIGN TGA UKHSA UN UNICEF USDA USPSTF VA WHO".split()
)
#: First words of names that only bodies of a country have.
FIRST_WORDS: Final = frozenset("Centers Department Food Health House National Preventive Public Royal Surgeon".split())
# Short forms in capitals that health titles are about: tests, treatments, diseases, vaccines and people, not bodies
# that publish.
_NO_BODIES: Final = frozenset(
    "MRI CT PET ECG EKG EEG DEXA ESR CRP PSA BMI INR BP PCR DNA RNA IQ AI UV UVA UVB SPF IV IVF IUD HRT CBT CPR NSAID "
    "NSAIDS RCT RCTS GP GPS ER ED ICU ICD HIV AIDS HPV TB MS ME CFS IBS IBD COPD ADHD PTSD OCD STI STD UTI COVID RSV "
    "DVT GERD GORD PCOS ALS LBP CES MSCC STS OTC FAQ OK A&E II III IV VI MMR MMRV BCG LDL HDL TSH PMS PMDD SSRI SSRIS "
    "SNRI EMDR DBT ECT TIA CKD CHD CVD ASD GDM GBS VBAC NICU PEP PREP HSV CMV PID SIDS BPD SAD RSI OA RA AF PE FGM "
    "MRSA IUS CBD THC CPAP OSA DASH LGBT LGBTQ BRCA EBV HRV DIY "
    "MAOI MAOIS DMARD DMARDS TENS VTE LARC RICE PRICE FODMAP".split()
)
# Words that begin a title with a capital and belong to no name.
_OPENERS: Final = frozenset(
    "A About All An Are Can Current Do Does Following For From How If In Is Latest Most My New Official Our See Should "
    "That The This Under What When Where Which Who Why With Your".split()
)
# Speakers that are not organisations.
_PERSONS: Final = frozenset(
    "Dad Dr Doctor Doctors Experts Midwife Midwives Miss Mr Mrs Ms Mum Nurse Nurses Parents Prof Professor Science "
    "Scientists Sir".split()
)
# Last words of the names of diseases, measures and days ("Lyme Disease advice").
_NO_BODY: Final = frozenset(
    "Act Cancer Cell Covid COVID Day Diabetes Diet Disease Disorder Failure Fever Flu Index Infection Month Pain "
    "Pregnancy Pressure Strep Syndrome Test Therapy Vaccine Virus Week".split()
)
_SHORTEST_SURE: Final = 3  # letters of a short form; one of two may be initials
_NAME: Final = (
    r"[A-Z][\w&]*(?:[-’'][A-Z]\w*){0,4}"
    r"(?:\s+(?:(?:of|for|and|the|in|on|&)\s+){0,2}[A-Z][\w&]*(?:[-’'][A-Z]\w*){0,4}){0,9}"
)
_REST: Final = r"(?:based|rely|relies|relying|rests?) on|according to|in line with"
_WORK: Final = r"guidance|guidelines?|advice|recommendations?|criteria"
_BACKED: Final = r"recommended|advised|approved|endorsed|backed|based"
_BEFORE: Final = compile_lazily(rf"\b(?i:{_REST}|(?:{_WORK}|{_BACKED}) (?:from|by|of))\s+(?i:the\s+)?(?P<name>{_NAME})")
_AFTER: Final = compile_lazily(
    rf"\b(?P<name>{_NAME})(?:['’]s?)?(?:"
    r"\s+(?P<says>(?i:says?|recommends?|advises?|suggests?|warns?))"
    rf"|\s+(?:[a-z]+\s+){{0,2}}?(?i:{_WORK})|-(?i:{_BACKED}))\b"
)
# "CRISPR-based treatments", "drugs based on CRISPR": made of it or with it, unless a body is known by that name.
_MADE_WITH: Final = compile_lazily(rf"-(?i:based)\b(?!\s+(?:[a-z]+\s+){{0,2}}?(?i:{_WORK})\b)")
_MADE: Final = compile_lazily(
    r"\b(?:approach|assay|diet|drug|medicine|method|scan|technique|technolog|test|therap|treatment|vaccine)\w*\s+"
    r"based\s+on\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_RESTS_ON: Final = compile_lazily(r"\b(?:based|rely|relies|relying|rests?)\s+on\s+(?:the\s+)?$", re.IGNORECASE)
_BASED_AFTER: Final = compile_lazily(r"-based\b", re.IGNORECASE)
_HINT: Final = compile_lazily(rf"(?i:{_REST}|{_WORK}|{_BACKED}|say|recommend|advise|suggest|warn)")
_WORD: Final = compile_lazily(r"[^\W\d_]+")
_FIGURE: Final = compile_lazily(r"\d")  # "B12 advice", "H5N1 guidance"
_SENTENCE_END: Final = compile_lazily(r"[.?!:;|–—][\"'”’)]*$")
_LONGEST: Final = 500  # letters of a title or heading that are looked at; nobody reads a longer one
_LONG: Final = 4  # letters; shorter words stay small even in a title in capitals


class NamedOrganisation(NamedTuple):
    """A name as it is written.

    ``may_be_a_method`` says that it may be what something is made with instead, ``is_base`` that the text rests on it
    in so many words ("based on WHO").
    """

    name: str
    may_be_a_method: bool
    is_base: bool


def find_organisations(text: str) -> Iterator[NamedOrganisation]:
    """Each organisation that a title or heading leans on, as it is written there, in reading order.

    A name is known by its capitals only. So a short form of a test or a disease is not one ("MRI guidelines"), nor one
    word with a capital at the beginning ("Expert advice"), and where every word has a capital, only short forms count.
    A single letter names nobody ("Vitamin D advice"), and where all letters are capitals, names cannot be recognised.
    """
    text = text[:_LONGEST]
    if text.isupper() or not _HINT.search(text):
        return
    found = {match.start("name"): match for pattern in (_AFTER, _BEFORE) for match in pattern.finditer(text)}
    for _, match in sorted(found.items()):
        for name in _list_names(match, text):
            yield NamedOrganisation(name, _may_be_a_method(match, text), _is_base(match, text))


def is_surely_a_body(name: str) -> bool:
    """Whether a name is that of an organisation for certain: it has a short form or a word for a body in it."""
    words = _WORD.findall(name)
    return not BODY_WORDS_IN_NAMES.isdisjoint(words) or any(
        word.isupper() and len(word) >= _SHORTEST_SURE for word in words
    )


def is_known_body(name: str) -> bool:
    """Whether a name is that of an organisation on any site: a known short form, or a name with a word for a body."""
    return name in KNOWN_BODIES or not BODY_WORDS_IN_NAMES.isdisjoint(_WORD.findall(name))


def spell_body(name: str) -> str:
    """The name of a body as texts write it: a known short form in capitals, any other as it is."""
    return name.upper() if name.upper() in KNOWN_BODIES else name


def _is_base(match: re.Match[str], text: str) -> bool:
    """Whether a text says that it rests on a name, not only what that body says or recommends."""
    before, after = text[: match.start("name")], text[match.end("name") :]
    return bool(_RESTS_ON.search(before) or _BASED_AFTER.match(after))


def _may_be_a_method(match: re.Match[str], text: str) -> bool:
    """Whether a text may speak of what is made with something ("CRISPR-based treatments"), not of who advises it."""
    return bool(_MADE_WITH.match(text, match.end("name")) or _MADE.search(text[: match.start("name")]))


def _list_names(match: re.Match[str], text: str) -> Iterator[str]:
    before, name = text[: match.start("name")].rstrip(), match["name"]
    opening = not before or _SENTENCE_END.search(before) is not None
    while (first := name.partition(" ")[0]) in _OPENERS or first.islower():
        name, opening = name.partition(" ")[2], False
    words = [word for word in A_COUNTRY.sub("", name).split() if word[0].isupper()]
    own = [word for word in words if len(word) > 1 and word not in _NO_BODIES and not _FIGURE.search(word)]
    shorts = [word for word in own if word.isupper()]
    if not own or own[0] in _PERSONS or name.rpartition(" ")[2] in _NO_BODY:
        return
    if shorts == words or (BODY_WORDS.isdisjoint(own) and _is_in_capitals(match, text)):
        yield from shorts
    elif len(own) > 1 or (not opening and _is_alone(match, text)):
        yield name


def _is_alone(match: re.Match[str], text: str) -> bool:
    """Whether a single word with a capital is a name: it says something, or no noun follows it."""
    if "says" in match.re.groupindex:
        return match["says"] is not None
    return not re.match(r"['’]|\s+\w", text[match.end("name") :])


def _is_in_capitals(match: re.Match[str], text: str) -> bool:
    """Whether the words of a title begin with capitals throughout: those beside the name, the first left out."""
    others: list[str] = [*_WORD.findall(text, 0, match.start("name"))[1:], *_WORD.findall(text, match.end("name"))]
    long = [word for word in others if len(word) >= _LONG and not word.isupper()]
    return sum(word[0].isupper() for word in long) * 2 > len(long)
