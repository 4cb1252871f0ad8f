"""`references.lock`, which holds the results of checking the references online, cannot be read.

Without it nothing is known of any reference: no retraction, no dead page, no changed quote. A program writes the file,
so the cause is most often a conflict that git leaves when two people resolved references at the same time.

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
    LockError.TOO_DEEP: "it is nested too deeply",
    LockError.NO_REFERENCES: "it has no references",
    LockError.OTHER_VERSION: "it has version {found}, and this program knows version {known}",
    LockError.NEWER_VERSION: "it has version {found}, and this program knows version {known}",
    LockError.NAME_TWICE: "it has {found!r} twice",
    LockError.MISSING_VALUE: "the entry of {key!r} has no {found!r}",
    LockError.WRONG_VALUE: "the entry of {key!r} is not as Citewell writes it",
    LockError.UNKNOWN_NAMES: "the entry of {key!r} has an unknown name: {found}",
}
_HINT: Final = (
    "if git left a conflict here, keep one of the two versions whole and run citewell refs resolve; "
    "otherwise take an older copy of the file, or make a new one: citewell refs resolve --from-scratch"
)


def describe_lock_error(facts: UnreadableLock) -> str:
    """Why the lock cannot be read."""
    where = f", at {facts.found}" if facts.error is LockError.WRONG_VALUE and facts.found else ""
    return _WHY[facts.error].format(key=facts.key, found=facts.found, known=facts.known) + where


rule = problem_rule(
    "SRC030",
    UnreadableLock,
    message=lambda it: f"the results of checking the references cannot be read ({describe_lock_error(it)})",
    hint=lambda it: (
        "a newer version of Citewell wrote it: install that version here too"
        if it.error is LockError.NEWER_VERSION
        else _HINT
    ),
)
