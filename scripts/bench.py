#!/usr/bin/env python3
"""Time Citewell beside its peers: ``python3 scripts/bench.py [NAME…] [--quick] [--json FILE]``, see benchmarks/."""

import os
import sys

from _environment import ROOT, become, prepare

python = str(prepare("test"))
# Where the benchmarks are, and what they share with the scripts; citewell itself is in the environment.
os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "scripts")])
become([python, "-P", "-m", "benchmarks", *sys.argv[1:]])
