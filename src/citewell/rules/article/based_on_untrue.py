"""An article says that it is based on a body whose works do not carry it.

`based_on: [WHO]` shows "Based on: WHO" below the title. Readers then take the page for what that body says. So the
works of the bodies that are named there must support each sentence of the key takeaway that has a source, and at least
half of the citations must be to them (`based_on_share` under `policies` in `content_src/site.yml`).

A citation with `[contradicts @key]` or `[background @key]` does not count for them. A work is theirs if its
`publisher`, `authority`, `container-title` or author has the name, its beginning or its initials.

Fix it by citing their works where they say the same, or by deleting the name. If the works are cited already, check the
`publisher` of the references.

Wrong:

```markdown
---
title: Is back pain dangerous?
based_on: [WHO]
---

:::{takeaway}
Back pain is rarely dangerous. [@example-review]
:::
```

Right:

```markdown
---
title: Is back pain dangerous?
---

:::{takeaway}
Back pain is rarely dangerous. [@example-review]
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.citations.publishers import is_published_by
from citewell.lexicon.organisations import spell_body
from citewell.model.article import PublicationStatus
from citewell.model.claims import Claim
from citewell.model.source_location import Placed
from citewell.rules.missing import cites_known_keys_only, rests_on_marks
from citewell.rules.rule import Finding, article_rule, shortened

_CITE: Final = "cite works of that body where they say the same, or delete the name"


@article_rule("ART050")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every body that an article is said to be based on and that does not carry it."""
    front = numbered.article.front
    if not front.based_on or front.status is PublicationStatus.WITHDRAWN or not cites_known_keys_only(numbered):
        return
    works = {named: _find_works(numbered, spell_body(named.text)) for named in front.based_on}
    uncited = [named for named, own in works.items() if not own]
    for named in uncited:
        name = spell_body(named.text)
        message = f"the article is said to be based on {name}, but cites nothing that {name} published"
        yield Finding(numbered.article.locate(named.span), message, _CITE)
    if not uncited:
        yield from _judge_takeaway(numbered, works)
        yield from _judge_share(numbered, works, context.settings.policies.based_on_share)


def _find_works(numbered: NumberedArticle, name: str) -> frozenset[str]:
    """The keys of the sources that a body published."""
    references = (entry.reference for entry in numbered.entries)
    return frozenset(each.key for each in references if is_published_by(each, name))


def _judge_takeaway(numbered: NumberedArticle, works: Mapping[Placed, frozenset[str]]) -> Iterator[Finding]:
    """Sentences of the key takeaway that no body carries, and bodies that carry none of them."""
    article, names = numbered.article, _list_names(works)
    cited = [claim for claim in article.claims if claim.block == "takeaway" and claim.citations]
    if not cited:
        message = f"the article is said to be based on {names}, but no sentence of its key takeaway has a source"
        yield Finding(article.locate(next(iter(works)).span), message, _CITE)
        return
    support = [(claim, _find_support(claim, numbered)) for claim in cited]
    for claim, keys in support:
        if keys.isdisjoint(frozenset().union(*works.values())):
            yield Finding(
                article.locate(claim.span),
                f'the article is said to be based on {names}, whose works do not carry this: "{shortened(claim.text)}"',
                _CITE,
                premises=rests_on_marks(article, claim),
            )
    for named, own in works.items() if len(works) > 1 else ():
        if all(keys.isdisjoint(own) for _, keys in support):
            message = f"no sentence of the key takeaway relies on {spell_body(named.text)}"
            yield Finding(article.locate(named.span), message, _CITE)


def _find_support(claim: Claim, numbered: NumberedArticle) -> frozenset[str]:
    """The keys of the sources that support a claim."""
    marks = (numbered.mark(item) for item in claim.supporting)
    return frozenset(mark.entry.reference.key for mark in marks if mark)


def _judge_share(numbered: NumberedArticle, works: Mapping[Placed, frozenset[str]], least: int) -> Iterator[Finding]:
    """A share of the citations that is too small; one of another intent counts among all of them only."""
    own = frozenset().union(*works.values())
    uses = [(entry.reference.key, use.item) for entry in numbered.entries for use in entry.uses]
    count, total = sum(key in own and item.is_support for key, item in uses), len(uses)
    if count * 100 < least * total:
        message = f"{count} of {total} citations ({count * 100 // total}%) are to works of {_list_names(works)}"
        yield Finding(
            numbered.article.locate(next(iter(works)).span),
            f'{message}; an article with this "based_on" needs {least}%',
            _CITE,
        )


def _list_names(works: Mapping[Placed, frozenset[str]]) -> str:
    *others, last = (spell_body(named.text) for named in works)
    return f"{', '.join(others)} or {last}" if others else last
