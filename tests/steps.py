"""How much work a call is, in lines of Python that it runs: the same on every machine.

It does not see what a regular expression does within one line; ``growth.py`` measures that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(call: Callable[..., Any], *arguments: Any) -> int:
    """The lines that a call runs, those of generators and of calls below it included."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call(*arguments)
    finally:
        sys.settrace(before)
    return count
