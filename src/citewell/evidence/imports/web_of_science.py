"""Web of Science's tagged files (``.ciw``), brought into RIS's tags ("Web of Science Core Collection Field Tags")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from citewell.evidence.imports.entry import MOST, Fault, ReadEntries
from citewell.evidence.imports.ris_fields import ris_entry
from citewell.evidence.imports.tagged import Record, Tagged

_TAG: Final = re.compile(r"([A-Z][A-Z0-9])(?: |$)")
_TYPES: Final[Mapping[str, str]] = {"J": "JOUR", "B": "BOOK", "S": "CHAP", "P": "PAT"}
_TAGS: Final[Mapping[str, str]] = {
    "AB": "AB", "AR": "C7", "BE": "A2", "BN": "SN", "BP": "SP", "CT": "T2", "DI": "DO", "ED": "A2",
    "EI": "SN", "EP": "EP", "IS": "IS", "J9": "J2", "JI": "JA", "LA": "LA", "PD": "DA", "PI": "CY", "PU": "PB",
    "PY": "PY", "SE": "T3", "SN": "SN", "SO": "JF", "TI": "TI", "UT": "AN", "VL": "VL",
}  # fmt: skip
"""RIS's tag for each; what is not here keeps its own, so that nothing is taken for what it is not."""
_AUTHORS: Final = ("AF", "AU", "BF", "BA")
"""Tags of authors, full names before short ones, those of a chapter before those of a whole book."""
_LISTED: Final = frozenset({*_AUTHORS, "BE", "CA", "ED"})  # a name a line


def read(text: str) -> ReadEntries:
    """The entries of a text; one begins with ``PT`` and ends with ``ER``."""
    faults: list[Fault] = []
    entries = tuple(ris_entry(record, faults) for record in islice(_records(text, faults), MOST + 1))
    return ReadEntries(entries, tuple(sorted(faults)))


def _records(text: str, faults: list[Fault]) -> Iterator[Record]:
    found: list[Tagged] = []
    for each in _fields(text):
        if found and each.tag in {"PT", "ER"}:
            if each.tag == "PT":
                faults.append(_endless(found, "as far as the next"))
            yield _record(found)
            found = []
        if each.tag == "PT" or found:
            found.append(each)
    if found:
        faults.append(_endless(found, "to the end of the file"))
        yield _record(found)


def _endless(found: list[Tagged], taken: str) -> Fault:
    return Fault(found[0].line, f'the entry has no end ("ER"); it was taken {taken}', lost=False)


def _fields(text: str) -> Iterator[Tagged]:
    """The fields of a text; a line that begins with spaces goes on, or is the next name of a list."""
    last: Tagged | None = None
    for number, line in enumerate(text.split("\n"), 1):
        match, words = _TAG.match(line), line.strip()
        if match:
            following = Tagged(match[1], line[match.end() :].strip(), number)
        elif last and words and last.tag in _LISTED:
            following = Tagged(last.tag, words, number)
        else:
            last = last._replace(value=f"{last.value} {words}".strip()) if last else None
            continue
        if last:
            yield last
        last = following
    if last:
        yield last


def _record(found: list[Tagged]) -> Record:
    """A record in RIS's tags. Short names beside full ones are the same people."""
    record = Record(found[0].line)
    kind = _type(found)
    own = next((tag for tag in _AUTHORS if any(each.tag == tag for each in found)), "")
    for each in found:
        if each.tag == "PT":
            record.add(each._replace(tag="TY", value=kind))
        elif each.tag in _AUTHORS:
            if each.tag == own:
                record.add(each._replace(tag="AU"))
        elif each.tag == "SO" and kind == "CONF":
            record.add(each._replace(tag="C3"))
        elif each.tag == "CA":
            record.add(each._replace(tag="AU", value=f"{each.value},"))
        elif each.tag == "PM":
            record.add(each._replace(tag="AN", value=f"PMID: {each.value}"))
        elif each.tag in {"DE", "ID"}:
            for word in each.value.split(";"):
                record.add(each._replace(tag="KW", value=word.strip()))
        else:
            record.add(each._replace(tag=_TAGS.get(each.tag, f"WoS {each.tag}")))
    return record


def _type(found: list[Tagged]) -> str:
    """RIS's type: a paper of a conference, a chapter where the book has another title, else what PT says."""
    values = {each.tag: each.value for each in reversed(found)}
    if "CT" in values and values.get("DT", "").lower().startswith("proceedings paper"):
        return "CONF"
    if values["PT"] == "B" and values.get("SO", "").casefold() not in {"", values.get("TI", "").casefold()}:
        return "CHAP"
    return _TYPES.get(values["PT"], values["PT"])
