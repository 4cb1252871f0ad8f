"""DOI: ``10.`` and a registrant of four digits or more, a slash, and a suffix.

The form is that of the DOI Handbook, section 3.4. DOIs are compared without regard to case, so the normal form is lower
case. Registrants of fewer than four digits were never given out (``10.12/x`` is a slip, though idutils takes it).
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from citewell.citations.identifiers.malformed import BadIdentifier

_DOI: Final = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[!-~]+")
_ADDRESS: Final = re.compile(r"https?://(?:www\.|dx\.)?doi\.org/", re.IGNORECASE)
_BARE_ADDRESS: Final = re.compile(r"(?:www\.|dx\.)?doi\.org/", re.IGNORECASE)
_PREFIX: Final = re.compile(r"(?:info:doi/|urn:doi:|doi(?::|\s)\s*)", re.IGNORECASE)
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_SHORT: Final = re.compile(r"10/[a-z0-9]{2,12}", re.IGNORECASE)
#: What LaTeX writes for a character, and the character itself.
_LATEX: Final = re.compile(r"\{?\\(?:([_%&#])|text(less|greater|underscore)(?:\{\}| )?)\}?|\$([<>_])\$")
_LATEX_NAMES: Final = {"less": "<", "greater": ">", "underscore": "_"}
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# A DOI may by the Handbook end in any of these, but in practice they are the sentence's, not the DOI's.
_CLOSING: Final = ".,;:"


def read_doi(text: str) -> str | BadIdentifier:
    """The normal form of a DOI given bare, with ``doi:`` or as an address of doi.org; else what is wrong with it."""
    value = _PREFIX.sub("", text.strip(), count=1)
    address = _ADDRESS.match(value)
    if address:
        value = value[address.end() :]
        if "?" in value or "#" in value:
            return _make_slip('has a "?" or "#" part that belongs to an address', unquote(re.split(r"[?#]", value)[0]))
        value = unquote(value)
    if not value:
        return BadIdentifier("is empty")
    if _SHORT.fullmatch(value) or (address and re.fullmatch("[a-z0-9]{3,12}", value, re.IGNORECASE)):
        return _diagnose_short_doi(value)
    return value.lower() if _is_well_formed(value) else _diagnose(value)


def make_doi_url(value: str) -> str:
    """The address a DOI in normal form resolves at, with what an address cannot hold percent-encoded."""
    return "https://doi.org/" + re.sub(r"[%?#\"<>\\^`{|}\[\]]", lambda found: f"%{ord(found[0]):02X}", value)


def _is_well_formed(value: str) -> bool:
    return (
        _DOI.fullmatch(value) is not None
        and value[-1] not in _CLOSING
        and not _PERCENT.search(value)
        and not {"\\", "$"} & set(value)
        and value.count(")") <= value.count("(")
    )


def _make_slip(reason: str, meant: str) -> BadIdentifier:
    """A slip whose right spelling is known, if it is one."""
    meant = meant.strip().rstrip(_CLOSING)
    return BadIdentifier(reason, spelling=meant.lower() if _is_well_formed(meant) else "", advice="copy it again")


def _diagnose_short_doi(value: str) -> BadIdentifier:
    """A short DOI (shortdoi.org) only redirects; it does not contain the DOI it leads to."""
    advice = f'open https://doi.org/{value.lower()} and copy the DOI from the page; it begins with "10." and a number'
    return BadIdentifier("is a short DOI, which stands for another", advice=advice)


def _remove_latex(value: str) -> str:
    return _LATEX.sub(lambda found: found[1] or found[3] or _LATEX_NAMES[found[2]], value)


def _diagnose(value: str) -> BadIdentifier:
    """The first problem of a text that is not a DOI."""
    if any(character.isspace() for character in value):
        return _make_slip("has a space in it", "".join(value.split()))
    if not value.isascii() or not value.isprintable():
        odd = next(character for character in value if not "!" <= character <= "~")
        shown = f'"{odd}"' if odd.isprintable() else f"the invisible character U+{ord(odd):04X}"
        return _make_slip(f"has {shown} in it, which no DOI has", value.translate(_DASHES))
    if _BARE_ADDRESS.match(value):
        return _make_slip("is an address without https://", _BARE_ADDRESS.sub("", value))
    return _diagnose_form(value)


def _diagnose_form(value: str) -> BadIdentifier:
    """What is wrong with the parts of a DOI in plain characters."""
    if not value.startswith("10."):
        return BadIdentifier('does not begin with "10."', advice="copy the DOI as the publisher's page shows it")
    registrant, slash, suffix = value.partition("/")
    if not slash or not suffix:
        return BadIdentifier("has nothing after the publisher's number", advice="a DOI reads like 10.1136/bmj.f7095")
    if not _DOI.fullmatch(value):
        return BadIdentifier(
            f'has "{registrant}" before the slash; it should be "10." and four digits or more',
            advice="copy the DOI as the publisher's page shows it",
        )
    return _diagnose_characters(value)


def _diagnose_characters(value: str) -> BadIdentifier:
    """What is wrong with the characters of a DOI whose parts are there."""
    if odd := next((character for character in value if character in "\\$"), ""):
        return _make_slip(f'has "{odd}" in it, which is left over from LaTeX', _remove_latex(value))
    if _PERCENT.search(value):
        return _make_slip('is written as in an address, with "%" codes', unquote(value))
    if value[-1] in _CLOSING:
        return _make_slip(f'ends in "{value[-1]}", which belongs to the text around it', value)
    return _make_slip("has a closing bracket that was never opened", value.rstrip(").,;:"))
