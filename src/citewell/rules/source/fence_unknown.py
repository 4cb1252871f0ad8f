"""A block has an unknown name.

Its content would be shown as plain text: a misspelt emergency card would not be a card.

Fix it by writing the right name: `takeaway`, `key-takeaways`, `comparison`, `non-urgent`, `urgent`, `emergency`,
`do`, `dont`, `note` or `figure`.

Wrong:

```markdown
:::{emergancy} Call 999 if you have
- numbness around your genitals [@example-page]
:::
```

Right:

```markdown
:::{emergency} Call 999 if you have
- numbness around your genitals [@example-page]
:::
```
"""

from __future__ import annotations

from citewell.blocks import fence_names
from citewell.citations.find_reference import find_similar_keys, is_misspelling
from citewell.diagnostics import Fix, Location
from citewell.model.problems import Problem
from citewell.model.source_location import Span
from citewell.model.text_problems import UnknownFence
from citewell.rules.problem_rule import ProblemContext, wording_rule
from citewell.rules.rule import Finding, fixable, shortened


@fixable
@wording_rule("SRC021", UnknownFence)
def rule(problem: Problem[UnknownFence], context: ProblemContext) -> Finding:
    """An unknown name, with the known one that looks like it."""
    name, near = problem.facts.name, problem.facts.nearest
    place = _place_of_name(problem, context)
    sure = find_similar_keys(name, fence_names()) == (near,) and is_misspelling(name, near)
    return Finding(
        place,
        f'unknown block "{shortened(name)}"',
        f'did you mean "{near}"?' if near else f"the blocks are: {', '.join(fence_names())}",
        Fix(f'write "{near}"', place, near) if sure else None,
    )


def _place_of_name(problem: Problem[UnknownFence], context: ProblemContext) -> Location:
    """Where the name is, between its braces."""
    source = context.source
    assert source is not None, "blocks are parts of articles"
    start = source.text.index("{", source.span(problem.location).start) + 1
    return source.locate(Span(start, start + len(problem.facts.name)))
