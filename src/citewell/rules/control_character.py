"""The text holds a control character, which is meant for machines and not for readers.

Programs differ in what they make of it: one shows nothing, one ends the text there. Most often it was pasted from
another program.

Mend it by deleting the character; deleting the word around it and typing it again always works.

Wrong: "5 mg" with a backspace between the figure and the unit.

Right: "5 mg" with a plain space.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC010", "control-character nul-character", "a control character stands here: {detail}", "delete it")
