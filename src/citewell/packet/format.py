"""The file of answers that a packet saves. Its classes are the format: see ``citewell schema review-answers``.

The script of the packet (``packet.js``) writes it, ``answers_json.py`` reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from citewell.model.reviews import ClaimVerdict

FORMAT: Final = "citewell-review"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """The answer to one statement, or ``null``. ``digest`` and ``text`` are those of the claim as it was shown."""

    claim: str
    digest: str
    verdict: ClaimVerdict | None
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class SavedAnswers:
    """A reviewer's answers. ``content_day`` is the day of the article's last change, or empty; ``made`` the packet's.

    ``by`` is the id of the reviewer, ``on`` the day of the answers. ``signed``: the reviewer approves the sections in
    which every answer is "yes". ``sections`` has the digest of each section as it was shown, by its id.
    """

    format: Literal["citewell-review"]
    version: Literal[1]
    slug: str
    content_day: str
    made: date
    by: str
    on: date
    signed: bool
    note: str
    answers: tuple[SavedAnswer, ...]
    sections: Mapping[str, str] = field(default_factory=dict)
