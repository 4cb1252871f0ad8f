"""The text of ``references.lock``: JSON, sorted by key, one value a line, so that a change shows as few lines."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Final

import msgspec
from msgspec import inspect

from citewell.model.evidence import Lock, LockedReference
from citewell.model.file_problems import LockError, UnreadableLock

VERSION: Final = 1
_PATH: Final = re.compile(r" - at `\$\.(.+)`$")
_CONFLICT: Final = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)


class DamagedLock(ValueError):
    """The text is not a lock: the facts, and the line to report if no key leads to one."""

    def __init__(self, error: LockError, key: str = "", found: str = "", line: int = 1) -> None:
        super().__init__(error.name)
        self.facts = UnreadableLock(error, key, found, VERSION)
        self.line = line


def write_lock_text(lock: Lock) -> str:
    """The text of a lock, without empty values."""
    data = {"version": VERSION, "references": {key: lock.references[key] for key in sorted(lock.references)}}
    return json.dumps(data, default=_write_value, ensure_ascii=False, indent=1) + "\n"


def _write_value(value: Any) -> str | dict[str, Any]:
    """A day, or an entry or part of one without the values that are the usual ones, as JSON knows them."""
    if isinstance(value, date):
        return value.isoformat()
    values = ((each.name, getattr(value, each.name), each.default) for each in dataclasses.fields(value))
    return {name: found for name, found, usual in values if found != usual}


def read_lock_text(text: str) -> Lock:
    """The lock of a text. Raises ``DamagedLock``."""
    data = _read_json(text)
    if not isinstance(data, dict) or not isinstance(data.get("references"), dict):
        raise DamagedLock(LockError.NO_REFERENCES)
    version = data.get("version")
    if version != VERSION:
        error = LockError.NEWER_VERSION if type(version) is int else LockError.OTHER_VERSION
        raise DamagedLock(error, found=repr(version))
    return Lock({key: _read_entry(key, item) for key, item in data["references"].items()})


def _read_json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_refuse_repeated_names)
    except DamagedLock:
        raise
    except json.JSONDecodeError as error:
        conflict = _CONFLICT.search(text)
        if conflict:
            line = text.count("\n", 0, conflict.start()) + 1
            raise DamagedLock(LockError.CONFLICT, line=line) from error
        raise DamagedLock(LockError.NOT_JSON, found=error.msg, line=error.lineno) from error
    except RecursionError as error:
        raise DamagedLock(LockError.TOO_DEEP) from error
    except ValueError as error:  # a number with thousands of digits
        raise DamagedLock(LockError.NOT_JSON, found=str(error)) from error


def _refuse_repeated_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. A name that occurs twice is what a conflict merged by hand leaves."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise DamagedLock(LockError.NAME_TWICE, name if isinstance(value, dict) else "", name)
        found[name] = value
    return found


def _read_entry(key: str, item: object) -> LockedReference:
    """One entry, in which nothing is converted and nothing unknown is passed over: it could be a retraction."""
    for error, name in _find_wrong_names(item, _entry_type()):
        raise DamagedLock(error, key, name)
    try:
        return msgspec.json.decode(json.dumps(item), type=LockedReference)
    except msgspec.DecodeError as error:
        raise DamagedLock(LockError.WRONG_VALUE, key, _find_place(error)) from error
    except RecursionError as error:
        raise DamagedLock(LockError.TOO_DEEP, key) from error


@cache
def _entry_type() -> inspect.Type:
    return inspect.type_info(LockedReference)


def _find_wrong_names(value: object, wanted: inspect.Type) -> Iterator[tuple[LockError, str]]:
    """The names that a value lacks, or has and should not, by the type it is to become; msgspec ignores the latter."""
    match wanted, value:
        case inspect.DataclassType(fields=fields), dict():
            for field in fields:
                if field.name in value:
                    yield from _find_wrong_names(value[field.name], field.type)
                elif field.required:
                    yield LockError.MISSING_VALUE, field.name
            known = {field.name for field in fields}
            yield from ((LockError.UNKNOWN_NAMES, name) for name in value if name not in known)
        case inspect.VarTupleType(item_type=item_type), list():
            for each in value:
                yield from _find_wrong_names(each, item_type)
        case inspect.UnionType(types=types), _:
            for each in types:
                yield from _find_wrong_names(value, each)


def _find_place(error: msgspec.DecodeError) -> str:
    """The place of a wrong value as ``notices.0.kind``, from the path that msgspec's messages end with; or ""."""
    path = _PATH.search(str(error))
    return path[1].replace("[", ".").replace("]", "") if path else ""
