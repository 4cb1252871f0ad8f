"""A sentence has too many words.

Readers must remember a long sentence until its end, and those who are ill, tired or new to the language lose it
halfway. Long sentences also often have two facts but one source. Aim for 15 to 20 words.

You can change the limit: `sentence_words:` under `policies:` in `content_src/site.yml`. Sources in brackets are not
counted, and a word with a hyphen counts as one.

Fix it by making two sentences, each with its sources, or a list.

Wrong:

```markdown
Get urgent advice about back pain if you have a fever, if you have lost weight and cannot explain why, if there is a
lump or swelling in your back, or if the pain is worse at night. [@nhs-back-pain]
```

Right:

```markdown
Get urgent advice about back pain with:

- a fever [@nhs-back-pain]
- weight loss you cannot explain [@nhs-back-pain]
- a lump or swelling in your back [@nhs-back-pain]
- pain that is worse at night [@nhs-back-pain]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.lexicon.reading_grade import split_words
from citewell.plain_words.sections import list_sentences
from citewell.rules.rule import Finding, article_rule, of_english


@of_english
@article_rule("RDB001", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every sentence, list item and cell over the policy's number of words."""
    most = context.settings.policies.sentence_words
    for claim in list_sentences(numbered.article):
        count = len(split_words(claim.text)) if len(claim.text) > most else 0  # a word is at least a letter
        if count > most:
            yield Finding(
                numbered.article.locate(claim.span),
                f"this sentence has {count} words; more than {most} are hard to follow",
                "make two sentences of it, each with its sources, or a list",
            )
