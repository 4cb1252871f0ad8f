#!/usr/bin/env python3
"""Check the references online: ``python3 scripts/refs.py resolve``. It needs a network; a build never does."""

import sys

from environment import run_citewell

run_citewell("refs", *sys.argv[1:], extra="evidence")
