"""Signs are left over that begin a citation, a reason, a link or an attribute, and do not finish it.

Readers would see them, and a statement would have no source although its editor meant to give one.

Fix it by closing the bracket. Attributes such as `{.name}` are not part of the language: delete them. To show the
signs themselves, write a backslash before them.

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
from citewell.model.problems import Problem
from citewell.rules.rule import Finding, wording_rule


@wording_rule("CIT010", "leftover-syntax")
def rule(flaw: Problem) -> Finding:
    """The signs, and how what they begin is finished."""
    return Finding(
        flaw.location,
        f'the signs "{flaw.detail}" would be shown as they stand',
        f"{_way(flaw.detail)}; to show the signs themselves, write a backslash before them",
    )


_LANGUAGE: Final = (
    "write [the words]{lang=la}: words in brackets, no space, and only a tag such as la or pt-BR in the braces"
)
_WAYS: Final = {
    "[": "close the bracket with ]",
    "{lang": _LANGUAGE,
    "]{": _LANGUAGE,
    "}[": _LANGUAGE,
    "{": "attributes are not part of the language: delete them",
    "**": "end the strong words with ** too, with no space before it",
    "__": "end the strong words with __ too, with no space before it",
    "~~": "struck text is not part of the language: delete the words or the signs",
    ":": "a block begins with three colons, as in :::{note}",
    "|": "a table needs a line such as |---|---| below its first line",
}


def _way(signs: str) -> str:
    """What was most likely meant by the signs."""
    if signs.startswith("[^"):
        return "there are no footnotes: name the source as [@key] after its sentence"
    if signs.startswith("{lang=") and (tag := tag_of(signs.partition("=")[2].lstrip('"'))):
        return f"the tag of this language is {tag}: write {{lang={tag}}}"
    return next(
        (way for beginning, way in _WAYS.items() if signs.startswith(beginning)),
        "write a link as [words](address), with no space in the address",
    )
