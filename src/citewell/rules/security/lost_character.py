"""A character was lost when the text was pasted or saved, and something else is in its place.

A "≥" or a "µ" that became a box changes a dose or a limit, and nobody who reads the page can tell what it was.

Fix it by finding the character in the original and typing it; a bullet from a word processor becomes `- ` at the
beginning of a line.

Wrong: "a lump of â‰¥ 5 cm", which was "≥ 5 cm" before the file was opened in the wrong encoding.

Right: "a lump of 5 cm or more".
"""

from citewell.model.file_problems import LostCharacter
from citewell.rules.problem_rule import problem_rule


def _describe(facts: LostCharacter) -> str:
    if facts.more:
        return f"{facts.more:,} more characters were lost in this file"
    text = facts.character
    shown = f'"{text}"' if text.startswith("â") else f"U+{ord(text):04X}"
    return f"a character was lost here; {shown} is in its place"


rule = problem_rule(
    "SEC020",
    LostCharacter,
    message=_describe,
    hint="find out from the original what it was, and type it",
)
