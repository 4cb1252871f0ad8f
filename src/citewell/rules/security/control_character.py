"""The text holds a control character, which is meant for machines and not for readers.

Programs differ in what they make of it: one shows nothing, one ends the text there. Most often it was pasted from
another program.

Fix it by deleting the character, or by a space where it stands between two words; deleting the words around it and
typing them again always works.

Wrong: "5 mg" with a backspace between the figure and the unit.

Right: "5 mg" with a plain space.
"""

from citewell.model.problems import Problem
from citewell.rules.rule import Finding, wording_rule


@wording_rule("SEC010", "control-character nul-character")
def rule(flaw: Problem) -> Finding:
    """The character by its name; the reader names all but NUL, after which it does not read on."""
    name = flaw.detail or "NUL (U+0000); nothing of this file was read"
    way = "delete it; between two words put a space instead"
    return Finding(flaw.location, f"a control character stands here: {name}", way)
