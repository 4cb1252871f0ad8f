"""A picture file is damaged, or is not the kind of picture its name says.

Some readers would see a broken picture, and what cannot be read cannot be checked.

Mend it by exporting the picture again, as SVG, PNG, JPEG or WebP, with the ending that belongs to it. An SVG needs a
`viewBox`, which gives its size.

Wrong: a web page saved as `spine.png`.

Right: `spine.png`, exported from a drawing program as PNG.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC016", "picture-unreadable", "{detail}", "export the picture again")
