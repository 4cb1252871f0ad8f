"""Babel takes a tenth of a second to start, so the check of a site in English never waits for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SITES = Path(__file__).parents[1] / "sites"
PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from citewell.workspace import Workspace
assert not any(each.severity == "error" for each in Workspace(Path(sys.argv[1]), date(2026, 3, 2)).findings())
print(*(name for name in sys.modules if name.partition(".")[0] == "babel"))
"""


@pytest.mark.parametrize("name", ["gallery", "small"])
def test_a_check_never_imports_it(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(SITES / name)], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout.strip(), done.stderr, done.returncode) == ("", "", 0)


def test_british_english_needs_it_no_more_than_english() -> None:
    ask = (
        "import sys; from datetime import date; from citewell.messages import Words; words = Words('en-GB')\n"
        "print(words.day(date(2026, 3, 2)), words.number(1234), words.counted('articles.count', 1), words.direction)\n"
        "print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "2 March 2026 1,234 1 article ltr\nFalse\n"
