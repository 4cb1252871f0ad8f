"""The text of ``references.lock``: JSON, sorted by key, one value a line, so that a change shows as few lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final

from citewell.model.evidence import (
    Archived,
    Lock,
    LockedQuote,
    LockedReference,
    Notice,
    NoticeKind,
    QuoteVerdict,
    Verdict,
)
from citewell.model.file_problems import LockError, UnreadableLock

VERSION: Final = 1
_CONFLICT: Final = re.compile(r"^(?:<{7}|={7}|>{7})", re.MULTILINE)


class BadLock(ValueError):
    """The text is not a lock: why, and the line to report it at where no key tells one."""

    def __init__(self, error: LockError, key: str = "", found: str = "", line: int = 1) -> None:
        super().__init__(error.name)
        self.facts = UnreadableLock(error, key, found, VERSION)
        self.line = line


def lock_text(lock: Lock) -> str:
    """A lock as text: what is empty is left out."""
    references = {key: _plain(lock.references[key]) for key in sorted(lock.references)}
    return json.dumps({"version": VERSION, "references": references}, ensure_ascii=False, indent=1) + "\n"


def read_lock_text(text: str) -> Lock:
    """The lock of a text. Raises ``BadLock``."""
    try:
        data = json.loads(text, object_pairs_hook=_each_once)
    except BadLock:
        raise
    except ValueError as error:
        conflict = _CONFLICT.search(text)
        if conflict:
            raise BadLock(LockError.CONFLICT, line=text.count("\n", 0, conflict.start()) + 1) from error
        found = getattr(error, "msg", str(error))
        raise BadLock(LockError.NOT_JSON, found=found, line=getattr(error, "lineno", 1)) from error
    except RecursionError as error:
        raise BadLock(LockError.TOO_DEEP) from error
    if not isinstance(data, dict) or not isinstance(data.get("references"), dict):
        raise BadLock(LockError.NO_REFERENCES)
    version = data.get("version")
    if version != VERSION:
        why = LockError.NEWER_VERSION if type(version) is int else LockError.OTHER_VERSION
        raise BadLock(why, found=repr(version))
    return Lock({key: _locked(key, item) for key, item in data["references"].items()})


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; a name that stands there twice is what joining two versions by hand leaves."""
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                break
            seen.add(name)
        raise BadLock(LockError.NAME_TWICE, name if isinstance(found[name], dict) else "", name)
    return found


def _plain(value: Any) -> Any:
    """A dataclass as plain data, in the order of its fields."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    pairs = ((name, getattr(value, name)) for name in _names(type(value)))
    return {name: _plain(each) for name, each in pairs if each not in ("", None, ())}


def _names(kind: type[Any]) -> Iterator[str]:
    """What is written of such a value; an index that it keeps of its own is not."""
    return (each.name for each in fields(kind) if each.init)


def _locked(key: str, item: Any) -> LockedReference:
    try:
        _known_names(key, item, LockedReference)
        archived = item.get("archived")
        return LockedReference(
            **_texts(item, "fingerprint", "reason"),
            **_texts(item, "address", "final_url", "page_title", "text_digest", missing=""),
            verdict=Verdict(item["verdict"]),
            checked=date.fromisoformat(item["checked"]),
            status=_number(item.get("status")),
            match=_number(item.get("match")),
            failed_on=tuple(date.fromisoformat(day) for day in item.get("failed_on", ())),
            suspected=date.fromisoformat(item["suspected"]) if "suspected" in item else None,
            archived=Archived(_text(archived["url"]), date.fromisoformat(archived["date"])) if archived else None,
            notices=tuple(_notice(key, notice) for notice in item.get("notices", ())),
            identifiers=tuple(_text(each) for each in item.get("identifiers", ())),
            quotes=tuple(_quote(key, quote) for quote in item.get("quotes", ())),
        )
    except BadLock:
        raise
    except KeyError as error:
        raise BadLock(LockError.MISSING_VALUE, key, str(error.args[0])) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise BadLock(LockError.WRONG_VALUE, key) from error


def _known_names(key: str, item: Mapping[str, Any], kind: type) -> None:
    """What is misspelt must not be passed over: it could be the notice of a retraction."""
    unknown = sorted(item.keys() - set(_names(kind)))
    if unknown:
        raise BadLock(LockError.UNKNOWN_NAMES, key, ", ".join(unknown))


def _notice(key: str, item: Mapping[str, Any]) -> Notice:
    _known_names(key, item, Notice)
    seen = item.get("seen")
    return Notice(
        kind=NoticeKind(item["kind"]),
        seen=date.fromisoformat(seen) if seen else None,
        **_texts(item, "said_by"),
        **_texts(item, "published", "doi", "pmid", "reason", missing=""),
    )


def _quote(key: str, item: Mapping[str, Any]) -> LockedQuote:
    _known_names(key, item, LockedQuote)
    return LockedQuote(
        verdict=QuoteVerdict(item["verdict"]),
        checked=date.fromisoformat(item["checked"]),
        **_texts(item, "text"),
        **_texts(item, "says", "fragment", missing=""),
    )


def _texts(item: Mapping[str, Any], *names: str, missing: str | None = None) -> dict[str, str]:
    """Values that must be texts, by name."""
    return {name: _text(item[name] if missing is None else item.get(name, missing)) for name in names}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    value.encode()  # half a pair of surrogates, which JSON lets through, can stand in no file: UnicodeEncodeError
    return value


def _number(value: object) -> int | None:
    if value is not None and type(value) is not int:
        raise TypeError(f"{value!r} is no whole number")
    return value
