"""The text of ``references.lock``: JSON, sorted by key, one value a line, so that a change shows as few lines."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from citewell.model.evidence import Lock, LockedReference
from citewell.model.file_problems import LockError, UnreadableLock

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

VERSION: Final = 1
_CONFLICT: Final = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)


class DamagedLock(ValueError):
    """The text is not a lock: the facts, and the line to report if no key leads to one."""

    def __init__(self, error: LockError, key: str = "", found: str = "", line: int = 1) -> None:
        super().__init__(error.name)
        self.facts = UnreadableLock(error, key, found, VERSION)
        self.line = line


def write_lock_text(lock: Lock) -> str:
    """The text of a lock, without empty values."""
    entries = _entries()
    references = {
        key: entries.dump_python(lock.references[key], mode="json", exclude_defaults=True)
        for key in sorted(lock.references)
    }
    return json.dumps({"version": VERSION, "references": references}, ensure_ascii=False, indent=1) + "\n"


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
    """An object of JSON. A name that occurs twice is what a conflict merged by hand leaves behind."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise DamagedLock(LockError.NAME_TWICE, name if isinstance(value, dict) else "", name)
        found[name] = value
    return found


@cache
def _entries() -> TypeAdapter[LockedReference]:
    """Reads and writes one entry by the types of ``LockedReference``."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - a command that reads no lock need not wait for it

    return TypeAdapter(LockedReference)


def _read_entry(key: str, item: object) -> LockedReference:
    """One entry, in which nothing is converted and nothing unknown is passed over: it could be a retraction."""
    from pydantic import ValidationError  # noqa: PLC0415 - as above

    try:
        return _entries().validate_json(json.dumps(item), strict=True)
    except ValidationError as error:
        raise DamagedLock(*_classify(key, error)) from error
    except RecursionError as error:
        raise DamagedLock(LockError.TOO_DEEP, key) from error


def _classify(key: str, error: ValidationError) -> tuple[LockError, str, str]:
    """What is wrong with an entry: the error, the entry's key, and the name in the entry."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = str(fault["loc"][-1]) if fault["loc"] else ""
    if fault["type"] == "missing":
        return LockError.MISSING_VALUE, key, name
    if fault["type"] == "unexpected_keyword_argument":
        return LockError.UNKNOWN_NAMES, key, name
    return LockError.WRONG_VALUE, key, ".".join(map(str, fault["loc"]))
