"""The words of a link do not say where it leads.

Many people who listen to a page jump from link to link, or ask for a list of all links. "Click here" then says nothing,
and two links with the same words sound like one. An address as text is read out letter by letter.

Words that say nothing are an error: there is always a better place for the link in the same sentence (WCAG 2.2, success
criterion 2.4.9). An address as text, and the same words for two places, are a warning, because the sentence around them
may tell (2.4.4).

Fix it by linking the words that say what readers will find there.

Wrong:

```markdown
For first aid, [click here](https://www.nhs.uk/conditions/first-aid/).
```

Right:

```markdown
See the NHS on [first aid](https://www.nhs.uk/conditions/first-aid/).
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from citewell.diagnostics import Severity
from citewell.lexicon.empty_phrases import EMPTY_LINK_TEXTS
from citewell.model.addresses import document_path, follow, scheme
from citewell.model.facts import Card, LinkUse
from citewell.model.site import Site
from citewell.rules.links.all_links import all_links
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule
from citewell.rules.security.external_links import host

_ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+/\S+", re.IGNORECASE)
_ORIGIN: Final = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")


@site_rule("LNK005", Severity.WARNING)
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every link whose words say nothing, are an address, or lead elsewhere further up on the page."""
    for _, pairs in groupby(all_links(context.facts), key=lambda pair: pair[0].path):
        yield from _on_page(pairs)


def _on_page(pairs: Iterable[tuple[Card, LinkUse]]) -> Iterator[Finding]:
    first: dict[str, tuple[str, LinkUse]] = {}
    for document, link in pairs:
        words = " ".join(_WORD.findall(link.text.casefold()))
        hint = "link the words that say what readers will find there"
        if not words or words in EMPTY_LINK_TEXTS:
            shown = f'"{shortened(link.text)}" does not say' if link.text else "no words say"
            message = f"{shown} where this link leads"
            yield Finding(link.location, message, hint, severity=Severity.ERROR)
        elif _ADDRESS.fullmatch(link.text):
            yield Finding(link.location, "this link is an address, which is read out letter by letter", hint)
        else:
            target = _target(document, link)
            there, other = first.setdefault(words, (target, link))
            if there != target:
                yield Finding(
                    link.location,
                    f'"{shortened(link.text)}" leads somewhere else in line {other.location.line}',
                    "make the words of each link different",
                )


def _target(document: Card, link: LinkUse) -> str:
    """Where a link leads, however it is written."""
    inside = follow(link.href, document_path(document.slug, document.kind)) if scheme(link.href) is None else None
    if inside:
        return f"{inside.path}#{inside.fragment}"
    return _ORIGIN.sub(lambda origin: host(origin[0]), link.href, count=1).rstrip("/")
