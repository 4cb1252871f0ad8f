"""An answer is about a statement that has changed since the packet was made.

The reviewer has not seen the new words or the new sources. Her answer is kept with the digest of the old ones, and
counts for nothing else: the section is not signed.

Fix it by sending her a new packet. It shows what has changed, so that she answers only that.

Wrong:

```csv
Id;Text;Verdict;Digest
what-is-a-biopsy-fec8e7ba;The statement as it was last month.;yes;#1:0123456789ab
```

Right:

```csv
Id;Text;Verdict;Digest
what-is-a-biopsy-1a2b3c4d;The statement as it is now.;yes;#1:ba9876543210
```
"""

from citewell.model.answer_problems import AnswerToChangedClaim
from citewell.rules.problem_rule import problem_rule
from citewell.rules.review.answer_cells import name_cell
from citewell.rules.rule import shortened


def _describe(it: AnswerToChangedClaim) -> str:
    cell = name_cell(it.cell)
    if not it.new:
        return f'{cell}the statement that was answered is not in the article any more: "{shortened(it.old)}"'
    if it.new.split() == it.old.split():
        return f'{cell}the sources of a statement have changed since it was answered: "{shortened(it.new)}"'
    was = f'"{shortened(it.old)}" was answered, and' if it.old else "a statement has changed since it was answered:"
    return f'{cell}{was} it says "{shortened(it.new)}" now'


rule = problem_rule(
    "REV037",
    AnswerToChangedClaim,
    message=_describe,
    hint="the answer is kept as one about the old words; send the reviewer a new packet",
)
