"""The files of recorded reviews: what is read of them, and what is wrong with one that no command wrote."""

from __future__ import annotations

from datetime import date

import pytest

from citewell.model.evidence import Verdict
from citewell.model.reviews import ClaimVerdict, ReviewedClaim, ReviewRole, write_claim_lines
from citewell.model.source_location import SourceText
from citewell.source.reviews import ReadReviews, read_reviews

FILE = """\
reviews:
  - by: ada-fiction
    role: medical
    date: 2026-02-01
    due: 2028-02-01
    note: Read beside the guideline.
    sections:
      - anchor: tests
        heading: "Tests: which?"
        digest: "1:00"
        claims: |-
          1:aa Tests: which?
          1:bb Few are needed.
      - anchor: content
        digest: "1:01"
        claims: |-
          1:cc Is it a lump?
    references:
      - key: nhs
        fingerprint: "2:0123"
        verdict: ok
      - key: who
        fingerprint: "2:4567"
    verdicts:
      - claim: x-12345678
        digest: "1:bb"
        verdict: "no"
        note: It says “some”.
    digest: "1:ff"
programs:
  - program: example
    version: "2"
    date: 2026-02-02
    digest: "1:ee"
    verdicts:
      - claim: x-12345678
        digest: "1:bb"
        verdict: cannot-tell
"""


def read(text: str) -> ReadReviews:
    return read_reviews(SourceText("content_src/reviews/x.yml", text))


def test_a_file_is_read_whole():
    file, problems = read(FILE)
    (review,), (program,) = file.reviews, file.programs
    assert problems == ()
    assert file.people == ()
    assert (review.by, review.role, review.on, review.due) == (
        "ada-fiction",
        ReviewRole.MEDICAL,
        date(2026, 2, 1),
        date(2028, 2, 1),
    )
    assert list(review.sections) == ["tests", "content"]
    assert review.sections["tests"].claims == (
        ReviewedClaim("1:aa", "Tests: which?"),
        ReviewedClaim("1:bb", "Few are needed."),
    )
    assert {each.key: each.verdict for each in review.references.values()} == {"nhs": Verdict.OK, "who": None}
    assert [(each.verdict, each.note) for each in review.verdicts] == [(ClaimVerdict.NO, "It says “some”.")]
    assert (program.program, program.version, program.verdicts[0].verdict) == ("example", "2", "cannot-tell")
    assert review.location.line == 2


def test_claims_are_written_as_they_are_read():
    claims = (ReviewedClaim("1:aa", "One  line\u2028of text: # it"), ReviewedClaim("1:bb", ""))
    section = read(FILE).file.reviews[0].sections["tests"]
    written = write_claim_lines(claims)
    assert type(section)("a", "1:0", written).claims == (
        ReviewedClaim("1:aa", "One line of text: # it"),
        ReviewedClaim("1:bb", ""),
    )


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("role: medical", "role: doctor", ["3:11 wrong-value"]),
        ("date: 2026-02-01", "date: soon", ["4:11 wrong-value"]),
        ('verdict: "no"', "verdict: never", ["27:18 wrong-value"]),
        ("reviews:\n", "review:\n", ["1:1 unknown-key"]),
        ('    digest: "1:ff"\n', "", ["2:5 missing-key"]),
        ("programs:", "programs: &a", ["30:11 yaml-anchor"]),
    ],
)
def test_what_no_command_wrote_is_one_problem(old: str, new: str, problems: list[str]):
    found = read(FILE.replace(old, new)).problems
    assert [f"{each.location.line}:{each.location.column} {each.kind}" for each in found] == problems
