"""Declarations of the keys that editors type, each made once, as the annotation of a model's field.

``description: Annotated[Placed | None, Key("What the page answers.", …)] = None`` says all there is to say about a key.
What is read and checked, the claim ledger, the rules about plain texts and required keys, the front matter of a new
article, the tables of the handbook and the JSON Schema are made from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Generic,
    NamedTuple,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from citewell.diagnostics import Location
from citewell.model.source_location import Placed, PlacedDate
from citewell.model.yaml_problems import WrongValue

M = TypeVar("M")


class Wording(StrEnum):
    """What readers see of a key's words, and so what these may say."""

    HIDDEN = "hidden"  # readers do not see them
    HEADING = "heading"  # the title, which the rules about headings judge
    LABEL = "label"  # names or asks: may not state anything
    PLAIN = "plain"  # plain sentences: may not state an effect or a share without a source
    NAME = "name"  # a few words in a list or beside a name: as plain sentences, and in no ledger
    QUOTED = "quoted"  # another's words, such as the title of a work: not ours to judge


#: Wordings of more than a few words, which the ledger lists.
SENTENCES: Final = frozenset({Wording.HEADING, Wording.LABEL, Wording.PLAIN})


class Form(StrEnum):
    """What a single value looks like; ``source/forms.py`` reads each."""

    LINE = "text"
    PASSAGE = "text of several lines"
    RICH = "text with CSL's markup"
    SLUG = "lower-case words with hyphens"
    FLAG = "true or false"
    DAY = "day"
    PARTIAL_DAY = "year, month or day"
    CSL_DATE = "date"
    WHOLE = "whole number"
    COUNT = "number from 1"
    PERCENT = "per cent"
    CHOICE = "one of a few words"
    KIND = "kind of work"
    CSL_TYPE = "CSL type"
    CITATION_KEY = "citation key"
    LANGUAGE = "language tag"
    CONTACT = "e-mail or https address"
    TELEPHONE = "telephone number"
    SERVICE = "address of a service"
    PAPER = "paper size, or false"
    VISIBLE = "text that readers can see"
    SITE_ADDRESS = "address of a site"
    FILE_OF_BRAND = "file of the brand"
    FONT_NAME = "name of a font"
    COLOUR = "colour"
    LINES = "any key: value lines"
    ANYTHING = "anything"


class Start(StrEnum):
    """How ``citewell new`` writes a key into the front matter of a new article."""

    OPEN = "open"  # with a value, or empty, to be filled in
    REMARK = "remark"  # with its example, as a remark
    LATER = "later"  # not at all: for articles that are published


@dataclass(frozen=True, slots=True)
class Need:
    """When a document must have a key that can be left out.

    ``articles_only``: not on pages about the site. ``unless``: not while ``status`` is one of these. ``policy``: only
    on a site that sets this policy.
    """

    articles_only: bool = True
    unless: tuple[str, ...] = ()
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What is said about a key besides its name and its type, which are those of the field.

    ``help`` is one sentence for editors, ``example`` a value as YAML. ``name`` is the key where the field is named
    otherwise, ``formerly`` its name in an earlier version of the format, which is still read. ``required``: a file must
    have it, although the model has a default. ``where`` says where readers meet
    its words. ``sources`` names the key beside it that lists the citation keys of what it states. ``may_be_empty``:
    nothing after the colon is as good as no line; ``may_be_single``: one value may be written without the brackets of a
    list. ``titled``: each value may have a title of its own, as in ``About us: about``, and readers see only
    the title. ``choices`` are the words of a plain text. ``alone`` is the key of a group for which one
    value is taken that is written without any key. ``by`` is the key by which the groups of a list are known,
    ``lines`` are the keys of a group that is a plain mapping; ``lines_from`` names the plug-ins
    that declare them (``source/plugin_lines.py``). ``block`` is what the ledger calls its text where that is
    not the first key of its path.
    """

    help: str = ""
    example: str = ""
    form: Form | None = None
    wording: Wording = Wording.HIDDEN
    where: str = ""
    name: str = ""
    formerly: str = ""
    required: bool = False
    sources: str = ""
    need: Need | None = None
    start: Start = Start.REMARK
    may_be_empty: bool = False
    may_be_single: bool = False
    titled: bool = False
    choices: type[StrEnum] | None = None
    alone: str = ""
    by: str = ""
    lines: Mapping[str, Key] | None = None
    lines_from: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class PlaceOf:
    """Marks a field of type ``Location`` that holds where the value of a key is, not a key of its own."""

    key: str


@dataclass(frozen=True, slots=True)
class Value:
    """One text: its form, and the Python type it becomes."""

    form: Form
    type: Any


@dataclass(frozen=True, slots=True)
class Titled:
    """A text alone, or ``title: text``.

    ``build`` makes the model from the text, the title (``""`` without one) and the place of the text.
    """

    build: Callable[[str, str, Location], Any]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, and the collection it becomes."""

    item: Shape
    into: Callable[[list[Any]], Any]


@dataclass(frozen=True, slots=True)
class ListedBy:
    """A list of groups that becomes a mapping by one of their keys, which must differ."""

    item: Group[Any]
    by: str


@dataclass(frozen=True, slots=True)
class Group(Generic[M]):
    """A group of ``key: value`` lines.

    ``build`` makes the model from the values that are given, by field; ``None`` where they are too few. ``places`` are
    the fields that say where the value of a key is. ``reject`` says what is wrong with a value that is no such group.
    """

    keys: tuple[DeclaredKey, ...]
    build: Callable[..., M | None]
    places: Mapping[str, str] | None = None
    reject: Callable[[Any], WrongValue | None] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its keys, in order."""
        return tuple(key.name for key in self.keys)

    def key(self, name: str) -> DeclaredKey | None:
        """The key of this name, if there is one."""
        return next((key for key in self.keys if key.name == name), None)


@dataclass(frozen=True, slots=True)
class LinesFrom:
    """A plain mapping whose keys the plug-ins of a ``folder`` declare; ``type`` is that of each value."""

    folder: str
    type: Any


Shape: TypeAlias = Value | Titled | Listed | ListedBy | Group[Any] | LinesFrom


class DeclaredKey(NamedTuple):
    """A key as it is typed, the field that takes its value (``""``: checked and not kept), and all that is declared."""

    name: str
    field: str
    shape: Shape
    required: bool
    declared: Key


class ShownText(NamedTuple):
    """A text that readers see: its key, with those of the groups around it (``corrections/text``), and what it is.

    ``place`` is where it is; ``sources`` are the citation keys that the key beside it lists.
    """

    key: str
    declared: Key
    text: Placed
    place: Location
    sources: tuple[Placed, ...] = ()


def group_of(model: type[M]) -> Group[M]:
    """The group that a dataclass with annotated fields declares, in the order of the fields."""
    declaring: Any = model  # a class, which mypy does not believe to be hashable
    return _declared_by(declaring)


@cache
def _declared_by(model: Any) -> Group[Any]:
    hints = get_type_hints(model, include_extras=True)
    keys: list[DeclaredKey] = []
    places: dict[str, str] = {}
    for each in fields(model):
        annotated, *marks = get_args(hints[each.name]) if get_origin(hints[each.name]) is Annotated else (None,)
        for mark in marks:
            if isinstance(mark, PlaceOf):
                places[each.name] = mark.key
            elif isinstance(mark, Key):
                required = mark.required or (each.default is MISSING and each.default_factory is MISSING)
                keys.append(DeclaredKey(mark.name or each.name, each.name, _shape(annotated, mark), required, mark))
    return Group(tuple(keys), model, places)


def group_in(shape: Shape) -> Group[Any] | None:
    """The group that a value is, or that the items of a list are."""
    match shape:
        case Group():
            return shape
        case Listed():
            return group_in(shape.item)
        case ListedBy():
            return shape.item
        case _:
            return None


def all_keys(group: Group[Any]) -> Iterator[DeclaredKey]:
    """The keys of a group, each before those of the groups inside it."""
    for key in group.keys:
        yield key
        if inside := group_in(key.shape):
            yield from all_keys(inside)


def lines_of(lines: Mapping[str, Key], annotation: Any) -> Group[dict[str, Any]]:
    """The group of a plain mapping with these keys; ``annotation`` is the type of each value."""
    return Group(
        tuple(DeclaredKey(name, name, _shape(annotation, key), False, key) for name, key in lines.items()), gather
    )


def gather(**values: Any) -> dict[str, Any]:
    """The values of a group that becomes no model, by field."""
    return values


_FORMS: Final[Mapping[Any, Form]] = {
    Placed: Form.LINE,
    str: Form.LINE,
    bool: Form.FLAG,
    int: Form.WHOLE,
    date: Form.DAY,
    PlacedDate: Form.DAY,
}


def _shape(annotation: Any, key: Key) -> Shape:
    """The shape of an annotation: ``X | None`` is X, a dataclass a group, ``tuple[X, ...]`` a list."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _shape(next(each for each in inside if each is not NoneType), key)
    if origin in (tuple, frozenset):
        return Listed(_shape(inside[0], key), origin)
    if key.titled:
        return Titled(annotation)
    if key.lines_from:
        return LinesFrom(key.lines_from, inside[1])
    if key.lines is not None:
        return lines_of(key.lines, inside[1])
    if key.by:
        return ListedBy(group_of(inside[1]), key.by)
    is_group = is_dataclass(annotation) and annotation not in _FORMS
    return group_of(annotation) if is_group and isinstance(annotation, type) else _value(annotation, key)


def _value(annotation: Any, key: Key) -> Value:
    choices = key.choices or annotation
    if isinstance(choices, type) and issubclass(choices, StrEnum):
        return Value(key.form or Form.CHOICE, choices)
    return Value(key.form or _FORMS.get(annotation, Form.LINE), annotation)
