"""A file is not written in UTF-8.

UTF-8 is the one way of storing letters that every program here agrees on. In another one an accent, a "µ" or a "≥"
can come out as a different sign, and a dose with it.

Fix it by saving the file again as UTF-8; most editors offer this under "Save as", "Encoding".

Wrong: a file saved as "Unicode" by an old Windows program, which is UTF-16.

Right: the same file saved as "UTF-8".
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SRC002", "not-utf8", "{detail}", "save the file as UTF-8")
