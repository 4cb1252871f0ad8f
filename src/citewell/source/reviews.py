"""``content_src/reviews/<slug>.yml``: what was recorded of the reviews of one article, as a command wrote it."""

from __future__ import annotations

from typing import NamedTuple

from citewell.model.keys import group_of
from citewell.model.problems import AnyProblem
from citewell.model.reviews import ReviewFile
from citewell.model.source_location import SourceText
from citewell.source.documents import read_yaml_file


class ReadReviews(NamedTuple):
    """The records of the file, and every problem of it."""

    file: ReviewFile
    problems: tuple[AnyProblem, ...]


def read_reviews(source: SourceText) -> ReadReviews:
    """Read the reviews of an article. Whether a record is valid is not asked here (``citewell.reviews``)."""
    document = read_yaml_file(group_of(ReviewFile), source)
    return ReadReviews(document.value or ReviewFile(), document.problems)
