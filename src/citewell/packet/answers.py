"""What a reviewer answered, as a packet or a worksheet brings it back: read leniently in form, strictly in meaning.

Whether the answers fit the article as it is now is asked elsewhere (``match_answers.py``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from citewell.diagnostics import Location
from citewell.model.answer_problems import AnswersError, UnknownAnswerVerdict, UnreadableAnswers
from citewell.model.problems import AnyProblem, Facts, Problem
from citewell.model.reviews import ClaimVerdict
from citewell.source.characters import remove_odd_characters
from citewell.source.misspellings import find_nearest_word

LARGEST: Final = 8 << 20
"""Bytes of a file of answers: many times what the longest article has with a note on each claim."""
MOST_NOTE: Final = 5000
"""Characters of a note."""
#: What a spreadsheet takes for the beginning of a formula.
_FORMULA: Final = frozenset("=+@\t\r")
_JOINTS: Final = re.compile(r"[\s_\-\u2010-\u2015]+")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID: Final = 120  # characters: the longest slug, and what is added to it
_DIGEST: Final = re.compile(r"[0-9]{1,4}:[0-9a-f]{8,64}")


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """An answer to one claim. ``text`` are its words as they were shown; without a ``verdict`` it is not answered.

    ``place`` is where it is in the file, ``cell`` where its verdict is in a spreadsheet, or "". ``section`` is the id
    of its section and ``section_digest`` the digest of that; empty where the file says them elsewhere.
    """

    claim: str
    digest: str
    text: str
    verdict: ClaimVerdict | None
    note: str
    place: Location
    cell: str = ""
    section: str = ""
    section_digest: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """A file of answers. ``by`` and ``on`` are empty where the file does not say whose they are, and when.

    ``signed``: the reviewer put their name to them. ``sections`` are the digests of the sections as they were shown, by
    their ids; empty where the file does not say. ``unread`` are the ids of claims whose answers could not be read.
    """

    slug: str
    by: str
    on: date | None
    signed: bool
    note: str
    answers: tuple[ClaimAnswer, ...]
    unread: frozenset[str]
    place: Location
    by_place: Location
    sections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """The answers that could be read (``None`` if the file is not one), and every problem of the file."""

    answers: Answers | None
    problems: tuple[AnyProblem, ...]


def refuse_file(place: Location, error: AnswersError, found: str = "") -> ReadAnswers:
    """A file that cannot be read."""
    return ReadAnswers(None, (Problem(place, UnreadableAnswers(error, found)),))


def decode_answers(data: bytes) -> str | None:
    """The text of a file: UTF-8, with or without a mark, UTF-16 with one, else as Excel writes plain CSV on Windows."""
    encodings = ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def parse_verdict(written: str, own_words: Mapping[str, ClaimVerdict]) -> ClaimVerdict | Facts | None:
    """The verdict that a text names; ``None`` for an empty one, the facts of a problem for anything else.

    Capitals, hyphens, spaces and the form of an apostrophe make no difference. ``own_words`` are those of the
    interface of the site, as ``list_verdict_words`` gives them.
    """
    plain = _simplify(written)
    if not plain:
        return None
    found = own_words.get(plain)
    if found:
        return found
    near = find_nearest_word(plain, own_words)
    formula = unicodedata.normalize("NFKC", written.strip()[:1]) in _FORMULA
    return UnknownAnswerVerdict(written.strip()[:80], str(own_words[near]) if near else "", formula)


def list_verdict_words(translated: Mapping[ClaimVerdict, str]) -> dict[str, ClaimVerdict]:
    """The words for each verdict: its name, usual spellings, and how the interface of the site says it."""
    words = {_simplify(said): verdict for verdict, said in translated.items()}
    words |= {_simplify(verdict): verdict for verdict in ClaimVerdict}
    return {**words, **dict.fromkeys(("can't tell", "cant tell"), ClaimVerdict.CANNOT_TELL)}


def clean_note(written: str) -> str:
    """A note as it is recorded: without characters that cannot be seen, and with plain line ends."""
    lines = written.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = unicodedata.normalize("NFC", remove_odd_characters("\n".join(line.rstrip() for line in lines)))
    return text.strip()


def has_id_form(text: str) -> bool:
    """Whether a text has the form of a claim's id."""
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None


def has_digest_form(text: str) -> bool:
    """Whether a text has the form of a digest, of whatever version."""
    return _DIGEST.fullmatch(text) is not None


def _simplify(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).replace("’", "'").strip().strip(".!\"'“”").casefold()
    return _JOINTS.sub(" ", plain).strip()
