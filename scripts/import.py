#!/usr/bin/env python3
"""Move articles in: ``python3 scripts/import.py FILE [options]``, the command ``citewell import``.

The environment gets what reads Word documents (``requirements/imports.txt``); no other command needs that.
"""

import sys

from _environment import ROOT, run_citewell

run_citewell("import", "--root", str(ROOT), *sys.argv[1:], level="imports")
