"""A plain text in the front matter or a settings file states something about health, and names no source.

Descriptions, words for pictures, corrections, what a glossary says of a word, what is said of a person: readers see
them, and they have no room for a source. "Ibuprofen cures back pain in 9 of 10 people" would be a claim that nobody can
check.

In sentences (a correction, a reason, the words for a picture or for a person, what a word means) an effect is found
("cures", "prevents", "can reduce") and a share ("30%", "9 of 10 people"). In a description, and in the label of a
reason for which sentences need no source, every statement is: these only name or ask. What a correction says that an
earlier version said is not judged.

Fix it by naming or asking instead, and by stating the fact with its source in the text of an article. A correction may
keep it: list the keys of its references in `sources:` beside it. The page then shows their numbers.

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

from citewell.model.keys import ShownText, Wording
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, of_english, shortened, site_rule
from citewell.rules.structure.assertions import names_only, stated_effect


@of_english
@site_rule("ART041")
def rule(site: Site, _context: Context) -> Iterator[Finding]:
    """Every plain text that states something without a source."""
    for article in site.documents:
        yield from _judge(article.front_texts)
    yield from _judge(site.shown)


def _judge(texts: tuple[ShownText, ...]) -> Iterator[Finding]:
    for each in texts:
        stated = "" if each.sources else _statement(each)
        if stated:
            message = f'"{each.key.rpartition("/")[2]}" seems to state something, and it has no source: '
            yield Finding(each.place, f'{message}"{shortened(stated)}"', _hint(each))


def _statement(text: ShownText) -> str:
    """What a text states, or "". The title is judged as a heading."""
    match text.declared.wording:
        case Wording.LABEL:
            return "" if names_only(text.text.text) else text.text.text
        case Wording.PLAIN | Wording.NAME:
            return stated_effect(text.text.text)
        case _:
            return ""


def _hint(text: ShownText) -> str:
    if text.declared.sources:
        return f'add a line "{text.declared.sources}:" below it, with the keys of its references: "[key]"'
    return "name or ask it instead, and state it with its source in a sentence of an article"
