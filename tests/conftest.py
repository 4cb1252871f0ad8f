"""How the property tests run: no deadlines, and the same examples in each run of continuous integration.

A slow machine is no fault of the program. A run that decides whether work lands must not depend on luck; new examples
are tried wherever somebody works.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("at work", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "at work")
