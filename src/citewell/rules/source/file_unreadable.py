"""A file cannot be read, because the system does not allow it.

What cannot be read cannot be checked, and a page without it would be wrong.

Fix it by giving yourself the right to read the file (on Linux and macOS `chmod u+r FILE`).

Wrong: `content_src/people.yml` belongs to somebody else, and only they may read it.

Right: everyone who edits the content may read all of it.
"""

from citewell.model.file_problems import UnreadableFile
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC001",
    UnreadableFile,
    message=lambda it: f"the system does not allow this file to be read: {it.reason}",
    hint="give yourself the right to read it, or ask the person who looks after the computer",
)
