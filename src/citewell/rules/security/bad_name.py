"""The name of a file or folder cannot be used.

An article's folder becomes its address, so its name must work in every browser and on every computer: small letters a
to z, figures and hyphens.

Fix it by renaming the file or folder. Where a page was published under the old name, tell whoever looks after the
site, so that old links still work.

Wrong: `content_src/articles/Is it a Lump?/`

Right: `content_src/articles/is-it-a-lump/`
"""

from citewell.model.problems import Problem
from citewell.rules.rule import Finding, wording_rule


@wording_rule("SEC018", "bad-name")
def rule(flaw: Problem) -> Finding:
    """The reader's reason, and a name that can be used where it knows one."""
    example = f', for example to "{flaw.suggestion}"' if flaw.suggestion else ""
    return Finding(flaw.location, flaw.detail, f"rename it{example}")
