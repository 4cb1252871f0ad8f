"""A statement has two different answers in one file.

Only the reviewer knows which of them counts, so neither was recorded. All others were.

Fix it by asking the reviewer, deleting the other answer, and reading the file again.

Wrong:

```csv
Id;Verdict;Digest
what-is-a-biopsy-fec8e7ba;yes;#1:0123456789ab
what-is-a-biopsy-fec8e7ba;no;#1:0123456789ab
```

Right:

```csv
Id;Verdict;Digest
what-is-a-biopsy-fec8e7ba;no;#1:0123456789ab
```
"""

from citewell.model.answer_problems import AnsweredTwice
from citewell.rules.problem_rule import problem_rule
from citewell.rules.review.answer_cells import name_cell
from citewell.rules.rule import shortened

rule = problem_rule(
    "REV036",
    AnsweredTwice,
    message=lambda it: (
        f'{name_cell(it.cell)}another answer is on line {it.first}, and says something else of "{shortened(it.text)}"'
    ),
    hint="ask the reviewer which one counts, and delete the other",
)
