"""Files with every key that is declared, each text being whatever a test puts there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from citewell.model.keys import DeclaredKey, Form, Group, LinesFrom, Listed, ListedBy, Shape, Titled, Value
from citewell.source.plugin_lines import find_lines

#: A value of each form that is no free text.
_VALUES: dict[Form, Any] = {
    Form.SLUG: "a-name",
    Form.FLAG: True,
    Form.DAY: "2026-02-15",
    Form.PARTIAL_DAY: "2026-02",
    Form.CSL_DATE: "2026-02-15",
    Form.WHOLE: 3,
    Form.COUNT: 2,
    Form.PERCENT: 3,
    Form.KIND: "guideline",
    Form.CSL_TYPE: "report",
    Form.CITATION_KEY: "a-key",
    Form.LANGUAGE: "en",
    Form.CONTACT: "editors@example.org",
    Form.TELEPHONE: "999",
    Form.SERVICE: "https://example.org",
    Form.PAPER: "A4",
    Form.SITE_ADDRESS: "https://example.org/",
    Form.FILE_OF_BRAND: "ours.svg",
    Form.FONT_NAME: "Ours Sans",
    Form.COLOUR: "teal",
    Form.LINES: {"a": "b"},
    Form.ANYTHING: "c",
}
Words = Callable[[str, DeclaredKey], str]


def filled(group: Group[Any], words: Words, around: str = "") -> dict[str, Any]:
    """A mapping with every key of a group; ``words`` gives the text of a key, by its path (``withdrawn/reason``)."""
    return {key.name: _value(key.shape, key, words, f"{around}{key.name}") for key in group.keys}


def _value(shape: Shape, key: DeclaredKey, words: Words, path: str) -> Any:
    match shape:
        case Value(form=Form.LINE | Form.PASSAGE | Form.RICH | Form.VISIBLE):
            return words(path, key)
        case Value(form=Form.CHOICE):
            return str(next(iter(shape.type)))
        case Value():
            return _VALUES[shape.form]
        case Titled():
            return {words(path, key): "topics"}
        case Listed() | ListedBy():
            return [_value(shape.item, key, words, path)]
        case Group():
            return filled(shape, words, f"{path}/")
        case LinesFrom():
            return filled(find_lines(shape), words, f"{path}/")
