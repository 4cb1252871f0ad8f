#!/usr/bin/env python3
"""Make a report to the team: ``python3 scripts/report.py [options]``, the command ``citewell report``.

The environment gets what draws the plots (``requirements/report.txt``); no other command needs that.
"""

import sys

from _environment import ROOT, run_citewell

run_citewell("report", "--root", str(ROOT), *sys.argv[1:], level="report")
