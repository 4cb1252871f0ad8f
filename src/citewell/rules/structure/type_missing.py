"""An article does not say what it is about: a condition, a symptom, a test or a treatment.

Where `evidence_for` in `content_src/site.yml` says what articles must stand on, it does so by their type. An article
without one escapes it. Without `evidence_for` there is no such finding.

Fix it by a line `type:` in the front matter.

Wrong:

```markdown
---
title: Do I need an MRI for back pain?
---
```

Right:

```markdown
---
title: Do I need an MRI for back pain?
type: test
---
```
"""

from citewell.diagnostics import Severity
from citewell.rules.structure.required_keys import required_key

rule = required_key(
    "ART034",
    "type",
    "this article does not say what type it is, so no evidence is asked of it",
    ("write it after the colon", ': "type: symptom", or condition, test, treatment'),
    Severity.WARNING,
)
