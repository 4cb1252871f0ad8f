#!/usr/bin/env python3
"""Write what the handbook takes from the program again: ``rules.md`` from the rules, its tables from the keys."""

import sys

from _environment import ROOT, prepare

PROGRAM = """
from pathlib import Path
from citewell.keys.handbook_tables import with_tables
from citewell.rules.handbook import rules_handbook

handbook = Path("handbook")
(handbook / "rules.md").write_text(rules_handbook(), encoding="utf-8", newline="\\n")
for page in sorted(handbook.glob("*.md")):
    text = page.read_text(encoding="utf-8")
    page.write_text(with_tables(text), encoding="utf-8", newline="\\n")
"""

if __name__ == "__main__":
    import subprocess

    sys.exit(subprocess.run([prepare("build"), "-c", PROGRAM], check=False, cwd=ROOT).returncode)
