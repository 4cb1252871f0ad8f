"""Something in the content is no ordinary file: a pipe, a socket, a device, or a folder where a file belongs.

Reading one can wait for ever.

Fix it by deleting it and putting the right file in its place.

Wrong: a folder called `article.md`.

Right: a file called `article.md`.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC014", "not-a-regular-file", "this is {detail}, not a file with text or a picture", "delete it")
