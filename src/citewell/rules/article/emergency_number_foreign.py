"""A text tells readers to call the emergency number of another country.

A reader with chest pain calls the number on the page. A number from another country, left in a copied sentence or in
the notice, reaches nobody.

The right numbers come from `region:` and `emergency_number:` in `content_src/site.yml`. A second emergency number of
the country is right too (112 beside 999 in the United Kingdom), and so is its number for non-urgent advice (111). The
rule finds numbers after words such as "call" and "dial", any such number in a care card's title, in the link to the
card and in the notice, and numbers in `tel:` links; it ignores "911 patients" and "£999". A sentence that names another
country may give its number, and so may a correction, which says what was wrong.

Fix it by writing the number of your own country, or by naming the country in the sentence: do not replace an advice
line such as the NHS's 111 with the emergency number. In the notice, write `{emergency_number}`, so that it follows the
setting.

Where `site.yml` says `emergency_number: 999`:

Wrong:

```markdown
:::{emergency} Call 911 now if you have
- chest pain [@example-page]
:::
```

Right:

```markdown
:::{emergency} Call 999 now if you have
- chest pain [@example-page]
:::
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citewell.diagnostics import Location, Severity
from citewell.lexicon.emergency_numbers import (
    COUNTRIES,
    KNOWN,
    find_called_numbers,
    find_numbers_of_countries,
    list_right_numbers,
)
from citewell.model.addresses import scheme
from citewell.model.facts import LinkUse
from citewell.model.site import Settings, Site
from citewell.rules.links.all_links import all_links
from citewell.rules.rule import Finding, SiteContext, site_rule

_OWN = "write the emergency number of your country"
_ADVICE_LINES = frozenset(number for numbers in COUNTRIES.values() for number in numbers.others)


@site_rule("ART023")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """The number in the settings, then those in the notice, in the ledger of each document and in link addresses."""
    settings = site.settings
    yield from _of_the_settings(settings)
    right = list_right_numbers(settings.region, settings.emergency_number)
    if not right:
        return
    for said in dict.fromkeys(find_called_numbers(settings.notice, only_calls=True)):
        if said.number not in right:
            yield _finding(settings.place("notice"), said.written, settings, "write {emergency_number} instead")
    for document in context.facts.documents:
        for each in document.numbers:
            if each.number not in right:
                hint = f"{_OWN}, or name the country in the sentence" if each.number in _ADVICE_LINES else _OWN
                yield _finding(each.location, each.written, settings, hint)
    for _, link in all_links(context.facts):
        number = _called_by(link)
        if number in KNOWN and number not in right:
            yield _finding(link.location, link.href, settings, _OWN)


def _of_the_settings(settings: Settings) -> Iterator[Finding]:
    """A number that the country named beside it does not have.

    Our list of countries may be wrong, so of that it only warns.
    """
    known = list(find_numbers_of_countries(settings.region))
    own = frozenset(re.findall(r"\d+", settings.emergency_number))
    if own and known and not any(own & each.emergency for each in known):
        usual = " or ".join(sorted({number for each in known for number in each.emergency}, reverse=True))
        yield Finding(
            settings.place("emergency_number"),
            f"{settings.emergency_number} is not an emergency number of {settings.region} that we know",
            f"is it {usual}? If the number is right, correct the region",
            severity=Severity.WARNING,
        )


def _called_by(link: LinkUse) -> str:
    """The number in the address of a link, if its words do not say it themselves."""
    number = re.sub(r"\D", "", link.href) if scheme(link.href) == "tel" else ""
    return "" if number in re.sub(r"\D", "", link.text) else number


def _finding(place: Location, written: str, settings: Settings, hint: str) -> Finding:
    where = f" ({settings.region})" if settings.region else ""
    number = settings.emergency_number or "another"
    message = f'readers are told to call "{written}", but the emergency number of this site{where} is {number}'
    return Finding(place, message, hint)
