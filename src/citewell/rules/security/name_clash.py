"""Two names differ only in capitals, or only in how an accent is stored.

On Windows and macOS they are the same name, and one of the two files would overwrite the other.

Fix it by renaming one of them.

Wrong: `spine.svg` and `Spine.svg` in one folder.

Right: `spine.svg` and `spine-side.svg`.
"""

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SEC019",
    "name-clash",
    'this name is the same as "{detail}" but for capitals or the way its accents are stored',
    "rename one of the two",
)
