"""Answers do not say whose they are, or name somebody who is not in `people.yml`.

A review is a person's, so nothing was recorded.

Fix it by naming the person with `--by`, or by adding them to `content_src/people.yml`.

Wrong:

```console
citewell review what-is-a-biopsy --from worksheet.csv
```

Right:

```console
citewell review what-is-a-biopsy --from worksheet.csv --by jane-doe
```
"""

from citewell.model.answer_problems import UnknownAnswerer
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "REV033",
    UnknownAnswerer,
    message=lambda it: (
        f'these answers are by "{it.name}", and no person has this id'
        if it.name
        else "these answers do not say whose they are"
    ),
    hint=lambda it: (
        f'did you mean "{it.near}"? Then say --by {it.near}'
        if it.near
        else "name the person with --by: an id from content_src/people.yml"
    ),
)
