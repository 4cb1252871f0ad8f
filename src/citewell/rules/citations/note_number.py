"""A number is where another system puts the mark of a source.

It came along when the text was pasted. It leads nowhere here, and it hides where the sentence before it ends, so that a
sentence without a source could pass.

It is found in square brackets, raised, or glued to a word or a full stop, and in round brackets where it is not a
count, an age or a dose.

Fix it by naming the source as `[@key]` after the sentence. To show the characters themselves, write a backslash before
the bracket, or a space before the number.

Wrong:

```markdown
Most lumps are not cancer.[1] See a doctor about one that grows. [@example-page]
```

Right:

```markdown
Most lumps are not cancer. [@example-review] See a doctor about one that grows. [@example-page]
```
"""

from citewell.model.text_problems import NoteNumber
from citewell.rules.problem_rule import problem_rule

rule = problem_rule(
    "CIT015",
    NoteNumber,
    message=lambda it: f'"{it.characters}" looks like a note mark pasted from elsewhere',
    hint="name the source as [@key] after its sentence; the build makes the numbers",
)
