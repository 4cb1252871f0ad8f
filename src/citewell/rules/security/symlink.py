"""Something in the content is a symbolic link: a name that leads to a file elsewhere.

It could publish a file that was never meant to be, and it leads nowhere on another computer.

Fix it by putting a copy of the file in its place.

Wrong: `spine.svg` that leads to `/home/me/pictures/spine.svg`.

Right: the picture itself beside its article.
"""

from citewell.model.file_problems import SymbolicLink
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SEC013",
    SymbolicLink,
    message="this is a link to another file, not a file",
    hint="put the file itself here",
)
