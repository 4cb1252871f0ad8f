"""Words that say whom a statement is about: age groups, sex, pregnancy, where they were seen, what they have."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Trait(StrEnum):
    """What people of a group have in common."""

    AGE = "age group"
    SEX = "sex"
    PREGNANCY = "pregnancy"
    SETTING = "where people were seen"
    COURSE = "how long it has lasted"
    SPECIES = "people or animals"
    PLACE = "country"
    CONDITION = "condition"
    ORIGIN = "family origin"


_WORDS: Final = {
    Trait.AGE: {
        "adults": "adult adults grown-up grown-ups",
        "children": """child children kid kids paediatric pediatric infant infants baby babies toddler toddlers newborn
            newborns neonates boys girls boy girl""",
        "young people": "teenager teenagers teenage teens adolescent adolescents adolescence youth",
        "older people": "elderly seniors pensioners geriatric",
    },
    Trait.SEX: {
        "women": "woman women female females mothers girls girl",
        "men": "man men male males fathers boys boy",
    },
    Trait.PREGNANCY: {"pregnant": "pregnant pregnancy pregnancies antenatal prenatal"},
    Trait.SETTING: {
        "primary care": "gp gps",
        "hospital": "hospital hospitals inpatient inpatients hospitalised hospitalized",
    },
    Trait.COURSE: {
        "acute": "acute",
        "chronic": "chronic persistent long-term long-lasting",
        "subacute": "subacute",
    },
    Trait.ORIGIN: {
        "white": "caucasian caucasians",
        "Black": "african caribbean afro-caribbean",
        "Asian": "asian asians",
    },
    Trait.SPECIES: {
        "animals": "mice mouse rats rat animal animals rabbits pigs monkeys dogs",
        "cells": "vitro cells cell",
    },
}
GROUPS: Final = {
    word: (trait, value)
    for trait, values in _WORDS.items()
    for value, words in values.items()
    for word in words.split()
}
"""What a word says of people: a trait, and the group."""
PHRASES: Final = {
    ("young", "people"): (Trait.AGE, "young people"),
    ("young", "patients"): (Trait.AGE, "young people"),
    ("young", "adults"): (Trait.AGE, "young people"),
    ("older", "people"): (Trait.AGE, "older people"),
    ("older", "adults"): (Trait.AGE, "older people"),
    ("older", "patients"): (Trait.AGE, "older people"),
    ("older", "women"): (Trait.AGE, "older people"),
    ("older", "men"): (Trait.AGE, "older people"),
    ("old", "age"): (Trait.AGE, "older people"),
    ("grown", "-", "ups"): (Trait.AGE, "adults"),
    ("grown", "-", "up"): (Trait.AGE, "adults"),
    ("primary", "care"): (Trait.SETTING, "primary care"),
    ("primary", "-", "care"): (Trait.SETTING, "primary care"),
    ("general", "practice"): (Trait.SETTING, "primary care"),
    ("general", "practices"): (Trait.SETTING, "primary care"),
    ("general", "practitioner"): (Trait.SETTING, "primary care"),
    ("general", "practitioners"): (Trait.SETTING, "primary care"),
    ("family", "doctor"): (Trait.SETTING, "primary care"),
    ("family", "doctors"): (Trait.SETTING, "primary care"),
    ("secondary", "care"): (Trait.SETTING, "hospital"),
    ("tertiary", "care"): (Trait.SETTING, "hospital"),
    ("intensive", "care"): (Trait.SETTING, "intensive care"),
    ("emergency", "department"): (Trait.SETTING, "emergency care"),
    ("emergency", "departments"): (Trait.SETTING, "emergency care"),
    ("emergency", "care"): (Trait.SETTING, "emergency care"),
    ("emergency", "room"): (Trait.SETTING, "emergency care"),
    ("specialist", "setting"): (Trait.SETTING, "specialist care"),
    ("specialist", "settings"): (Trait.SETTING, "specialist care"),
    ("specialist", "care"): (Trait.SETTING, "specialist care"),
    ("white", "people"): (Trait.ORIGIN, "white"),
    ("white", "patients"): (Trait.ORIGIN, "white"),
    ("white", "adults"): (Trait.ORIGIN, "white"),
    ("white", "women"): (Trait.ORIGIN, "white"),
    ("white", "men"): (Trait.ORIGIN, "white"),
    ("black", "people"): (Trait.ORIGIN, "Black"),
    ("black", "patients"): (Trait.ORIGIN, "Black"),
    ("long", "-", "term"): (Trait.COURSE, "chronic"),
    ("long", "-", "lasting"): (Trait.COURSE, "chronic"),
}
"""The same of phrases."""
HALVES: Final = frozenset(
    frozenset(pair.split())
    for pair in ("men women", "boys girls", "male female", "males females", "adults children", "smokers nonsmokers")
)
"""Words for two groups of which everybody is in one."""
ALWAYS_ACUTE: Final = frozenset("mi myocardial coronary appendicitis stroke infarction pancreatitis".split())
"""Words for what has no lasting form, so that "acute" before them says nothing more."""
EVERYONE: Final = frozenset("anyone anybody everyone everybody".split())
"""Words for people of every kind."""
POINTS_BACK: Final = frozenset("them they these those this their such".split())
"""Words for people, or something, named in a sentence before."""
NOT_INSIDE: Final = frozenset("non outside not without".split())
"""Words before the name of a setting that say it is another one."""
STATES: Final = frozenset(
    """obese overweight vaccinated unvaccinated infected immunosuppressed immunocompromised frail asthmatic diabetic
    hypertensive depressed homeless disabled untreated postmenopausal menopausal breastfeeding hospitalised hospitalized
    underweight malnourished bedridden""".split()
)
"""Words before people that say what they have."""
NUMBERED: Final = frozenset("type stage grade phase".split())
"""Words that a number belongs to, as in "type 2"."""
HAVING: Final = frozenset("with having has have had".split())
"""Words between people and what they have."""
WITHOUT: Final = frozenset({"without"})
HAD: Final = {("diagnosis", "of"), ("history", "of"), ("diagnosed", "with"), ("suffering", "from"), ("living", "with")}
"""Pairs of words before what people have."""
WELL: Final = frozenset("asymptomatic symptomless healthy well symptom-free".split())
"""Words for people who have no symptoms."""
