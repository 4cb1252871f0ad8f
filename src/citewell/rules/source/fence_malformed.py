"""A line begins with three colons but does not open a block.

Its words would be shown as they stand, and what should be a card would be plain text.

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
from citewell.model.problems import Problem
from citewell.rules.rule import Finding, shortened, wording_rule

_NAME: Final = re.compile(r":{3,}\s*\{([^{}]*)\}")


@wording_rule("SRC019", "fence-malformed")
def rule(flaw: Problem) -> Finding:
    """The line, and the name that was meant where white space alone is wrong in it."""
    written = _NAME.match(flaw.detail)
    name = "-".join(written[1].lower().split()) if written else ""
    near = difflib.get_close_matches(name, fence_names(), 1) if written and written[1].strip() != name else []
    way = f'did you mean "{near[0]}"? ' if near else ""
    return Finding(
        flaw.location,
        f'"{shortened(flaw.detail)}" begins like a block and is none',
        f"{way}write three colons and the name in braces, with nothing between: :::{{{near[0] if near else 'note'}}}",
    )
