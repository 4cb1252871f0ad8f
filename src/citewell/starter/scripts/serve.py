#!/usr/bin/env python3
"""Show the site and its drafts in your browser while you write: ``python3 scripts/serve.py``; Ctrl-C ends it."""

import sys

from environment import run_citewell

run_citewell("preview", *sys.argv[1:])
