"""Lists and groups are nested too deeply.

No file here needs more than a few levels. Very deep ones come from an error in a program, or are made to stop one.

Fix it by nesting less, or by taking the file from an older version.

Wrong: `topics: [[[[[[[[[[[[[[[[[back pain]]]]]]]]]]]]]]]]]`

Right: `topics: [back pain]`
"""

from citewell.model.yaml_problems import YamlTooDeep
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "SRC009",
    YamlTooDeep,
    message=lambda it: f"lists and groups are nested more than {it.most} deep",
    hint="nest them less",
)
