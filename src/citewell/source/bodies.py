"""Organisations that health texts name: words that make a name that of a body, and short forms of known bodies."""

from __future__ import annotations

from typing import Final

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
