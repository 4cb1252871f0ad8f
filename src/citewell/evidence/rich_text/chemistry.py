r"""Chemical formulas of mhchem (``\ce{H2O}``) in plain text: H₂O, Ca²⁺, ¹⁴C."""

from __future__ import annotations

import re
from typing import Final

from citewell.citations.raised import lower_text, raise_text

_PARTS: Final = re.compile(
    r"\^\{(?P<raised>[^{}]*)\}|\^(?P<charge>[0-9]*[+-]|[0-9]+)|_\{(?P<lowered>[^{}]*)\}|_(?P<low>[0-9]+)"
    r"|(?<=[A-Za-z)\]])(?P<count>[0-9]+)|(?<=[A-Za-z0-9)\]])(?P<ion>[+-])(?=$|[\s)\]])|(?P<arrow><?->|<=>)"
)
_ARROWS: Final = {"->": "→", "<->": "↔", "<=>": "⇌"}


def read_chemical_formula(formula: str) -> str | None:
    """The plain text of a formula; ``None`` for one with further commands in it."""
    if "\\" in formula or "$" in formula:
        return None
    text = _PARTS.sub(_replace_part, formula)
    return None if set(text) & set("{}^_") else text


def _replace_part(match: re.Match[str]) -> str:
    found = match.groupdict("")
    if found["arrow"]:
        return _ARROWS[found["arrow"]]
    up = found["raised"] or found["charge"] or found["ion"]
    return raise_text(up) if up else lower_text(found["lowered"] or found["low"] or found["count"])
