"""A value in a file of answers is missing, or is not what it must be.

A program cannot know what was meant, so the answer it belongs to was not recorded. All others were, unless the value is
one that they all depend on.

Fix it by putting back what the packet or the worksheet had there, and reading the file again.

Wrong:

```json
{"claim": "what-is-a-biopsy-fec8e7ba", "digest": "12", "verdict": "yes"}
```

Right:

```json
{"claim": "what-is-a-biopsy-fec8e7ba", "digest": "1:0123456789ab", "verdict": "yes"}
```
"""

from typing import Final

from citewell.model.answer_problems import WantedValue, WrongAnswerValue
from citewell.rules.problem_rule import problem_rule
from citewell.rules.review.answer_cells import name_cell

_WANTED: Final = {
    WantedValue.TEXT: "a text",
    WantedValue.NOTE: "a text of at most 5,000 characters",
    WantedValue.DIGEST: "the digest that was there",
    WantedValue.CLAIM: "the id that was there",
    WantedValue.VERDICT: "a text, or null",
    WantedValue.DAY: "a day such as 2026-12-01, and not in the future",
    WantedValue.FLAG: "true or false",
    WantedValue.OBJECT: "an object",
    WantedValue.ARTICLE: "the name of an article's folder",
    WantedValue.SOMEBODY: "a person, or a program and its version",
}

rule = problem_rule(
    "REV034",
    WrongAnswerValue,
    message=lambda it: (
        f'{name_cell(it.cell)}"{it.name}" must be {_WANTED[it.wanted]}{f", and is {it.found}" if it.found else ""}'
    ),
    hint="put back what the packet, the worksheet or the exported file had there, and read the file again",
)
