"""The criteria that come with the program, by name, and those in a file of somebody's own."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from citewell.source.criteria import ReadCriteria, read_criteria
from citewell.source.files import YAML, SourceFile, read_text

_OURS: Final = Path(__file__).with_name("criteria")


def list_criteria_names() -> list[str]:
    """The names of the criteria that come with the program, in alphabetical order."""
    return sorted(path.stem for path in _OURS.glob("*.yml"))


def load_criteria(name: str) -> ReadCriteria:
    """The criteria of a name of ours, or in the file of that path, with every problem of the file."""
    ours = name in list_criteria_names()
    source, problems = read_text(SourceFile(_OURS / f"{name}.yml" if ours else Path(name), name), YAML)
    return ReadCriteria(None, problems) if source is None else read_criteria(source)
