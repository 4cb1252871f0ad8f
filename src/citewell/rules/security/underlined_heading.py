"""A line of hyphens or `=` is directly under a text.

Markdown makes the text above it a heading, and a heading needs no source: a statement would stop being one.

Fix it by deleting the line, or by writing a heading with `##`.

Wrong:

```markdown
Most lumps are not cancer.
---
```

Right:

```markdown
## How often a lump is cancer

Most lumps are not cancer. [@example-page]
```
"""

from citewell.model.problems import Problem
from citewell.model.text_problems import UnderlinedHeading
from citewell.rules.poison import Matter, rests_on_lines
from citewell.rules.problem_rule import ProblemContext, wording_rule
from citewell.rules.rule import Finding, shortened


@wording_rule("SEC005", UnderlinedHeading)
def rule(problem: Problem[UnderlinedHeading], _context: ProblemContext) -> Finding:
    """Such a line, except one that should close the front matter: that is already reported."""
    return Finding(
        problem.location,
        f'the line below would turn this text into a heading: "{shortened(problem.facts.text)}"',
        "put an empty line between them, or write the heading with ##",
        premises=(rests_on_lines(Matter.FIRST_LINE, problem.location),),
    )
