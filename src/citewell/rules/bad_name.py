"""The name of a file or folder cannot be used.

An article's folder becomes its address, so its name must work in every browser and on every computer: small letters a to z,
figures and hyphens.

Mend it by renaming the file or folder. Where a page was published under the old name, tell whoever looks after the site, so
that old links still work.

Wrong: `content_src/articles/Is it a Lump?/`

Right: `content_src/articles/is-it-a-lump/`
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC018", "bad-name", "{detail}", 'rename it, for example to "{suggestion}"')
