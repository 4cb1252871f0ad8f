#!/usr/bin/env python3
"""Look after the references: ``python3 scripts/refs.py COMMAND [options]``, a command of ``citewell refs``.

The environment gets what asking the web needs (``requirements/evidence.txt``); a build never needs that.
"""

import sys

from _environment import ROOT, run_citewell

asked = sys.argv[1:]
if asked and not asked[0].startswith("-"):  # only a command knows --root
    asked[1:1] = ["--root", str(ROOT)]
run_citewell("refs", *asked, level="evidence")
