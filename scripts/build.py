#!/usr/bin/env python3
"""Build the site: ``python3 scripts/build.py [options of citewell build]``."""

import sys

from _environment import ROOT, run_citewell

run_citewell("build", "--root", str(ROOT), *sys.argv[1:])
