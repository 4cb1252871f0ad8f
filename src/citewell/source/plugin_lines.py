"""The lines of plain mappings that plug-ins declare, each its own: found when a file has them, not before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from citewell.model.keys import Group, Key, LinesFrom, lines_of


def find_lines(shape: LinesFrom) -> Group[dict[str, Any]]:
    """The group of the lines that the plug-ins of a folder declare. Raises ``KeyError`` for an unknown folder."""
    return lines_of(_DECLARED[shape.folder](), shape.type)


def _declare_services() -> Mapping[str, Key]:
    from citewell.evidence.services import declare_keys  # noqa: PLC0415 - `check` of a site that sets none loads none

    return declare_keys()


_DECLARED: Final[Mapping[str, Callable[[], Mapping[str, Key]]]] = {"services": _declare_services}
