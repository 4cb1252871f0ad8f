"""Every class of facts of a problem, and examples of each, made from its fields alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from itertools import product
from typing import Any, get_args, get_type_hints

from citewell.diagnostics import Location
from citewell.model import (
    answer_problems,
    brand_problems,
    file_problems,
    text_problems,
    translation_problems,
    yaml_problems,
)
from citewell.model.problems import Facts

#: What a field of each type is in an example.
_VALUES: dict[Any, object] = {
    str: "x",
    int: 2,
    bool: True,
    Location: Location("content_src/people.yml", 2),
    tuple[str, ...]: ("one", "two"),
    tuple[int, int]: (3, 4),
}
#: Facts with a value of its own for a field: another would be no example.
_OWN: dict[str, object] = {
    "block": "takeaway",
    "construct": "shortcode",
    "field": "who",
    "inside": file_problems.UnreadablePicture(file_problems.PictureError.TOO_WIDE, size=(30_000, 2), most=20_000),
}


def classes_of_facts() -> Iterator[type[Facts]]:
    """Every class of facts that is that of a kind of problem."""
    for module in (answer_problems, brand_problems, file_problems, text_problems, translation_problems, yaml_problems):
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, Facts) and hasattr(each, "kind"):
                yield each


def examples_of(facts: type[Facts]) -> Iterator[Facts]:
    """Facts of a class with each variant that it has, and without what may be absent."""
    types = get_type_hints(facts)
    names = [each.name for each in fields(facts)]
    for values in product(*(_values_of(name, types[name]) for name in names)):
        yield facts(*values)


def _values_of(name: str, kind: Any) -> tuple[object, ...]:
    if name in _OWN:
        return (_OWN[name],)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(kind)
    if type(None) in get_args(kind):
        (other,) = (each for each in get_args(kind) if each is not type(None))
        return (None, *_values_of(name, other)) if other in _VALUES else (None, next(examples_of(other)))
    return (_VALUES[kind],)
