"""Patterns that are compiled when they are first used are right before anybody uses them."""

from __future__ import annotations

import gc
import re

from citewell.lazy_pattern import LazyPattern, compile_lazily
from citewell.rules import discover


def test_every_pattern_compiles() -> None:
    assert discover()
    patterns = [each for each in gc.get_objects() if isinstance(each, LazyPattern)]
    assert len(patterns) > 100
    for pattern in patterns:
        assert isinstance(pattern._compiled, re.Pattern)


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    pattern = compile_lazily(r"(?P<word>a+)", re.IGNORECASE)
    assert [found["word"] for found in pattern.finditer("aa bAA")] == ["aa", "AA"]
    assert pattern.sub("x", "aa bAA") == "x bx"
    assert pattern.pattern == r"(?P<word>a+)"
