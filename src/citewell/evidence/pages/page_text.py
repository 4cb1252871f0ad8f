"""What was read of a page, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["html", "pdf", "text", "other"]


@dataclass(slots=True)
class PageText:
    """What a page says.

    ``titles`` is all that it calls itself, what is most to be trusted first. ``text`` holds the words a reader sees,
    white space collapsed, a line for each block (a line of print in a PDF); the raised numbers of notes are between
    two U+2063, other raised characters between two U+2064, lowered ones between two U+2062, formulas between two
    U+2061. ``digest`` is that of the main text alone (16 hex digits), steady against what changes at every visit.
    ``missing`` are the words with which it says that it is not there, and ``says`` those near its top with which it
    says that it was retracted, is in doubt or was replaced, which ``notice`` tells apart (a ``NoticeKind``); mostly
    empty. ``instead`` is the interstitial shown in place of the page (an ``Interstitial``), or "".
    ``challenge`` says that it only asks whether a human is looking, ``scanned`` that it is a PDF of pictures, ``shell``
    that its words come from scripts, which nobody ran. ``language`` is the one it declares (``en-gb``).
    """

    kind: Kind
    titles: tuple[str, ...] = ()
    text: str = ""
    digest: str = ""
    missing: str = ""
    challenge: bool = False
    instead: str = ""
    notice: str = ""
    says: str = ""
    scanned: bool = False
    shell: bool = False
    language: str = ""
