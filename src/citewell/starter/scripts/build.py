#!/usr/bin/env python3
"""Check the content and build the site into site/: ``python3 scripts/build.py``."""

import sys

from environment import run_citewell

run_citewell("build", *sys.argv[1:])
