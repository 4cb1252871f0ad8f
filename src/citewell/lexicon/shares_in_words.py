"""Words for a share of people, and between which shares they are true."""

from __future__ import annotations

from typing import Final

LIMITS: Final = {
    "most": (0.5, 1.0),
    "majority": (0.5, 1.0),
    "minority": (0.0, 0.5),
    "few": (0.0, 0.35),
    "all": (0.985, 1.0),
    "none": (0.0, 0.0),
}
"""The lowest and the highest share that each word is right for."""
ALMOST_ALL: Final = (0.8, 1.0)
"""The same of "nearly all" and "almost all"."""
