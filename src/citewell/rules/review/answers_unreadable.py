"""A file of answers from a reviewer or a program cannot be read.

Nothing was recorded. The file itself is not touched, so no answer is lost.

Fix it by asking for the file again: the reviewer opens the packet in the browser that she used, where her answers are
still there, and saves them once more. A worksheet must be saved as CSV, with the columns Id, Digest, Section and
Verdict as they were; other columns may be moved, added or removed.

Wrong:

```csv
Text;Verdict
Stress is one of several causes.;yes
```

Right:

```csv
Id;Text;Verdict;Digest
what-is-a-headache-fec8e7ba;Stress is one of several causes.;yes;#1:0123456789ab
```
"""

from typing import Final

from citewell.model.answer_problems import AnswersError, UnreadableAnswers
from citewell.rules.problem_rule import problem_rule

_WHY: Final = {
    AnswersError.ENCODING: "its text is not in an encoding that is known here",
    AnswersError.EMPTY: "it is empty",
    AnswersError.NOT_JSON: "it is cut off, or is not JSON: {found}",
    AnswersError.TOO_DEEP: "it is nested too deeply",
    AnswersError.NAME_TWICE: 'it has "{found}" twice in one place',
    AnswersError.OTHER_FILE: "it is not what a packet saves",
    AnswersError.NO_COLUMN: 'it has no column "{found}"',
    AnswersError.COLUMN_TWICE: 'it has the column "{found}" twice',
    AnswersError.BROKEN_TABLE: "it is not a table of CSV: {found}",
}
_WORKSHEET: Final = frozenset({AnswersError.NO_COLUMN, AnswersError.COLUMN_TWICE, AnswersError.BROKEN_TABLE})

rule = problem_rule(
    "REV031",
    UnreadableAnswers,
    message=lambda it: f"these answers cannot be read: {_WHY[it.error].format(found=it.found)}",
    hint=lambda it: (
        "save the worksheet as CSV again, with the columns Id, Digest, Section and Verdict as citewell claims wrote "
        "them"
        if it.error in _WORKSHEET
        else "ask the reviewer to save the answers in the packet again, and to send the file as it is"
    ),
)
