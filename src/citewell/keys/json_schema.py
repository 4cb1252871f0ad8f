"""JSON Schemas of the files that editors write, so that their tools complete keys and find mistakes while they type.

Draft 7, which every tool knows. A schema says less than the check: which article a name belongs to, or whether a day
exists, only the check can tell. Texts may be typed without quotation marks, so a schema takes a number where a text
belongs: YAML reads ``emergency_number: 999`` as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from citewell.keys import all_declared_files, choices_of
from citewell.model.keys import DeclaredKey, Form, Group, LinesFrom, Listed, ListedBy, Shape, Titled, Value, Wording
from citewell.packet.format import SavedAnswers
from citewell.source.file_names import LONGEST_SLUG, SLUG
from citewell.source.plugin_lines import find_lines
from citewell.team_report.figures import TeamReport
from citewell.verification.pairs import ClaimPair
from citewell.verification.sent_verdicts import SentVerdict

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
#: What commands write for programs or read from them, and the draft that msgspec describes it in.
_WRITTEN: Final[Mapping[str, type]] = {
    "report": TeamReport,
    "pairs": ClaimPair,
    "verdicts": SentVerdict,
    "review-answers": SavedAnswers,
}
_WRITTEN_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final[Mapping[str, Any]] = {"type": ["string", "number", "boolean"]}
_PLAIN: Final = "Plain text, which may not state an effect or a share."
_PART_OF_A_DAY: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_FORMS: Final[Mapping[Form, Mapping[str, Any]]] = {
    Form.LINE: _TEXT,
    Form.PASSAGE: _TEXT,
    Form.RICH: _TEXT,
    Form.SLUG: {"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": LONGEST_SLUG},
    Form.FLAG: {"type": "boolean"},
    Form.DAY: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Form.PARTIAL_DAY: {"type": ["string", "integer"], "pattern": _PART_OF_A_DAY},
    Form.CSL_DATE: {"type": ["string", "integer", "object", "array"]},
    Form.WHOLE: {"type": "integer", "minimum": 0},
    Form.COUNT: {"type": "integer", "minimum": 1},
    Form.PERCENT: {"type": "integer", "minimum": 1, "maximum": 100},
    Form.CITATION_KEY: {"type": ["string", "integer"], "minLength": 1, "maxLength": 200},
    Form.LANGUAGE: {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"},
    Form.CONTACT: {"type": "string", "pattern": "@|^https://"},
    Form.TELEPHONE: {"type": ["string", "integer"], "pattern": r"^\+?[0-9]([- ]?[0-9])+$"},
    Form.SERVICE: {"type": "string", "pattern": "^https?://"},
    Form.VISIBLE: _TEXT,
    Form.SITE_ADDRESS: {"type": "string", "pattern": "^https?://"},
    Form.FILE_OF_BRAND: {"type": "string", "pattern": r"^[^/\\]+\.[A-Za-z0-9]+$"},
    Form.FONT_NAME: {"type": "string", "maxLength": 60},
    Form.COLOUR: {"type": "string"},
    Form.LINES: {"type": "object"},
    Form.ANYTHING: {},
}


def list_schemas() -> tuple[str, ...]:
    """The names of all schemas: of the files that editors write, then of those that commands write or read."""
    return (*all_declared_files(), *_WRITTEN)


def schema_of(name: str) -> dict[str, Any]:
    """The schema of a kind of file, by a name of ``list_schemas``. Raises ``KeyError`` for any other."""
    if name in _WRITTEN:
        return {"$schema": _WRITTEN_DRAFT, "title": f"Citewell: {name}", **msgspec.json.schema(_WRITTEN[name])}
    return {"$schema": _DRAFT, "title": f"Citewell: {name}", **schema_of_group(all_declared_files()[name])}


def schema_of_group(group: Group[Any]) -> dict[str, Any]:
    """The schema of a group of keys: no others, and those that must be there."""
    former = {key.declared.formerly: _former(key) for key in group.keys if key.declared.formerly}
    properties = {key.name: _property(key) for key in group.keys} | former
    required = [key.name for key in group.keys if key.required]
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": required} if required else schema


def _property(key: DeclaredKey) -> dict[str, Any]:
    """The schema of a value, with the help that editors are shown."""
    schema = _shape(key.shape)
    if key.declared.alone and isinstance(key.shape, Group):
        alone = next(each for each in key.shape.keys if each.name == key.declared.alone)
        schema = {"anyOf": [_shape(alone.shape), schema]}
    if key.declared.may_be_single and isinstance(key.shape, Listed):
        schema = {"anyOf": [_shape(key.shape.item), schema]}
    if key.declared.may_be_empty:
        schema = {"anyOf": [schema, {"type": "null"}]}
    help_ = f"{key.declared.help} {_PLAIN}" if key.declared.wording is Wording.PLAIN else key.declared.help
    return {"description": help_, **schema} if help_ else schema


def _former(key: DeclaredKey) -> dict[str, Any]:
    """The schema of a value under the name that its key had before."""
    return {**_property(key), "description": f"Now called {key.name}.", "deprecated": True}


def _shape(shape: Shape) -> dict[str, Any]:
    match shape:
        case Value(form=Form.PAPER):
            return {"enum": [*shape.type, False]}
        case Value():
            choices = choices_of(shape)
            return {"enum": list(choices)} if choices else dict(_FORMS[shape.form])
        case Titled():
            titled = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": _TEXT}
            return {"anyOf": [_TEXT, titled]}
        case Listed():
            return {"type": "array", "items": _shape(shape.item)}
        case ListedBy():
            return {"type": "array", "items": schema_of_group(shape.item)}
        case Group():
            return schema_of_group(shape)
        case LinesFrom():
            return schema_of_group(find_lines(shape))
