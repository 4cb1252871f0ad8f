"""ISBN: thirteen digits, or the ten of before 2007, of which the last proves the rest (ISO 2108).

The normal form is the thirteen digits without hyphens.
"""

from __future__ import annotations

import re
from typing import Final

from citewell.citations.identifiers.malformed import BadIdentifier

_LABEL: Final = re.compile(r"isbn(?:-?1[03])?\s*:?\s*", re.IGNORECASE)
_SEPARATORS: Final = re.compile(r"[\s‐‑‒–—−-]")


def read_isbn(text: str) -> str | BadIdentifier:
    """The thirteen digits of an ISBN-10 or ISBN-13; else what is wrong with it."""
    value = remove_label(text.strip())
    digits = _SEPARATORS.sub("", value).upper()
    if not digits:
        return BadIdentifier("is empty")
    if not re.fullmatch(r"[0-9]+X?", digits):
        return BadIdentifier("has a character that is not a digit", advice="copy it from the book's imprint page")
    if len(digits) in (10, 13):
        return _check_digits(digits)
    several = {found for part in value.split() if isinstance(found := _read_part(part), str)}
    if len(several) == 1:
        return BadIdentifier("is written more than once", spelling=several.pop())
    if several:
        return BadIdentifier("holds more than one ISBN", advice="keep the one of the edition that was read")
    return BadIdentifier(
        f"has {len(digits)} digits; an ISBN has 10 or 13", advice="copy it from the book's imprint page"
    )


def remove_label(text: str) -> str:
    """The number in ``ISBN 978-…``, with its hyphens."""
    return _LABEL.sub("", text, count=1)


def make_isbn_url(value: str) -> str:
    """The library catalogue WorldCat's page of a book."""
    return f"https://www.worldcat.org/isbn/{value}"


def _read_part(part: str) -> str | BadIdentifier:
    """One of several numbers in a text."""
    digits = _SEPARATORS.sub("", part).upper()
    return (
        _check_digits(digits) if re.fullmatch(r"[0-9]{9}[0-9X]|[0-9]{13}", digits) else BadIdentifier("is not an ISBN")
    )


def _check_digits(digits: str) -> str | BadIdentifier:
    """Ten or thirteen digits whose last one is right, as thirteen."""
    if not (_fits_ten(digits) if len(digits) == 10 else _fits_thirteen(digits)):
        return BadIdentifier(
            "has a wrong digit: its last digit does not fit the others", advice="copy it from the book's imprint page"
        )
    if len(digits) == 10:
        return _add_last_digit(f"978{digits[:9]}")
    if not digits.startswith(("978", "979")):
        return BadIdentifier("does not begin with 978 or 979", advice="copy it from the book's imprint page")
    return digits


def _fits_ten(digits: str) -> bool:
    """The digits times 10, 9, … 1 add up to a multiple of 11; X is ten."""
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0


def _fits_thirteen(digits: str) -> bool:
    return "X" not in digits and digits == _add_last_digit(digits[:12])


def _add_last_digit(digits: str) -> str:
    """Twelve digits and the one with which all, times 1, 3, 1, 3 …, add up to a multiple of 10, as in any EAN-13."""
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return f"{digits}{-total % 10}"
