"""A picture file is damaged, too large to draw, or not the kind of picture its name says.

Some readers would see a broken picture, and what cannot be read cannot be checked. A browser needs four bytes of memory
for each pixel, however small the file is, so a picture may have 25 million pixels and be 20,000 pixels wide or high. A
PNG or WebP must not ask in its EXIF to be turned, because only some browsers do that; a JPEG may.

Fix it by exporting the picture again, as SVG, PNG, JPEG or WebP, with the ending that belongs to it. An SVG needs a
`viewBox`, which gives its size.

Wrong: a web page saved as `spine.png`.

Right: `spine.png`, exported from a drawing program as PNG.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC016", "picture-unreadable", "{detail}", "export the picture again")
