"""Folders, lists, quotations, brackets or emphasis stand too deep in one another.

No reader can follow a list nine deep, Markdown begins to lose text, and such input is also used to bring programs to
a halt.

Fix it by nesting less: two levels of a list are enough for most readers.

Wrong: an item of a list in a list in a list, and so on, nine deep.

Right: a heading for each part and a list of one or two levels below it.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC017", "too-deep", "this goes too deep: {detail}", "nest it less")
