"""The text of ``references.lock``: JSON, sorted by key, one value a line, so that a change shows as few lines."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from citewell.model.evidence import Lock, LockedReference

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

PLACE: Final = "content_src/references.lock"
"""The lock of a project, as editors are shown it."""
VERSION: Final = 1
_CONFLICT: Final = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)


class DamagedLock(ValueError):
    """The text is not a lock. ``key`` names the reference with the damaged entry, if any; ``hint`` how to fix it."""

    def __init__(self, reason: str, key: str = "", line: int = 1, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.key = key
        self.line = line
        self.hint = hint


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
        raise DamagedLock("it has no references")
    version = data.get("version")
    if version != VERSION:
        hint = "a newer Citewell wrote it: install that version here, too" if type(version) is int else ""
        raise DamagedLock(f"it has version {version!r}, and this program knows version {VERSION}", hint=hint)
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
            raise DamagedLock("git left a conflict in it", line=line) from error
        raise DamagedLock(error.msg, line=error.lineno) from error
    except RecursionError as error:
        raise DamagedLock("it is nested too deeply") from error
    except ValueError as error:  # a number with thousands of digits
        raise DamagedLock(str(error)) from error


def _refuse_repeated_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. A name that occurs twice is what a conflict merged by hand leaves behind."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise DamagedLock(f"it has {name!r} twice", name if isinstance(value, dict) else "")
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
        raise DamagedLock(_explain(key, error), key) from error
    except RecursionError as error:
        raise DamagedLock(f"the entry of {key!r} is nested too deeply", key) from error


def _explain(key: str, error: ValidationError) -> str:
    """What is wrong with an entry, as a clause."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = str(fault["loc"][-1]) if fault["loc"] else ""
    if fault["type"] == "missing":
        return f"the entry of {key!r} has no {name!r}"
    if fault["type"] == "unexpected_keyword_argument":
        return f"the entry of {key!r} has an unknown name: {name}"
    where = f", at {'.'.join(map(str, fault['loc']))}" if name else ""
    return f"the entry of {key!r} is not as Citewell writes it{where}"
