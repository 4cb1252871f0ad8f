"""`references.lock`, which holds what looking up the references found, cannot be read.

Without it nothing is known of any reference: no retraction, no dead page, no changed quote. A program writes the file,
so what is wrong with it is most often what git leaves when two people looked references up at the same time.

Fix it by taking one of the two versions whole, with `git checkout --ours content_src/references.lock` (or `--theirs`),
and running `citewell refs resolve` again. If there is no conflict, take the file from your last good copy, such as the
last commit. Without either, `citewell refs resolve --from-scratch` makes a new one; the days on which references failed
are then forgotten.

Wrong:

```
<<<<<<< HEAD
   "checked": "2026-02-01",
=======
   "checked": "2026-02-03",
>>>>>>> refs
```

Right:

```
   "checked": "2026-02-03",
```
"""

from typing import Final

from citewell.model.file_problems import LockError, UnreadableLock
from citewell.rules.problem_rule import problem_rule

_WHY: Final = {
    LockError.CONFLICT: "git left a conflict in it",
    LockError.NOT_JSON: "{found}",
    LockError.TOO_DEEP: "it is nested too deep",
    LockError.NO_REFERENCES: "it has no references",
    LockError.OTHER_VERSION: "it is of version {found}, and this program knows version {known}",
    LockError.NEWER_VERSION: "it is of version {found}, and this program knows version {known}",
    LockError.NAME_TWICE: "it tells twice of {found!r}",
    LockError.MISSING_VALUE: "of {key!r} it does not say {found!r}",
    LockError.WRONG_VALUE: "what it says of {key!r} is not as Citewell writes it",
    LockError.UNKNOWN_NAMES: "it says something unknown of {key!r}: {found}",
}
_HINT: Final = (
    "if git left a conflict here, keep one of the two versions whole and run citewell refs resolve; "
    "else take an older copy of the file, or make a new one: citewell refs resolve --from-scratch"
)


def describe_lock_error(facts: UnreadableLock) -> str:
    """Why the lock cannot be read."""
    return _WHY[facts.error].format(key=facts.key, found=facts.found, known=facts.known)


rule = problem_rule(
    "SRC030",
    UnreadableLock,
    message=lambda it: f"what looking up the references found cannot be read ({describe_lock_error(it)})",
    hint=lambda it: (
        "a newer Citewell wrote it: install that one here, too" if it.error is LockError.NEWER_VERSION else _HINT
    ),
)
