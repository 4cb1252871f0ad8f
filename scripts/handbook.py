#!/usr/bin/env python3
"""Write ``handbook/rules.md`` again from the rules' own documentation: after a rule was added or its text changed."""

import sys

from _environment import ROOT, prepare

PROGRAM = "from citewell.rules.handbook import rules_handbook; print(rules_handbook(), end='')"

if __name__ == "__main__":
    import subprocess

    python = prepare("build")
    made = subprocess.run([python, "-c", PROGRAM], check=False, cwd=ROOT, stdout=subprocess.PIPE)
    if made.returncode == 0:
        (ROOT / "handbook" / "rules.md").write_bytes(made.stdout)
    sys.exit(made.returncode)
