"""Another spelling for a value of a YAML file, where it can be put in without changing anything around it."""

from __future__ import annotations

from typing import Final

from citewell.diagnostics import Fix, Location

#: Characters that could end a value, or need writing in another way, in one of YAML's styles.
_UNSAFE: Final = frozenset("'\"\\[]{},")


def respelling(typed: str, spelling: str, place: Location) -> Fix | None:
    """The spelling put in place of a text; none where the file holds it with escapes or over several lines."""
    as_typed = place.line == place.end_line and place.end_column - place.column == len(typed)
    if not spelling or not as_typed or any(each in spelling and each not in typed for each in _UNSAFE):
        return None
    return Fix(f'write "{spelling}"', place, spelling)
