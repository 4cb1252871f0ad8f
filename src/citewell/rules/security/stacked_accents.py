"""One letter carries more accents than any language writes.

Such letters cover the lines above and below them, and thousands of accents on one letter keep a program busy for
hours. At most 30 are read, the limit of the Unicode Standard (Annex 15, Stream-Safe Text Format). Nothing of the file
was read.

Fix it by deleting the letter with its accents, and typing it again.

Wrong: an "e" with forty acute accents on it.

Right: an "é".
"""

from citewell.model.file_problems import StackedAccents
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SEC045",
    StackedAccents,
    message=lambda it: f"{it.count:,} accents are on one letter; nothing of this file was read",
    hint="delete the letter with its accents, and type it again",
)
