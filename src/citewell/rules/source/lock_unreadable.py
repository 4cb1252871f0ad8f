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

from citewell.rules.rule import flaw_rule

rule = flaw_rule(
    "SRC030",
    "lock-unreadable",
    "what looking up the references found cannot be read ({detail})",
    "if git left a conflict here, keep one of the two versions whole and run citewell refs resolve; "
    "else take an older copy of the file, or make a new one: citewell refs resolve --from-scratch",
)
