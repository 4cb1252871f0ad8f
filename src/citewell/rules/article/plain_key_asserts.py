"""A plain text in the front matter or a settings file states something about health without a source.

Readers see descriptions, words for pictures, corrections, explanations in the glossary and what is written about a
person, but these texts cannot have a source. "Ibuprofen cures back pain in 9 of 10 people" would be a claim that nobody
can check.

The rule finds effects ("cures", "prevents", "can reduce") and shares ("30%", "9 of 10 people"). The description of an
article, and the label of a reason for having no source, may only name something or ask: any other statement in them is
a warning. The rule leaves out what a correction says about an earlier version, and titles, which ART020 checks.

Fix it by naming or asking instead, and by stating the fact with its source in the text of an article. A correction may
keep it: list the keys of its references in `sources:` below it. The page then shows their numbers.

Wrong:

```markdown
---
title: What helps against back pain?
description: Ibuprofen cures back pain in 9 of 10 people.
---
```

Right:

```markdown
---
title: What helps against back pain?
description: What studies found about painkillers for back pain.
---
```
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.lexicon.assertions import find_effect, names_only
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.keys import ShownText, Wording
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, of_english, shortened, site_rule


@of_english
@site_rule("ART041")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every plain text that states something without a source."""
    for article in context.facts.documents:
        about_health = article.kind is ArticleKind.ARTICLE and article.status is not PublicationStatus.WITHDRAWN
        yield from _judge(article.front_texts, about_health)
    yield from _judge(site.shown)


def _judge(texts: tuple[ShownText, ...], about_health: bool = True) -> Iterator[Finding]:
    for each in texts:
        words = each.text.text
        if each.sources or each.declared.wording is Wording.HEADING:
            continue
        if stated := find_effect(words):
            yield _finding(each, stated)
        elif about_health and each.declared.wording is Wording.LABEL and not names_only(words):
            yield _finding(each, words, Severity.WARNING)


def _finding(text: ShownText, stated: str, severity: Severity | None = None) -> Finding:
    name = text.key.rpartition("/")[2]
    message = f'"{name}" seems to state something, and it has no source: "{shortened(stated)}"'
    return Finding(text.place, message, _hint(text), severity=severity)


def _hint(text: ShownText) -> str:
    if text.declared.sources:
        return f'add a line "{text.declared.sources}:" below it, with the keys of its references: "[key]"'
    return "name or ask it instead, and state it with its source in a sentence of an article"
