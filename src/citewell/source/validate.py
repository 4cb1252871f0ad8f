"""Checking YAML against a pydantic model: every fault at its place, all of them at once, as typed facts.

Editors' texts reach the models as ``Placed`` values, so what a model holds still knows where it stands. What does not
fit is noted and left out, and the rest is still read: one wrong date must not hide the other faults of a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as Keyed
from dataclasses import replace
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, Final, Generic, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from citewell.citations.resolve import is_misspelling
from citewell.model.problems import AnyProblem, Problem, Replacement
from citewell.model.source_location import Placed, SourceText, Span
from citewell.model.yaml_problems import Expectation, MissingKey, UnknownKey, WrongValue
from citewell.source.nodes import Mapping, Node, Scalar, Sequence

Place = tuple[int | str, ...]
_GONE: Final = object()
#: How like two keys are when one may be put in for the other: "authers" and "authors" are, "emergency" and
#: "emergency_link" are not.
_ALIKE: Final = 0.8
#: How like a word must be to one that is known for it to be offered in its place.
_LIKE: Final = 0.7
#: Unknown keys of one mapping for which the known ones are searched.
_MOST_MISSPELT: Final = 100
#: Characters; what is longer is no misspelt key or name of ours.
_LONGEST: Final = 100


class Typed(BaseModel):
    """What editors type, as one kind of mapping: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=False)


M = TypeVar("M", bound=Typed)


class Checked(NamedTuple, Generic[M]):
    """A model with everything that fitted, or ``None`` when what it needs is not there; and what did not fit."""

    value: M | None
    problems: tuple[AnyProblem, ...]


def check(
    model: type[M], node: Node | None, source: SourceText, fallback: Keyed[str, Placed] | None = None
) -> Checked[M]:
    """Read a mapping as a model. ``fallback`` gives needed values that are missing, after their lack was noted."""
    if node is not None and not isinstance(node, Mapping):
        problem = Problem(source.locate(_brief(node, source)), _not_a_mapping(model, node))
        return Checked(_best(model, {}, dict(fallback or {})), (problem,))
    data = {} if node is None else _plain(node)
    try:
        return Checked(model.model_validate(data), ())
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
    beside: dict[Place, _Beside] = {}
    problems = tuple(_problem(model, node, source, fault, beside) for fault in faults)
    return Checked(_best(model, data, dict(fallback or {})), problems)


def _not_a_mapping(model: type[Typed], node: Node) -> WrongValue:
    """What is wrong with a node where keys were expected; a list may only lack the line above it."""
    lists = [name for name, field in model.model_fields.items() if get_origin(field.annotation) is list]
    if lists and isinstance(node, Sequence):
        return WrongValue(Expectation.MAPPING_ABOVE_LIST, nearest=lists[0])
    return WrongValue(Expectation.MAPPING)


def nearest(word: str, known: Keyed[str, object] | list[str] | tuple[str, ...] | frozenset[str]) -> str:
    """The known word that looks most like this one, or nothing; ``known`` are few."""
    return next(iter(_near(word.lower(), tuple(known))), "")


@lru_cache(maxsize=1024)
def _near(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """All known words that look like this one, the one most like it first; none for a word longer than any can be."""
    if len(word) > _LONGEST:
        return ()
    by_small_letters = {name.lower(): name for name in sorted(known)}
    matches = get_close_matches(word, by_small_letters, n=len(by_small_letters) or 1, cutoff=_LIKE)
    return tuple(by_small_letters[match] for match in matches)


def _is_sure(key: str, near: str, known: list[str], parent: Mapping, meant: Counter[str]) -> bool:
    """Whether a misspelt key can only be that known one: very like it, the only one, and nothing else is it already.

    ``meant`` counts, of the known keys, how many unknown ones beside it look like each.
    """
    candidates = get_close_matches(key.lower(), [name.lower() for name in known], n=2, cutoff=_ALIKE)
    taken = parent.entry(near) is not None or meant[near] > 1
    return candidates == [near.lower()] and is_misspelling(key, near) and not taken


def _plain(node: Node) -> Any:
    match node:
        case Scalar():
            return Placed(node.text, node.span)
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: _plain(entry.value) for entry in node.entries}


def _best(model: type[M], data: Any, fallback: dict[str, Placed]) -> M | None:
    """The model of what is left.

    Leaving one thing out may make another incomplete. Each round leaves out more or uses up a fallback, so it ends.
    """
    while data is not _GONE:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for fault in error.errors(include_url=False, include_input=False):
                _leave_out(data, fault, fallback)
            data = _swept(data)
    return None


def _leave_out(data: Any, fault: ErrorDetails, fallback: dict[str, Placed]) -> None:
    """Mark what is at fault as gone; of a needed key that is missing, the mapping around it."""
    if _GONE in data:  # the whole, because of an earlier fault
        return
    place = fault["loc"]
    if fault["type"] == "missing":
        key = str(place[-1])
        if len(place) == 1 and key in fallback:
            data[key] = fallback.pop(key)
            return
        place = place[:-1]
    if not place:
        data.clear()
        data[_GONE] = _GONE
        return
    for part in place[:-1]:
        data = _GONE if data is _GONE else data[part]
    if data is not _GONE:
        data[place[-1]] = _GONE


def _swept(data: Any) -> Any:
    if isinstance(data, dict):
        if _GONE in data:
            return _GONE
        return {key: _swept(value) for key, value in data.items() if value is not _GONE}
    if isinstance(data, list):
        return [_swept(item) for item in data if item is not _GONE]
    return data


class _Beside(NamedTuple):
    """The keys of a mapping: those that its model knows, and of each known key how many unknown ones look like it.

    ``strange`` says that so many are unknown that they are not misspelt, but those of something else.
    """

    known: list[str]
    meant: Counter[str]
    strange: bool = False


def _keys_of(parent: Mapping, known: list[str]) -> _Beside:
    written = [entry.key.text for entry in parent.entries]
    unknown = [name for name in written if name not in known]
    if len(unknown) > _MOST_MISSPELT:
        return _Beside([], Counter(), strange=True)
    like = Counter(near for name in unknown for near in _near(name.lower(), tuple(known)))
    return _Beside([name for name in written if name in known], like)


def _problem(
    model: type[Typed], root: Mapping | None, source: SourceText, fault: ErrorDetails, beside: dict[Place, _Beside]
) -> AnyProblem:
    """The problem that a fault is; ``beside`` remembers the keys of each mapping, by its place."""
    place = fault["loc"]
    if fault["type"] == "missing":
        return Problem(source.locate(_brief(_find(root, place[:-1]), source)), MissingKey(str(place[-1])))
    if fault["type"] == "extra_forbidden":
        around, parent = place[:-1], _find(root, place[:-1])
        known = list(_fields(own := _model_at(model, around)))
        if around not in beside and isinstance(parent, Mapping):
            beside[around] = _keys_of(parent, known)
        keys = beside.get(around) or _Beside([], Counter())
        return _unknown_key(own, parent, str(place[-1]), source, keys)
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    facts = replace(_wrong_value(model, fault), key=key, is_item=isinstance(place[-1], int))
    return Problem(source.locate(_value_span(root, place, source)), facts)


def _wrong_value(model: type[Typed], fault: ErrorDetails) -> WrongValue:
    """What is wrong with a value: what our own validators say of it, or a shape that pydantic complains about."""
    given = fault.get("ctx", {}).get("facts")
    if isinstance(given, WrongValue):
        return given
    if fault["type"] in {"list_type", "tuple_type"}:
        item = _model_at(model, fault["loc"])
        return WrongValue(Expectation.LIST_OF_GROUPS, choices=_needed_keys(item)) if item else _LIST
    return _GROUP if fault["type"] in {"model_type", "dict_type"} else WrongValue(Expectation.OTHER)


_LIST: Final = WrongValue(Expectation.LIST)
_GROUP: Final = WrongValue(Expectation.GROUP_OF_LINES)


def _needed_keys(item: type[BaseModel]) -> tuple[str, ...]:
    """The keys that each group of a list must have, or all that it can have where it needs none."""
    needed = [field.alias or name for name, field in item.model_fields.items() if field.is_required()]
    return tuple(needed or _fields(item))


def _unknown_key(
    model: type[BaseModel] | None, parent: Node | None, key: str, source: SourceText, beside: _Beside
) -> AnyProblem:
    """What may be meant by a key: another that looks like it, or the same within a group of lines."""
    entry = parent.entry(key) if isinstance(parent, Mapping) else None
    place = source.locate(entry.key.span if entry else _brief(parent, source))
    if beside.strange:
        return Problem(place, UnknownKey(key))
    known = list(_fields(model))
    near = nearest(key, known)
    if group := _group_with(key, model, beside.known) or ("" if near else _group_with(key, model, known)):
        return Problem(place, UnknownKey(key, group=group))
    sure = isinstance(parent, Mapping) and _is_sure(key, near, known, parent, beside.likely_key)
    return Problem(place, UnknownKey(key, near), Replacement(place, near) if sure else None)


def _find(node: Node | None, place: Place) -> Node | None:
    for part in place:
        if isinstance(node, Mapping):
            node = node.get(str(part))
        elif isinstance(node, Sequence):
            node = node.items[int(part)]
    return node


def _value_span(root: Mapping | None, place: Place, source: SourceText) -> Span:
    """Where a value stands; of an empty one, its key."""
    parent, value = _find(root, place[:-1]), _find(root, place)
    entry = parent.entry(str(place[-1])) if isinstance(parent, Mapping) else None
    if entry and isinstance(value, Scalar) and value.span.start == value.span.end:
        return entry.key.span
    return _brief(value, source)


def _brief(node: Node | None, source: SourceText) -> Span:
    """A span of at most one line: of a mapping its first key, of a list its first line."""
    if node is None:
        return Span(0, 0)
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0].key.span
    start, end = node.span
    line_end = source.text.find("\n", start, end)
    return Span(start, end if line_end < 0 else line_end)


def _group_with(key: str, model: type[BaseModel] | None, names: list[str]) -> str:
    """The first of these names that is a group of lines in which a key is known, or nothing."""
    groups = _groups_of(model)
    return next((name for name in names if key in groups.get(name, ())), "")


@cache
def _groups_of(model: type[BaseModel] | None) -> dict[str, dict[str, Any]]:
    """The keys of a model that are groups of lines, each with the keys of its own."""
    fields = _fields(model)
    return {name: _fields(_model_in(taken)) for name, taken in fields.items() if not _lists(taken)}


def _model_at(model: type[Typed], place: Place) -> type[BaseModel] | None:
    """The model of what stands at a place of a model."""
    current: type[BaseModel] | None = model
    for part in place:
        current = current if isinstance(part, int) else _model_in(_fields(current).get(part))
    return current


@cache
def _fields(model: type[BaseModel] | None) -> dict[str, Any]:
    """The keys that a model knows, and what each takes."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()} if model else {}


def _lists(annotation: Any) -> bool:
    """Whether a key takes a list, be it one that may be left out."""
    return get_origin(annotation) in (list, tuple) or any(get_origin(part) is list for part in get_args(annotation))


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
