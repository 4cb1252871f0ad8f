"""``citewell cache``: what builds and checks keep can go at any time."""

from __future__ import annotations

from tests.cli.project import Project


def test_kept_results_are_removed_and_nothing_else_changes(small: Project):
    first = small.citewell("check")
    assert small.paths.results.is_file()

    cleared = small.citewell("cache", "clear")
    assert (cleared.code, cleared.err) == (0, "")
    assert cleared.out.startswith("Removed 0.")
    assert not small.paths.results.exists()
    assert small.citewell("cache", "clear").out == "There were no kept results.\n"
    assert small.citewell("check") == first


def test_what_cannot_be_removed_is_said_in_one_line(small: Project):
    (small.paths.results / "in it").mkdir(parents=True)

    refused = small.citewell("cache", "clear")

    assert refused.code == 2
    assert "cannot be removed" in refused.err
    assert "Traceback" not in refused.err
