"""Characters are left over that begin a citation, a reason, a link or an attribute but do not finish it.

Readers would see them, and a statement would have no source although its editor meant to give one.

Fix it by closing the bracket. Attributes such as `{.name}` are not part of the language: delete them. To show the
characters themselves, write a backslash before them.

Wrong:

```markdown
Most lumps are not cancer. [@example-page
```

Right:

```markdown
Most lumps are not cancer. [@example-page]
```
"""

from typing import Final

from citewell.messages.languages import tag_of
from citewell.model.text_problems import LeftoverSyntax
from citewell.rules.problem_rule import problem_rule

_LANGUAGE: Final = (
    "write [the words]{lang=la}: words in brackets, no space, and only a tag such as la or pt-BR in the braces"
)
_HINTS: Final = {
    "[": "close the bracket with ]",
    "{lang": _LANGUAGE,
    "]{": _LANGUAGE,
    "}[": _LANGUAGE,
    "{": "attributes are not part of the language: delete them",
    "**": "end the bold words with ** too, with no space before it",
    "__": "end the bold words with __ too, with no space before it",
    "~~": "struck text is not part of the language: delete the words or the characters",
    ":": "a block begins with three colons, as in :::{note}",
    "|": "a table needs a line such as |---|---| below its first line",
}


def _suggest(characters: str) -> str:
    """What was most likely meant by the characters."""
    if characters.startswith("[^"):
        return "there are no footnotes: name the source as [@key] after its sentence"
    if characters.startswith("{lang=") and (tag := tag_of(characters.partition("=")[2].lstrip('"'))):
        return f"the tag of this language is {tag}: write {{lang={tag}}}"
    return next(
        (hint for beginning, hint in _HINTS.items() if characters.startswith(beginning)),
        "write a link as [words](address), with no space in the address",
    )


rule = problem_rule(
    "CIT010",
    LeftoverSyntax,
    message=lambda it: f'the characters "{it.characters}" would be shown as they are',
    hint=lambda it: f"{_suggest(it.characters)}; to show the characters themselves, write a backslash before them",
)
