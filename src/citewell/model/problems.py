"""What reading the sources noticed. The reader notes, the rules judge: a flaw has no severity, code or wording."""

from __future__ import annotations

from dataclasses import dataclass

from citewell.diagnostics import Fix, Location


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the sources that the reader could not take as it stands.

    ``kind`` names it (``raw-html``, ``yaml-duplicate-key``); the rule of the same name words it, with ``detail`` (what
    was found) and, where the reader knows one, ``suggestion`` (what to write instead) and ``fix`` (what is certain).
    """

    kind: str
    location: Location
    detail: str = ""
    suggestion: str = ""
    fix: Fix | None = None
