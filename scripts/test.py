#!/usr/bin/env python3
"""Run every check of the project: ``scripts/test.py``; or some of the tests: ``scripts/test.py tests/site -k swap``.

Without arguments: lint, format, layers and types, then all tests, the quickest first, stopping at the first group in
which something fails; at the end the branch coverage of the packages that read what editors write. With arguments: only
pytest, with them.
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
# The tests that reach those packages directly, and quickly: to measure coverage doubles the time of a test.
MEASURED = [
    *(f"tests/{name}" for name in ("blocks", "citations", "commonmark", "fixes", "formats", "keys", "lexicon")),
    *(f"tests/{name}" for name in ("markup", "model", "plain_words", "render", "rules", "source", "workspace")),
    *(f"tests/cli/test_{name}.py" for name in ("advise", "check", "claims", "fix", "golden", "new", "refs_list")),
]
# Of these, what takes long and reaches nothing that others do not; and what times its work, which measuring disturbs.
NOT_MEASURED = {
    *("test_growth.py", "test_kept_results.py", "test_number_isolation.py", "test_preview.py", "test_related.py"),
    "test_workers.py",
}
FILES = sorted(
    str(file.relative_to(ROOT))
    for path in (ROOT / each for each in MEASURED)
    for file in (path.rglob("test_*.py") if path.is_dir() else [path])
    if file.name not in NOT_MEASURED
)
# A browser leaves an event loop running in its worker, where no other test could start one.
BROWSER = "tests/browser"
REPORT = ROOT / ".citewell" / "coverage.json"
# The tests wait as often as they compute: with one worker a core, two cores were busy for 58 % of the time.
WORKERS = (3 * (os.cpu_count() or 1) + 1) // 2
PYTEST = ["pytest", "--quiet", f"--numprocesses={WORKERS}"]
# Each group runs at once; the next follows if all of it passed.
STEPS = (
    {
        "lint": ["ruff", "check", "--quiet", "--output-format=concise"],
        "format": ["ruff", "format", "--check", "--quiet"],
        "layers": ["lint-imports", "--no-logo", "--cache-dir", ".citewell/import-linter"],
        "types": ["mypy", "--no-error-summary"],
    },
    {
        "tests, with coverage": [
            *(*PYTEST, *FILES, "--cov", "--cov-report=", f"--cov-report=json:{REPORT}"),
        ],
    },
    {"other tests": [*PYTEST, "tests", *(f"--ignore={each}" for each in [BROWSER, *FILES])]},
    {"tests in a browser": [*PYTEST, BROWSER]},
)


def main(arguments: "list[str]") -> int:
    """Run what the module's text says; return the exit code of a step that fails, or 0."""
    programs = prepare("test").parent
    environment = {**os.environ, "CITEWELL_CHROMIUM": find_browser()}
    install(AXE)
    for group in ({"tests": ["pytest", *arguments]},) if arguments else STEPS:
        started = time.monotonic()
        running = {
            name: subprocess.Popen([programs / program, *options], cwd=ROOT, env=environment)
            for name, (program, *options) in group.items()
        }
        codes = {name: process.wait() for name, process in running.items()}
        verdicts = ", ".join(f"{name} {'FAILED' if code else 'passed'}" for name, code in codes.items())
        print(f"{verdicts}: {time.monotonic() - started:.1f} s", flush=True)
        if any(codes.values()):
            return max(codes.values(), key=abs)
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
