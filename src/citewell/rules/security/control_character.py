"""The text holds a control character, which is meant for machines and not for readers.

Programs treat it differently: one shows nothing, another ends the text there. Most often it was pasted from
another program.

Fix it by deleting the character, or by putting a space if it is between two words; deleting the words around it and
typing them again always works.

Wrong: "5 mg" with a backspace between the figure and the unit.

Right: "5 mg" with a plain space.
"""

from citewell.model.file_problems import ControlCharacter, NulCharacter, OddCharacter
from citewell.rules.problem_rule import problem_rule
from citewell.rules.security.character_names import describe_characters


def _describe(facts: OddCharacter) -> str:
    """The character; after a NUL the reader does not read on."""
    unread = "; nothing of this file was read" if isinstance(facts, NulCharacter) else ""
    return f"this is a control character: {describe_characters(facts)}{unread}"


rule = problem_rule(
    "SEC010",
    ControlCharacter,
    NulCharacter,
    message=_describe,
    hint="delete it; if it is between two words, put a space instead",
)
