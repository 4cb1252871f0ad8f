"""A statement has no answer.

What nobody answered is not approved: the section that it is in is not signed. The other answers are recorded.

Fix it by asking the reviewer for the missing answers. If she cannot judge a statement, "cannot tell" says so.

Wrong:

```csv
Id;Text;Verdict;Digest
what-is-a-biopsy-fec8e7ba;Doctors take a small sample.;;#1:0123456789ab
```

Right:

```csv
Id;Text;Verdict;Digest
what-is-a-biopsy-fec8e7ba;Doctors take a small sample.;cannot tell;#1:0123456789ab
```
"""

from citewell.diagnostics import Severity
from citewell.model.answer_problems import MissingAnswer
from citewell.rules.problem_rule import problem_rule
from citewell.rules.review.answer_cells import name_cell
from citewell.rules.rule import shortened

rule = problem_rule(
    "REV038",
    MissingAnswer,
    message=lambda it: (
        f'{name_cell(it.cell)}no answer to "{shortened(it.text)}"'
        f"{f', so the note on it is not recorded: “{it.note}”' if it.note else ''}"
    ),
    hint="its section is not signed; ask the reviewer for the answer",
    severity=Severity.WARNING,
)
