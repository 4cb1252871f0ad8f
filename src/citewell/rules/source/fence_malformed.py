"""A line begins with three colons but does not open a block.

Its words would be shown as they are, and what should be a card would be plain text.

Fix it by writing the name in braces directly after the colons.

Wrong:

```markdown
:::note
The study is from 1988. [@example-page]
:::
```

Right:

```markdown
:::{note}
The study is from 1988. [@example-page]
:::
```
"""

import difflib
import re
from typing import Final

from citewell.blocks import fence_names
from citewell.model.text_problems import MalformedFence
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

_NAME: Final = re.compile(r":{3,}\s*\{([^{}]*)\}")


def _suggest(facts: MalformedFence) -> str:
    """How a block begins, with the name that was meant if only its white space is wrong."""
    written = _NAME.match(facts.line)
    name = "-".join(written[1].lower().split()) if written else ""
    near = difflib.get_close_matches(name, fence_names(), 1) if written and written[1].strip() != name else []
    meant = f'did you mean "{near[0]}"? ' if near else ""
    example = near[0] if near else "note"
    return f"{meant}write three colons and the name in braces, with nothing between: :::{{{example}}}"


rule = problem_rule(
    "SRC019",
    MalformedFence,
    message=lambda it: f'"{shortened(it.line)}" looks like a block but is not one',
    hint=_suggest,
)
