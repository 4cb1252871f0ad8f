"""The report for programs: one JSON object, whose schema "citewell schema report" prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from citewell.team_report.figures import TeamReport


def format_report(report: TeamReport) -> Iterator[str]:
    """The lines of the object: days are texts such as ``2026-11-30``, and what is not known is ``null``."""
    yield json.dumps(msgspec.to_builtins(report), indent=2)
