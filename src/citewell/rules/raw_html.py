"""HTML tags and comments are not part of the content language.

A tag can hide a statement from the checks, break the page, or run a script. Everything a page needs has a block or a
Markdown sign of its own.

Mend it by taking the tag out; to show a `<` sign itself, write `\\<`.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC001", "raw-html", "HTML is not allowed here: {detail}", r"take it out; for the sign itself write \<")
