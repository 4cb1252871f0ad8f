"""Sentences made from a small list of medical words: plain, all different, and the same for the same seed."""

from __future__ import annotations

from random import Random
from typing import Final

SYMPTOMS: Final = """back pain|knee pain|night sweats|a stiff neck|a dry cough|weight loss|a swollen ankle|hip pain|
numb fingers|tiredness|a sore throat|chest pain|shoulder pain|dizziness|leg cramps|a skin rash|headache|a swollen gland|
jaw pain|blurred vision|heartburn|wrist pain|itching|a hoarse voice|shaking hands""".replace("\n", "").split("|")
DISEASES: Final = """soft tissue sarcoma|lymphoma|gout|an underactive thyroid|diabetes|a slipped disc|arthritis|anaemia|
asthma|a stomach ulcer|kidney stones|heart failure|coeliac disease|shingles|a blood clot|bone cancer|a stroke|
osteoporosis|a trapped nerve|pneumonia""".replace("\n", "").split("|")
PEOPLE: Final = ("adults", "children", "older people", "runners", "office workers")

_WHO: Final = """people|most adults|older adults|women over 50|men under 40|patients in primary care|office workers|
people at a clinic|teenagers|people with diabetes|smokers|pregnant women""".replace("\n", "").split("|")
_VERB: Final = "notice|report|describe|live with|first mention|often overlook|recover from|worry about".split("|")
_SYMPTOM: Final = """a lump that grows|pain that wakes them|a dull ache|swelling around the joint|weakness in one leg|
a fever without a cause|pins and needles|stiffness in the morning|a change in the skin|pain after exercise|
loss of appetite|pain that spreads""".replace("\n", "").split("|")
_WHEN: Final = """for several weeks|in the first month|after a minor injury|without any warning|during the night|
early in the morning|before they see a doctor|after treatment has ended|when they lie down|on long walks""".replace(
    "\n", ""
).split("|")
_SOURCE: Final = """one study|a review of trials|an older survey|the national guideline|a hospital audit|
a register of cases|an expert panel""".replace("\n", "").split("|")
_NEXT: Final = """though most of them have no serious disease|and an examination is usually enough|
so doctors ask about it at the first visit|but the evidence for this is weak|and blood tests rarely help|
while a scan shows little in the early stage|and the cause stays unknown in many|
which treatment eased in about half""".replace("\n", "").split("|")


def sentence(chance: Random) -> str:
    """A whole sentence of about 18 words, its full stop with it."""
    count = chance.randint(3, 900)
    total = count + chance.randint(50, 4000)
    core = f"{chance.choice(_WHO)} {chance.choice(_VERB)} {chance.choice(_SYMPTOM)} {chance.choice(_WHEN)}"
    if chance.random() < 0.4:
        return f"In {chance.choice(_SOURCE)}, {count} of {total:,} {core}."
    return f"{core[0].upper()}{core[1:]}, {chance.choice(_NEXT)}."


def phrase(chance: Random) -> str:
    """A few words that can finish a card's title, such as ``a dull ache during the night``."""
    return f"{chance.choice(_SYMPTOM)} {chance.choice(_WHEN)}"


def term(chance: Random) -> str:
    """A short bold beginning of a list item, such as ``Weakness in one leg``."""
    symptom = chance.choice(_SYMPTOM)
    return symptom[0].upper() + symptom[1:]
