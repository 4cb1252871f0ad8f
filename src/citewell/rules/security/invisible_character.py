"""The text holds a character that nobody can see.

It can split a word so that no search finds it, make two keys that look alike, or hide text from whoever reviews a
change.

Fix it by deleting the character; deleting the word around it and typing it again always works.

Wrong: "sarcoma" with a zero width space (U+200B) in it, copied from a web page.

Right: "sarcoma", typed.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule("SEC012", "invisible-character", "a character nobody can see stands here: {detail}", "delete it")
