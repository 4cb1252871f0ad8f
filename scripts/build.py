#!/usr/bin/env python3
"""Build the site: ``python3 scripts/build.py [options of citewell build]``."""

import sys

from _environment import run_citewell

run_citewell("build", *sys.argv[1:])
