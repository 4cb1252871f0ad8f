"""Branch coverage is judged for each package, not for their sum."""

from __future__ import annotations

import importlib.util
from pathlib import Path

SPEC = importlib.util.spec_from_file_location("run_tests", Path(__file__).parents[2] / "scripts/test.py")
assert SPEC
assert SPEC.loader
run_tests = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(run_tests)


def report(**covered: int):
    """A coverage report with 100 branches in each package."""
    return {
        "files": {
            f"src/citewell/{package}/file.py": {"summary": {"num_branches": 100, "covered_branches": branches}}
            for package, branches in covered.items()
        }
    }


def test_95_per_cent_in_each_is_enough(capsys):
    assert run_tests.judge_coverage(report(source=95, citations=100, blocks=96, rules=95)) == 0
    assert "branch coverage of source/: 95.0 % of 100 (enough)" in capsys.readouterr().out


def test_one_package_below_it_fails_though_the_others_make_up_for_it(capsys):
    assert run_tests.judge_coverage(report(source=94, citations=100, blocks=100, rules=100)) == 1
    assert "branch coverage of source/: 94.0 % of 100 (TOO LITTLE, 95 % is the least)" in capsys.readouterr().out


def test_a_package_that_was_not_measured_fails():
    assert run_tests.judge_coverage(report(source=100, citations=100, blocks=100)) == 1
