"""Making many corrections takes time in proportion to them: each look at the content makes all that it can."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.growth import Stopwatch, slow_parts
from tests.rules.test_growth import FRONT, TODAY, content, each, references, write

from citewell.fixes.apply_fixes import apply_fixes
from citewell.fixes.difference import format_difference
from citewell.model.report import PathFilter
from citewell.rules import CheckOptions
from citewell.workspace import Workspace

MANY = {
    "keys named twice": lambda n: content(each("Hurts. [@k0; @k0]\n", n)),
    "sources in the wrong order": lambda n: content("Hurts. [@k0; @k1]\n" + "Hurts. [@k1; @k0]\n" * n),
    "misspelt reasons": lambda n: content("Rest. [no source: advise]\n" * n),
    "misspelt blocks": lambda n: content(":::{nota}\nHurts. [@k0]\n:::\n\n" * n),
    "topics listed twice": lambda n: content(front=FRONT.replace("[back pain]", f"[{', '.join(['a'] * n)}]")),
    "copies of a reference": lambda n: content(REFERENCES="references:\n" + references(1).partition("\n")[2] * n),
    "identifiers that can be plain": lambda n: content(REFERENCES=references(n).replace("DOI: ", "DOI: doi:")),
    "misspelt keys of references": lambda n: content(REFERENCES=references(n).replace("volume:", "volumme:")),
}


@pytest.mark.parametrize("make", MANY.values(), ids=MANY)
def test_many_corrections(make, tmp_path: Path):
    def measure(count: int) -> Stopwatch:
        timed, root = Stopwatch(), tmp_path / str(count)
        if not root.exists():
            write(make(count), root)
        content: Workspace[None] = Workspace(root, TODAY, CheckOptions(tidy=True), editing=True)
        with timed("mending"):
            made = apply_fixes(content, PathFilter())
        with timed("the difference"):
            for change in content.changes:
                list(format_difference(change))
        assert made >= count - 2
        return timed

    measure(4)
    assert slow_parts(measure, 20) == []
