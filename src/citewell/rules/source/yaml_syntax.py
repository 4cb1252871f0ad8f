"""Front matter or a `.yml` file cannot be read as "key: value" lines.

What comes after the error is not read, so other errors below it appear only after this one is fixed.

Fix it as the hint says. Most often a text that holds a colon and a space, or begins with `[` or `{`, needs double
quotes, a quotation mark is not closed, or a line begins in the wrong column.

Wrong:

```markdown
---
title: Back pain: when to worry
---
```

Right:

```markdown
---
title: "Back pain: when to worry"
---
```
"""

from typing import Final

from citewell.model.yaml_problems import YamlError, YamlSyntax
from citewell.rules.problem_rule import problem_rule

_QUOTES: Final = 'put the text in double quotes: "..."'
_MESSAGES: Final = {
    YamlError.TAB: "there is a tab where only spaces are allowed",
    YamlError.BAD_BEGINNING: 'a text cannot begin with "{found}" without quotes',
    YamlError.PERCENT: 'a line cannot begin with "%"',
    YamlError.DIRECTIVE: 'a line cannot begin with "%"',
    YamlError.ESCAPE: "a backslash inside double quotes is not read as a backslash",
    YamlError.QUOTE_NOT_CLOSED: "this quotation mark is never closed",
    YamlError.LIST_NOT_CLOSED: 'a list that begins with "[" is not closed',
    YamlError.GROUP_NOT_CLOSED: 'a group that begins with "{{" is not closed',
    YamlError.FLOW_INCOMPLETE: 'something is missing in a list that begins with "[" or a group that begins with "{{"',
    YamlError.COLON_IN_TEXT: "a text without quotes cannot hold a colon and a space",
    YamlError.NO_COLON: "this line has no key with a colon",
    YamlError.LIST_BESIDE_KEY: "a list cannot begin on the line of its key",
    YamlError.AFTER_SINGLE_QUOTE: "something follows the closing quotation mark",
    YamlError.AFTER_DOUBLE_QUOTE: "something follows the closing quotation mark",
    YamlError.AFTER_BRACKET: 'something follows the closing "{found}"',
    YamlError.KEY_COLUMN: "this line does not fit under the lines above it",
    YamlError.ITEM_COLUMN: "this line does not continue the list above it",
    YamlError.KEY_NOT_PLAIN: "a key must be one plain word",
    YamlError.UNKNOWN: "this is not YAML that Citewell can read",
}
_HINTS: Final = {
    YamlError.TAB: "replace the tab with spaces",
    YamlError.BAD_BEGINNING: _QUOTES,
    YamlError.PERCENT: _QUOTES,
    YamlError.DIRECTIVE: "delete the line",
    YamlError.ESCAPE: "use single quotes, or write the backslash twice",
    YamlError.QUOTE_NOT_CLOSED: "close it at the end of the text",
    YamlError.LIST_NOT_CLOSED: (
        'put commas between its items and close it with "]"; put a text that begins with "[" in double quotes'
    ),
    YamlError.GROUP_NOT_CLOSED: (
        'put commas between its parts and close it with "}}"; put a text that begins with "{{" in double quotes'
    ),
    YamlError.FLOW_INCOMPLETE: "write it, or close the list or group",
    YamlError.COLON_IN_TEXT: "put the text in double quotes, or check that the line begins in the right column",
    YamlError.NO_COLON: 'write "key: value"; indent a text that continues on the next line',
    YamlError.LIST_BESIDE_KEY: 'begin it on the next line with "- "',
    YamlError.AFTER_SINGLE_QUOTE: (
        "inside single quotes write an apostrophe twice, or put the whole text in double quotes"
    ),
    YamlError.AFTER_DOUBLE_QUOTE: (
        "put the whole text in single quotes, or a backslash before each quotation mark inside it"
    ),
    YamlError.AFTER_BRACKET: 'put a text that begins with "{opening}" in double quotes',
    YamlError.KEY_COLUMN: "start all keys of a group in the same column",
    YamlError.ITEM_COLUMN: 'start all items in the same column, with "- "',
    YamlError.KEY_NOT_PLAIN: 'write "key: value", and put a text that begins with "{{" or "[" in double quotes',
    YamlError.UNKNOWN: "check the punctuation and the indentation here",
}

rule = problem_rule(
    "SRC005",
    YamlSyntax,
    message=lambda it: _MESSAGES[it.error].format(found=it.found),
    hint=lambda it: _HINTS[it.error].format(opening=it.opening),
)
