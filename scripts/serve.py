#!/usr/bin/env python3
"""Show the site and its drafts on this computer: ``python3 scripts/serve.py [options of citewell preview]``.

Leave it running while you write: the pages are made again whenever a file in ``content_src/`` is saved.
"""

import sys

from _environment import ROOT, run_citewell

run_citewell("preview", "--root", str(ROOT), *sys.argv[1:])
