"""How tests run, and what they may not read.

Property tests have no deadlines and are alike in continuous integration; programs can be interrupted; no test of the
engine reads this repository's own content.

A slow machine is no fault of the program. A run that decides whether work lands must not depend on luck; new examples
are tried wherever somebody works.
"""

from __future__ import annotations

import os
import signal

from hypothesis import settings

from tests.content_guard import guard_own_content

settings.register_profile("at work", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "at work")

# What a shell starts in the background ignores Ctrl-C, and under nohup the end of its terminal; so would all programs
# that the tests start and interrupt.
for each, usual in ((signal.SIGINT, signal.default_int_handler), (signal.SIGHUP, signal.SIG_DFL)):
    if signal.getsignal(each) is signal.SIG_IGN:
        signal.signal(each, usual)

guard_own_content()
