"""The text of ``content_src/reviews/<slug>.yml``: what ``source/reviews.py`` reads, written from the same keys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from citewell.model.keys import DeclaredKey, Form, Group, Value, group_in, group_of
from citewell.model.reviews import ReviewFile

_REMARK: Final = '# Written by "citewell review". Do not edit: a record that was changed by hand counts for nothing.\n'
#: Words that need no quotation marks, and those that some YAML readers take for something else than a word.
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NO_WORDS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def write_review_file(file: ReviewFile) -> str:
    """The file with these records; the same records always give the same text."""
    return _REMARK + "".join(f"{line}\n" for line in _write_group(group_of(ReviewFile), file))


def _write_group(group: Group[Any], model: object) -> Iterator[str]:
    """The lines of a group; a key with an empty value is left out."""
    for key in group.keys:
        value = getattr(model, key.field)
        if value or key.required:
            yield from _write_key(key, value)


def _write_key(key: DeclaredKey, value: Any) -> Iterator[str]:
    inside = group_in(key.shape)
    if inside is not None:
        yield f"{key.name}:"
        yield from _write_items(inside, value.values() if isinstance(value, Mapping) else value)
    elif isinstance(key.shape, Value) and key.shape.form is Form.PASSAGE:
        yield f"{key.name}: |-"
        yield from (f"  {line}" for line in value.splitlines())
    else:
        yield f"{key.name}: {_write_value(value)}"


def _write_items(inside: Group[Any], items: Iterable[object]) -> Iterator[str]:
    for item in items:
        first, *rest = _write_group(inside, item)
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)


def _write_value(value: date | bool | str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    plain = _PLAIN.fullmatch(value) and value.lower() not in _NO_WORDS
    return str(value) if plain else json.dumps(str(value), ensure_ascii=False)
