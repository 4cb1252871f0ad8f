"""``citewell claims``: the ledger in a file, which is never lost."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.project import Project

ARTICLE = "content_src/articles/can-stress-cause-headaches"


def test_a_worksheet_is_a_file_that_a_spreadsheet_reads(small: Project):
    done = small.citewell("claims", ARTICLE, "--format", "csv", "--output", "review.csv")

    assert (done.code, done.err) == (0, "")
    with Path(small.root, "review.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert done.out == f"Wrote review.csv: {len(rows)} rows.\n"
    assert {row["Place"].rpartition(":")[0] for row in rows} == {f"{ARTICLE}/article.md"}
    assert all(row["Sources"].startswith("1. ") == (row["Status"] == "cited") for row in rows)


def test_a_worksheet_that_somebody_filled_in_stays(small: Project):
    small.write("review.csv", "filled in")

    done = small.citewell("claims", "--format", "csv", "--output", "review.csv")

    assert (done.code, done.out) == (2, "")
    assert "review.csv already exists" in done.err
    assert small.read("review.csv") == "filled in"


def test_a_file_has_no_colours(small: Project):
    small.citewell("claims", ARTICLE, "--output", "claims.txt", FORCE_COLOR="1")

    assert "\x1b" not in small.read("claims.txt")
    assert small.citewell("claims", ARTICLE).out == small.read("claims.txt")


SHARED = "content_src/shared/rest.md"


def test_rows_of_a_shared_text_have_its_place(small: Project):
    small.write(SHARED, "Rest a lot. [no source: advice]\n")
    path = f"{ARTICLE}/article.md"
    small.write(path, small.read(path).replace("## When", ":::{use} rest\n\n## When"))

    own = small.citewell("claims", ARTICLE).out
    assert f"       in {SHARED}\n    1  waived       Rest a lot." in own
    assert f"       in {path}\n" in own

    shared = small.citewell("claims", SHARED).out
    assert shared.startswith(f"{path}\n       in {SHARED}\n    1  waived       Rest a lot.")
    assert shared.endswith("1 claim: 0 cited, 0 uncited, 1 waived; 0 rows not a claim\n")
