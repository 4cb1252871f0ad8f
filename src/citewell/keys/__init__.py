"""What is made of the declarations of keys for editors: tables of the handbook and JSON Schemas."""

from __future__ import annotations

from typing import Any

from citewell.citations.reference_keys import BIBLIOGRAPHY
from citewell.model.article import FrontMatter
from citewell.model.criteria import CriteriaFile
from citewell.model.csl_variables import TYPES
from citewell.model.glossary import GlossaryFile
from citewell.model.keys import Form, Group, Listed, Shape, Value, group_of
from citewell.model.people import PeopleFile
from citewell.model.references import KINDS
from citewell.model.reviews import ReviewFile
from citewell.model.site import Settings


def declared_files() -> dict[str, Group[Any]]:
    """The groups of keys of each kind of file of the content, by a short name."""
    return {
        "front-matter": group_of(FrontMatter),
        "site": group_of(Settings),
        "people": group_of(PeopleFile),
        "glossary": group_of(GlossaryFile),
        "references": BIBLIOGRAPHY,
        "reviews": group_of(ReviewFile),
    }


def all_declared_files() -> dict[str, Group[Any]]:
    """These, and the groups of keys of files that may be anywhere."""
    return {**declared_files(), "criteria": group_of(CriteriaFile)}


def choices_of(shape: Shape) -> tuple[str, ...]:
    """The few words that a value, or an item of a list, may be; none where it may be anything."""
    match shape:
        case Listed():
            return choices_of(shape.item)
        case Value(form=Form.CHOICE):
            return tuple(shape.type)
        case Value(form=Form.KIND):
            return KINDS
        case Value(form=Form.CSL_TYPE):
            return tuple(sorted(TYPES))
        case _:
            return ()
