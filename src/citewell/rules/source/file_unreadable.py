"""A file cannot be read, because the system does not allow it.

What cannot be read cannot be checked, and a page without it would be wrong.

Fix it by giving yourself the right to read the file (on Linux and macOS `chmod u+r FILE`).

Wrong: `content_src/people.yml` belongs to somebody else, and only they may read it.

Right: everyone who edits the content may read all of it.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC001",
    "file-unreadable",
    "the system does not let this file be read: {detail}",
    "give yourself the right to read it, or ask who looks after the computer",
)
