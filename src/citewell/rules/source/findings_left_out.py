"""A rule has so many findings in one file that only the first ones are listed.

For each rule, the first 100 findings in a file are listed. This one says how many more there are, and is an error if
one of them is. They usually have one cause: a file from another program, a wrong setting, or pasted text that lost its
formatting.

Fix it by correcting the listed ones, then check again. `citewell check --fix` fixes everything that it can, listed or
not.

Wrong: an article of 500 sentences without sources.

Right: the same article with a source for each.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.rules.budget import LeftOut
from citewell.rules.rule import Finding, findings_rule


@findings_rule("SRC045")
def rule(left_out: LeftOut, _context: object) -> Iterator[Finding]:
    """One finding for each rule and file, at the first place that is not listed."""
    more = "1 more finding" if left_out.number == 1 else f"{left_out.number:,} more findings"
    yield Finding(
        left_out.place,
        f"here and below there are {more} of {left_out.code} in this file",
        "correct those that are listed, then check again",
        severity=left_out.severity,
    )
