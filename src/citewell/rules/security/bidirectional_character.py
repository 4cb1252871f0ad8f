"""The text holds an invisible character that changes the direction in which it is shown.

With it, what readers see is in another order than what is checked: "10 mg or 50 mg" can be shown the other way round.

Fix it by deleting the character; deleting the word around it and typing it again always works.

Wrong: a figure wrapped in a right-to-left override (U+202E).

Right: the figure alone.
"""

from citewell.model.file_problems import BidirectionalCharacter
from citewell.rules.problem_rule import problem_rule
from citewell.rules.security.character_names import describe_characters

rule = problem_rule(
    "SEC011",
    BidirectionalCharacter,
    message=lambda it: f"this character changes the direction of the text: {describe_characters(it)}",
    hint="delete it",
)
