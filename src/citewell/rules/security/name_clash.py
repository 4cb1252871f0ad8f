"""Two names differ only in capitals, or only in how an accent is stored.

On Windows and macOS they are the same name, and one of the two files would overwrite the other.

Fix it by renaming one of them.

Wrong: `spine.svg` and `Spine.svg` in one folder.

Right: `spine.svg` and `spine-side.svg`.
"""

from citewell.model.file_problems import NameClash
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SEC019",
    NameClash,
    message=lambda it: f'this name differs from "{it.other}" only in capitals or in how its accents are stored',
    hint="rename one of the two",
)
