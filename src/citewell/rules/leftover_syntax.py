"""Signs are left over that begin a citation, a reason, a link or an attribute, and do not finish it.

Readers would see them, and a statement would have no source although its editor meant to give one.

Mend it by closing the bracket. Attributes such as `{.name}` are not part of the language: delete them. To show the
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

from citewell.model.flaws import Flaw
from citewell.rules.rule import Finding, wording_rule


@wording_rule("CIT010", "leftover-syntax")
def rule(flaw: Flaw) -> Finding:
    """The signs, and how what they begin is finished."""
    return Finding(
        flaw.location,
        f'the signs "{flaw.detail}" would be shown as they stand',
        f"{_way(flaw.detail)}; to show the signs themselves, write a backslash before them",
    )


def _way(signs: str) -> str:
    """What was most likely meant by the signs."""
    if signs.startswith("[^"):
        return "there are no footnotes: name the source as [@key] after its sentence"
    if signs.startswith("["):
        return "close the bracket with ]"
    if signs.startswith("{"):
        return "attributes are not part of the language: delete them"
    return "write a link as [words](address), with no space in the address"
