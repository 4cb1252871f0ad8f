"""Units of measurement as health pages write them, with what they measure and how many of its base unit they are."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Dimension(StrEnum):
    """What a number measures, and in which unit it is compared; numbers of different dimensions never are."""

    SHARE = "share"  # of a whole: 0.2 is 20% and 1 in 5
    COUNT = "count"
    DURATION = "duration"  # days
    AGE = "age"  # years
    RATE = "rate"  # days from one time to the next: "every week" is 7
    LENGTH = "length"  # millimetres
    MASS = "mass"  # milligrams
    VOLUME = "volume"  # millilitres
    TEMPERATURE = "temperature"  # degrees Celsius
    YEAR = "year"
    RATIO = "ratio"  # an odds ratio, "twice as many"
    INTERVAL = "interval"  # of confidence, in its own unit


class Unit(NamedTuple):
    """A unit; ``factor`` says how many of the base unit of its dimension it is."""

    dimension: Dimension
    factor: float


_YEAR: Final = 365.25
_NAMES: Final[dict[Dimension, dict[str, float]]] = {
    Dimension.DURATION: {
        "second seconds sec secs": 1 / 86_400,
        "minute minutes min mins": 1 / 1_440,
        "hour hours hr hrs h": 1 / 24,
        "day days night nights d": 1,
        "week weeks wk wks": 7,
        "fortnight fortnights": 14,
        "month months mo mos": _YEAR / 12,
        "year years yr yrs y": _YEAR,
        "decade decades": 10 * _YEAR,
    },
    Dimension.LENGTH: {
        "mm millimetre millimetres millimeter millimeters": 1,
        "cm centimetre centimetres centimeter centimeters": 10,
        "m metre metres meter meters": 1_000,
        "km kilometre kilometres kilometer kilometers": 1_000_000,
        "inch inches": 25.4,
    },
    Dimension.MASS: {
        "mcg µg μg ug microgram micrograms": 0.001,
        "mg milligram milligrams": 1,
        "g gram grams gramme grammes": 1_000,
        "kg kilo kilos kilogram kilograms": 1_000_000,
        "stone": 6_350_293,
        "pound pounds lb lbs": 453_592,
    },
    Dimension.VOLUME: {
        "ml millilitre millilitres milliliter milliliters": 1,
        "l litre litres liter liters": 1_000,
        "pint pints": 568,
    },
}

UNITS: Final = {
    name: Unit(dimension, factor)
    for dimension, factors in _NAMES.items()
    for names, factor in factors.items()
    for name in names.split()
}
"""The units by each of their names, in small letters."""
DAYS_OF_YEAR: Final = _YEAR
EVERY: Final = {"daily": 1, "nightly": 1, "weekly": 7, "fortnightly": 14, "monthly": _YEAR / 12} | {
    "annual": _YEAR,
    "annually": _YEAR,
    "yearly": _YEAR,
}
"""How many days are between two of what happens that often."""
