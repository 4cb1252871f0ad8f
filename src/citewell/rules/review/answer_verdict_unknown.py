"""An answer is not one of the verdicts.

The verdicts are yes, partly, no, cannot tell, and wrong. Anything else may mean one or another, so this answer was not
recorded. All others were.

Fix it by asking the reviewer, writing one of the five there, and reading the file again.

Wrong:

```csv
Id;Verdict;Digest
what-is-a-biopsy-fec8e7ba;mostly;#1:0123456789ab
```

Right:

```csv
Id;Verdict;Digest
what-is-a-biopsy-fec8e7ba;partly;#1:0123456789ab
```
"""

from citewell.model.answer_problems import UnknownAnswerVerdict
from citewell.model.reviews import ClaimVerdict
from citewell.rules.problem_rule import problem_rule
from citewell.rules.review.answer_cells import name_cell

_WORDS = ", ".join(ClaimVerdict)

rule = problem_rule(
    "REV035",
    UnknownAnswerVerdict,
    message=lambda it: f'{name_cell(it.cell)}"{it.found}" is {"a formula, not" if it.formula else "not"} a verdict',
    hint=lambda it: f'did you mean "{it.near}"?' if it.near and not it.formula else f"write one of {_WORDS}",
)
