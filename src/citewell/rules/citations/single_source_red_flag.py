"""Signs in an urgent or emergency card have sources from only one publisher.

These lines decide whether somebody calls for help. If a page is wrong, out of date or misread, a second source from
another publisher shows it.

Publishers count, not pages: two pages of the NHS count as one, two articles in the same journal count as two.
`red_flag_sources` in `content_src/site.yml` says how many publishers a sign should have; with 1 there is no warning.
Each card is reported once.

Fix it by adding a second source to these items, if there is one that says the same. If there is none, leave the item
and the warning as they are: advice from one good source is better than none.

Wrong:

```markdown
:::{urgent} Ask for an urgent appointment if you have
- a lump in your back [@nhs-back-pain; @nhs-lumps]
:::
```

Right:

```markdown
:::{urgent} Ask for an urgent appointment if you have
- a lump in your back [@nhs-back-pain; @example-guideline]
:::
```
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.blocks.card import CareCard, Urgency
from citewell.blocks.list import List
from citewell.citations.number import NumberedArticle
from citewell.citations.publishers import find_publisher, is_periodical, normalise_publisher
from citewell.diagnostics import Severity
from citewell.model.references import Reference
from citewell.rules.rule import Finding, article_rule, shortened

_PRESSING: Final = (Urgency.URGENT, Urgency.EMERGENCY)


class CardItem(NamedTuple):
    """A cited item of a card, and the references that support it."""

    text: str
    references: tuple[Reference, ...]

    @property
    def voices(self) -> int:
        """How many independent publishers support it; each article of a journal counts as its own."""
        return len({each.key if is_periodical(each) else _voice(each) for each in self.references})


def _voice(reference: Reference) -> str:
    return normalise_publisher(find_publisher(reference)) or reference.key


@article_rule("CIT017", Severity.WARNING)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """One finding for each urgent or emergency card that has such items."""
    wanted = context.settings.policies.red_flag_sources
    starts = [claim.span.start for claim in numbered.article.claims]
    for card in numbered.article.nodes:
        if isinstance(card, CareCard) and card.urgency in _PRESSING:
            cited = [
                item for part in card.content if isinstance(part, List) for item in _find_items(part, numbered, starts)
            ]
            few = [item for item in cited if item.voices < wanted]
            if few:
                yield Finding(
                    numbered.article.locate(card.span),
                    _message(few, len(cited), wanted),
                    "add a source from another publisher, if there is one that says the same",
                )


def _find_items(items: List, numbered: NumberedArticle, starts: Sequence[int]) -> Iterator[CardItem]:
    """The cited claims of a list; one with a key that names no reference is reported elsewhere.

    ``starts`` is where each claim of the article begins.
    """
    within = slice(bisect_left(starts, items.span.start), bisect_left(starts, items.span.end))
    for claim in numbered.article.claims[within]:
        marks = [numbered.mark(item) for item in claim.supporting]
        if marks and all(marks):
            yield CardItem(claim.text, tuple(mark.entry.reference for mark in marks if mark))


def _message(few: Sequence[CardItem], total: int, wanted: int) -> str:
    references = [each for item in few for each in item.references]
    name = find_publisher(references[0])
    lack = f"from fewer than {wanted} publishers" if wanted > 2 else "from only one publisher"
    if wanted == 2 and name and len(set(map(_voice, references))) == 1:
        lack += f", {name}"
    if len(few) == total:
        return (
            f"every sign of this card has sources {lack}"
            if total > 1
            else f"the only sign of this card has sources {lack}"
        )
    named = ", ".join(f'"{shortened(item.text)}"' for item in few)
    verb = "has" if len(few) == 1 else "have"
    return f"{len(few)} of the {total} signs of this card {verb} sources {lack}: {named}"
