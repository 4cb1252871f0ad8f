"""Plain values as bytes: kept small until they are needed, or kept in a file from one run to the next."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
_FAST = 1  # of zlib's levels: a page takes a third of a millisecond
_PLAIN: Final = frozenset(
    {("builtins", "frozenset"), ("collections", "Counter"), ("datetime", "date"), ("datetime", "datetime")}
    | {("pathlib", "PurePosixPath")}
)


def pack_value(value: object) -> bytes:
    """A plain value (records, enum members, texts, numbers, collections of them) as compressed bytes."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _FAST)


def unpack_value(data: bytes) -> Any:
    """The value of such bytes. They may be anything: nothing but the program's own records is made of them.

    Raises ``ValueError`` for bytes that hold something else.
    """
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(data))).load()
    except Exception as error:  # bytes that were damaged raise anything
        raise ValueError(f"not a packed value: {error}") from error


class Packed(Generic[T]):
    """A plain value as compressed bytes: the results of an article take a tenth of the memory that way."""

    __slots__ = ("data",)

    def __init__(self, value: T) -> None:
        self.data: Final = pack_value(value)

    def unpack(self) -> T:
        """The value again, a new one each time."""
        value: T = unpack_value(self.data)
        return value


class _Unpickler(pickle.Unpickler):
    """Makes records of the program and a few plain types, and calls nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a record. Raises ``UnpicklingError`` for what is not one."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        found = getattr(import_module(module), name, None) if module.startswith("citewell.") else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is not a record")
        if "__setstate__" in vars(found) and is_dataclass(found):
            _hasten(found)
        return found


@cache
def _hasten(record: type) -> None:
    """Have a frozen dataclass with slots filled in directly: its own method looks up its fields each time."""
    fill = [vars(record)[field.name].__set__ for field in fields(record)]

    def set_state(self: object, state: Sequence[object]) -> None:
        for each, value in zip(fill, state, strict=True):
            each(self, value)

    record.__setstate__ = set_state  # type: ignore[attr-defined]  # dataclass makes one where there are slots
