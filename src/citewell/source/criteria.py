"""A file of criteria, such as those of a trust mark."""

from __future__ import annotations

from typing import NamedTuple

from citewell.model.criteria import CriteriaFile
from citewell.model.keys import group_of
from citewell.model.problems import AnyProblem
from citewell.model.source_location import SourceText
from citewell.source.documents import read_yaml_file


class ReadCriteria(NamedTuple):
    """The criteria, ``None`` where the file lacks what it needs, and every problem of it."""

    criteria: CriteriaFile | None
    problems: tuple[AnyProblem, ...]


def read_criteria(source: SourceText) -> ReadCriteria:
    """Read a file of criteria. With any problem nothing should be judged by it: a line may be missing."""
    document = read_yaml_file(group_of(CriteriaFile), source)
    return ReadCriteria(document.value, document.problems)
