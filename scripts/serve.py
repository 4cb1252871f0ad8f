#!/usr/bin/env python3
"""Build the site, then show it on this computer: ``python3 scripts/serve.py [options of mkdocs serve]``.

The page reloads when ``docs/`` changes: leave this running, and run ``scripts/build.py`` after each edit.
"""

import os
import subprocess
import sys

from _environment import ROOT, become, prepare

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice is for people who choose an engine, not for editors
python = str(prepare())
built = subprocess.run([python, "-P", "-m", "citewell", "build", "--quiet"], check=False, cwd=ROOT)
if built.returncode:
    sys.exit(built.returncode)
# `--livereload` is said aloud because MkDocs 1.6 forgets its own default with click 8.2 and later.
become([python, "-P", "-m", "mkdocs", "serve", "--livereload", "-f", str(ROOT / "mkdocs.yml"), *sys.argv[1:]])
