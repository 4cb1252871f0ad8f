r"""HTML tags and comments are not part of the content language.

A tag can hide a statement from the checks, break the page, or run a script. Everything that a page needs has a block or
Markdown characters of its own.

Fix it by taking the tag out; to show a `<` itself, write `\<`.

Wrong:

```markdown
Most lumps are <b>not</b> cancer. [@example-page]
```

Right:

```markdown
Most lumps are **not** cancer. [@example-page]
```
"""

import re
from typing import Final

from citewell.model.text_problems import RawHtml
from citewell.rules.problem_rule import problem_rule
from citewell.rules.rule import shortened

_TAG: Final = re.compile(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_INSTEAD: Final = {
    "a": "write [words](address)",
    "b": "write **words**",
    "strong": "write **words**",
    "i": "write *words*",
    "em": "write *words*",
    "br": "take it out; an empty line starts a new paragraph",
    "p": "take it out; an empty line starts a new paragraph",
    "div": "take it out; for a card or a note use a block such as :::{note}",
    "img": "put the picture in a block of its own: :::{figure}",
    "table": "write the table with pipes, or as :::{comparison}",
    "ul": 'take it out; begin each item with "- "',
    "ol": 'take it out; begin each item with "1. "',
    "li": 'take it out; begin each item with "- "',
}


def _suggest(facts: RawHtml) -> str:
    """What to write instead of a usual tag."""
    tag = _TAG.match(facts.html)
    return _INSTEAD.get(tag[1].lower() if tag else "", r"take it out; to show the character itself, write \<")


rule = problem_rule(
    "SEC001",
    RawHtml,
    message=lambda it: f"HTML is not allowed here: {shortened(it.html)}",
    hint=_suggest,
)
