"""Keys of the front matter that must have a value; when they must is declared with the key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import Article, ArticleKind
from citewell.model.keys import group_of
from citewell.model.policies import Policies
from citewell.model.slugs import make_slug
from citewell.rules.missing import locate_absence
from citewell.rules.rule import Finding, Rule, article_rule, describe_rule


class RequiredKey(NamedTuple):
    """A key, and what is said where it lacks a value that it must have.

    ``message`` says what the article lacks. The hint is ``fill``, where the key is there without a value, or "add a
    line"; then ``example``.
    """

    key: str
    message: str
    fill: str
    example: str


def _find_lack(numbered: NumberedArticle, context: ArticleContext, required: RequiredKey) -> Iterator[Finding]:
    """The finding about an article that lacks a value; it rests on the key being left out."""
    article = numbered.article
    if lacks(article, required.key, context.settings.policies):
        lack = locate_absence(article, required.key)
        hint = f"{lack.ask(required.fill)}{required.example}"
        yield Finding(lack.place, required.message, hint, premises=lack.premises)


def _make_rule(code: str, required: RequiredKey, severity: Severity = Severity.ERROR) -> Rule:
    @article_rule(code, severity)
    def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
        yield from _find_lack(numbered, context, required)

    return rule


def lacks(article: Article, name: str, policies: Policies) -> bool:
    """Whether an article has no value for a key that it must have by what is declared of the key."""
    key = group_of(type(article.front)).key(name)
    need = key.declared.need if key else None
    if key is None or need is None or getattr(article.front, key.field):
        return False
    asked = not need.policy or bool(getattr(policies, need.policy))
    concerned = article.kind is ArticleKind.ARTICLE or not need.articles_only
    return asked and concerned and article.front.status not in need.unless


_TOPICS: Final = RequiredKey(
    "topics",
    "this article has no topic",
    "write one between the brackets",
    ': "topics: [headache]"',
)


@article_rule("ART010")
def _find_topic_faults(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """An article without topics, and every topic without a letter or figure."""
    yield from _find_lack(numbered, context, _TOPICS)
    for topic in numbered.article.front.topics:
        if not make_slug(topic.text):
            message = f'the topic "{topic.text}" has no letters or digits, so it cannot have a page'
            yield Finding(numbered.article.locate(topic.span), message, "name it in words, or delete it")


_ART003: Final = """
An article or page has no description.

Search engines and lists show it below the title, and many readers use it to decide whether this page is what they need.
Without it, a search engine picks any sentence.

Fix it by adding a line `description:` to the front matter: one sentence that says which question the page answers.

Wrong:

```markdown
---
title: When should a lump be checked?
---
```

Right:

```markdown
---
title: When should a lump be checked?
description: Which lumps need to be seen by a doctor, and how soon.
---
```
"""

_ART009: Final = """
An article names no author.

Readers of health pages want to know who wrote them, and whom to tell about a mistake.

Fix it by adding a line `authors:` to the front matter, with ids from `content_src/people.yml`.

Wrong:

```markdown
---
title: When should a lump be checked?
---
```

Right:

```markdown
---
title: When should a lump be checked?
authors: [editorial-team]
---
```
"""

_ART010: Final = """
An article has no topic, or a topic that cannot have a page.

Readers find articles on the page of their topic; an article without one appears only in the list of all articles. The
page's address is made from the letters and digits of the topic, so it needs at least one.

Fix it by adding a line `topics:` to the front matter.

Wrong:

```markdown
---
title: When should a lump be checked?
---
```

Right:

```markdown
---
title: When should a lump be checked?
topics: [soft tissue sarcoma]
---
```
"""

_ART011: Final = """
A published article has no date.

Health advice goes out of date. Readers must see how old an article is.

Fix it by adding a line `published:` to the front matter, with the day on which the article was or will be published.

Wrong:

```markdown
---
title: When should a lump be checked?
status: published
---
```

Right:

```markdown
---
title: When should a lump be checked?
status: published
published: 2026-02-15
---
```
"""

_ART034: Final = """
An article does not say what it is about: a condition, a symptom, a test or a treatment.

`evidence_for` in `content_src/site.yml` sets the required evidence by the type of article. An article without a type
escapes this requirement. Without `evidence_for`, the rule finds nothing.

Fix it by adding a line `type:` to the front matter.

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

rules: Final = (
    describe_rule(
        _make_rule(
            "ART003",
            RequiredKey(
                "description",
                "there is no description",
                "go on with",
                ' "description: …", one sentence that says which question the page answers',
            ),
        ),
        "description-missing",
        _ART003,
    ),
    describe_rule(
        _make_rule(
            "ART009",
            RequiredKey(
                "authors",
                "this article names no author",
                "write",
                ' "authors: [id]" with ids from people.yml',
            ),
        ),
        "author-missing",
        _ART009,
    ),
    describe_rule(
        _find_topic_faults,
        "topic-missing",
        _ART010,
    ),
    describe_rule(
        _make_rule(
            "ART011",
            RequiredKey(
                "published",
                "this article has no date of publication",
                "write a day,",
                ' such as "published: 2026-02-15"',
            ),
        ),
        "date-missing",
        _ART011,
    ),
    describe_rule(
        _make_rule(
            "ART034",
            RequiredKey(
                "type",
                "this article does not give its type, so no evidence is required of it",
                "write it after the colon",
                ': "type: symptom", or condition, test, treatment',
            ),
            Severity.WARNING,
        ),
        "type-missing",
        _ART034,
    ),
)
