"""Lists and groups stand too deep in one another.

No file here needs more than a few levels. Very deep ones come from a fault in a program, or are made to stop one.

Fix it by nesting less, or by taking the file from an older version.

Wrong: `topics: [[[[[[[[[[[[[[[[[back pain]]]]]]]]]]]]]]]]]`

Right: `topics: [back pain]`
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC009", "yaml-too-deep", "{detail}", "nest them less")
