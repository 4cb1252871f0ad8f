"""The text holds a character that nobody can see.

It can split a word so that no search finds it, make two keys that look alike, or hide text from the person who
reviews a change.

Fix it by deleting the character; deleting the word around it and typing it again always works.

Wrong: "sarcoma" with a zero width space (U+200B) in it, copied from a web page.

Right: "sarcoma", typed.
"""

from citewell.model.file_problems import InvisibleCharacter
from citewell.rules.problem_rule import problem_rule
from citewell.rules.security.character_names import describe_characters

rule = problem_rule(
    "SEC012",
    InvisibleCharacter,
    message=lambda it: f"this character is invisible: {describe_characters(it)}",
    hint="delete it",
)
