#!/usr/bin/env python3
"""Look at the built site in Chromium: ``python3 scripts/audit.py [options]``, the command ``citewell audit``.

The environment gets what opens the pages (``requirements/audit.txt``); no other command needs that.
"""

import sys

from _environment import ROOT, run_citewell

run_citewell("audit", "--root", str(ROOT), *sys.argv[1:], level="audit")
