#!/usr/bin/env python3
"""Run every check of the project: ``scripts/test.py``; or some of the tests: ``scripts/test.py tests/site -k swap``.

Without arguments: lint, format, layers, types, then all tests, the quickest first, stopping at the first that fails; at
the end the branch coverage of the packages that read what editors write. With arguments: only pytest, with them.
"""

import json
import os
import subprocess
import sys
import time

from _browser import find_browser
from _environment import ROOT, prepare
from _npm import AXE, install

COVERED = ("source", "citations", "blocks", "rules")
LEAST = 95.0  # per cent of branches in each of COVERED
# Tests that look at those packages from afar, if at all: measuring doubled their time, and the others reach enough.
AFAR = [f"tests/{folder}" for folder in ("browser", "evidence", "outputs", "pandoc", "site")]
GROWTH = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").glob("*/test_growth.py"))
REPORT = ROOT / ".citewell" / "coverage.json"
# The tests wait as often as they compute: with one worker a core, two cores were busy for 58 % of the time.
WORKERS = (3 * (os.cpu_count() or 1) + 1) // 2
PYTEST = ["pytest", "--quiet", f"--numprocesses={WORKERS}"]
STEPS = {
    "lint": ["ruff", "check", "--quiet", "--output-format=concise"],
    "format": ["ruff", "format", "--check", "--quiet"],
    "layers": ["lint-imports", "--no-logo", "--cache-dir", ".citewell/import-linter"],
    "types": ["mypy", "--no-error-summary"],
    "tests": [
        *(*PYTEST, "tests", *(f"--ignore={each}" for each in [*AFAR, *GROWTH])),
        *("--cov", "--cov-report=", f"--cov-report=json:{REPORT}"),
    ],
    "tests from afar": [*PYTEST, *AFAR],
    "growth": [*PYTEST, *GROWTH],
}


def main(arguments: "list[str]") -> int:
    """Run what the module's text says; return the exit code of the first step that fails, or 0."""
    programs = prepare("test").parent
    environment = {**os.environ, "CITEWELL_CHROMIUM": find_browser()}
    install(AXE)
    steps = {"tests": ["pytest", *arguments]} if arguments else STEPS
    for name, (program, *options) in steps.items():
        started = time.monotonic()
        done = subprocess.run([programs / program, *options], check=False, cwd=ROOT, env=environment)
        took = time.monotonic() - started
        print(f"{name}: {'passed' if done.returncode == 0 else 'FAILED'} in {took:.1f} s", flush=True)
        if done.returncode:
            return done.returncode
    return 0 if arguments else judge_coverage(json.loads(REPORT.read_text(encoding="utf-8")))


def judge_coverage(report: "dict[str, dict[str, dict[str, dict[str, int]]]]") -> int:
    """Print each package's branch coverage from coverage.py's JSON report; return 1 if one is too low, else 0."""
    enough = True
    for package in COVERED:
        files = [each["summary"] for path, each in report["files"].items() if f"citewell/{package}/" in path]
        branches = sum(each["num_branches"] for each in files)
        percent = 100 * sum(each["covered_branches"] for each in files) / branches if branches else 0.0
        verdict = "enough" if percent >= LEAST else f"TOO LITTLE, {LEAST:.0f} % is the least"
        print(f"branch coverage of {package}/: {percent:.1f} % of {branches} ({verdict})")
        enough = enough and percent >= LEAST
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
