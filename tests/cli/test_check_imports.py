"""A check starts in no time: what only a build needs, it never imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SMALL = Path(__file__).parents[1] / "sites" / "small"
PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from citewell.build import examine
from citewell.project import Project
examine(Project(Path(sys.argv[1])), date(2026, 3, 2))
unwanted = ("citewell.render", "citewell.outputs", "mkdocs", "playwright")
print(*(name for name in sys.modules if name.startswith(unwanted)))
"""


def test_a_check_imports_nothing_that_makes_pages() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(SMALL)], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout.strip(), done.stderr, done.returncode) == ("", "", 0)
