"""PMID and PMCID: the numbers of PubMed and of PubMed Central.

A PMID is a number of one to eight digits; a PMCID is ``PMC`` and a number. Neither begins with a zero. Forms as
NLM describes them under "PMID: PubMed Unique Identifier" and "PMCID: PubMed Central Identifier".
"""

from __future__ import annotations

import re
from typing import Final

from citewell.citations.identifiers.malformed import BadIdentifier

_PMID: Final = re.compile(r"[1-9][0-9]{0,7}")
_PMID_LABEL: Final = re.compile(r"(?:pmid(?::|\s)\s*|https?://(?:www\.)?pubmed\.ncbi\.nlm\.nih\.gov/)", re.IGNORECASE)
_PMCID: Final = re.compile(r"PMC[1-9][0-9]{0,8}")
_PMCID_LABEL: Final = re.compile(
    r"(?:pmcid(?::|\s)\s*|https?://pmc\.ncbi\.nlm\.nih\.gov/articles/|https?://(?:www\.)?ncbi\.nlm\.nih\.gov/pmc/articles/)",
    re.IGNORECASE,
)


def read_pmid(text: str) -> str | BadIdentifier:
    """The normal form of a PMID, a plain number; else what is wrong with it."""
    value = _PMID_LABEL.sub("", text.strip(), count=1).removesuffix("/")
    if _PMID.fullmatch(value):
        return value
    if not value:
        return BadIdentifier("is empty")
    if re.fullmatch(r"(?i)PMC\s*[0-9]+", value):
        return BadIdentifier("is a PubMed Central number", advice=f"write it under PMCID: {value.upper()}")
    if not re.fullmatch(r"[0-9]+", value):
        return BadIdentifier("is not a plain number", advice="a PMID reads like 23450586")
    if value.startswith("0"):
        # Whether the zero is too much or a digit is missing cannot be known, and another number is another work.
        return BadIdentifier(
            "begins with a zero", advice=f"check it at PubMed; without the zero it is {value.lstrip('0')}"
        )
    return BadIdentifier("has more than eight digits", advice="copy it from PubMed")


def read_pmcid(text: str) -> str | BadIdentifier:
    """The normal form of a PMCID, ``PMC`` and a number; else what is wrong with it."""
    value = _PMCID_LABEL.sub("", text.strip(), count=1).removesuffix("/").upper()
    if _PMCID.fullmatch(value):
        return value
    if not value:
        return BadIdentifier("is empty")
    joined = "".join(value.split())
    if _PMCID.fullmatch(joined):
        return BadIdentifier("has a space in it", spelling=joined)
    versioned = re.fullmatch(r"(PMC[1-9][0-9]{0,8})\.[0-9]+", value)
    if versioned:
        return BadIdentifier("names one version of an article", spelling=versioned[1])
    if _PMCID.fullmatch(f"PMC{value}"):
        return BadIdentifier("lacks the letters PMC", advice=f"if it is from PubMed Central, write PMC{value}")
    return BadIdentifier('is not "PMC" and a number', advice="a PMCID reads like PMC10631455")


def make_pmid_url(value: str) -> str:
    """PubMed's page of a PMID."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{value}/"


def make_pmcid_url(value: str) -> str:
    """The article's page in PubMed Central."""
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{value}/"
