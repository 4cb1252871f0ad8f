#!/usr/bin/env python3
"""Time Citewell beside its peers: ``python3 scripts/bench.py [NAME…] [--quick] [--json FILE]``, see benchmarks/."""

import os
import sys

from _environment import ROOT, become, prepare

python = str(prepare("test"))
os.environ["PYTHONPATH"] = str(ROOT)  # where the benchmarks are; citewell itself is in the environment
become([python, "-P", "-m", "benchmarks", *sys.argv[1:]])
