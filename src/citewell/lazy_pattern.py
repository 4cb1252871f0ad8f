"""Regular expressions that are compiled when they are first used.

Compiling the large ones of all rules takes a tenth of a second, and most texts need few of them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


def compile_lazily(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled when one of its attributes is first used; ``re.error`` is raised then."""
    return cast("re.Pattern[str]", LazyPattern(text, flags))


class LazyPattern:
    """A pattern compiled at its first use; after that, its methods are as quick as the pattern's own."""

    def __init__(self, text: str, flags: re.RegexFlag) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._compiled, name)
        self.__dict__[name] = value
        return value
