"""Something in the content is a symbolic link: a name that leads to a file elsewhere.

It could publish a file that was never meant to be, and it leads nowhere on another computer.

Fix it by putting a copy of the file in its place.

Wrong: `spine.svg` that leads to `/home/me/pictures/spine.svg`.

Right: the picture itself beside its article.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC013", "symlink", "this is a link to another file, not a file", "put the file itself here")
