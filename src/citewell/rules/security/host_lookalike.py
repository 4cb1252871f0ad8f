"""An address leads to a host whose name looks like the name of another host.

Impostors register names that look like known ones: with a Cyrillic "а" for a Latin "a", "rn" for "m", a 1 for an l, a
missing letter, or the real name before their own (`nhs.uk.example.com`). Readers cannot see it, and an editor who
copies an address from a mail or a search result may not see it either.

It is an error when a name mixes scripts, or has letters of another script that look like Latin ones, also in its `xn--`
form (following Unicode Technical Standard #39). It is a warning when a name is very similar to one that your references
or links use at least as often; two honest sites may have such names.

Fix it by typing the address by hand, or by copying it again from the site itself.

Wrong:

```yaml
URL: https://www.rnayoclinic.org/diseases-conditions/soft-tissue-sarcoma/
```

Right:

```yaml
URL: https://www.mayoclinic.org/diseases-conditions/soft-tissue-sarcoma/
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from citewell.citations.identifiers.detours import find_detour
from citewell.citations.identifiers.hosts import parse_ip
from citewell.diagnostics import Severity
from citewell.lexicon.confusables import decode_host, describe_deception, make_skeleton
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule
from citewell.rules.security.external_links import host, outward_addresses

# Under these, as in "org.uk", the name of a site has one part more.
_SHARED: Final = frozenset("ac co com edu go gob gouv gov govt ne net nhs or org".split())
_SHORTEST: Final = 6  # letters; shorter names differ by one letter honestly (bmj, bmc)
_LONGEST: Final = 63  # octets of a label (RFC 1035, section 2.3.4); no host has a longer one


@site_rule("SEC021")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every address whose host deceives by itself, or is very like a host used at least as often."""
    addresses = outward_addresses(site, context.facts)
    uses = [(decode_host(host(address)), place) for address, place, *_ in addresses if find_detour(address) is None]
    counts = Counter(_site(name) for name, _ in uses if name)
    near = _near(counts)
    hint = "type the address by hand, or copy it again from the site itself"
    for name, place in uses:
        own = _site(name)
        if fault := describe_deception(name):
            yield Finding(place, f'the host "{name}" {fault}', hint, severity=Severity.ERROR)
        elif own in near:
            message = f'"{own}" looks very similar to "{near[own]}", which other addresses here use'
            yield Finding(place, message, f'if "{near[own]}" was meant, {hint}', severity=Severity.WARNING)
        elif inner := _in_front(name, counts):
            message = f'this address leads to "{own}", not to "{inner}", although it begins with that name'
            yield Finding(place, message, hint, severity=Severity.WARNING)


def _site(name: str) -> str:
    """The part of a host name that somebody registered, such as ``nhs.uk``; by rule of thumb, without a list of all."""
    labels = name.removeprefix("www.").split(".")
    return ".".join(labels[-3 if len(labels) > 2 and labels[-2] in _SHARED else -2 :])


def _in_front(name: str, sites: Mapping[str, int]) -> str | None:
    """A known site whose whole name is in a host name, with another site after it."""
    labels = name.split(".")
    parts = (
        ".".join(labels[start:end]) for end in range(2, len(labels) - 1) for start in range(max(0, end - 3), end - 1)
    )
    found = next((part for part in parts if part in sites), None)
    return found if found and parse_ip(name) is None else None  # the numbers of an IP address are not names


def _near(sites: Mapping[str, int]) -> Mapping[str, str]:
    """Each site that looks like one used more often, or as often and sooner, and that one."""
    known: dict[str, str] = {}
    near: dict[str, str] = {}
    for site in sorted(sites, key=lambda each: -sites[each]):
        name = site.partition(".")[0]
        other = next((known[each] for each in _list_shapes(name, "less", "whole") if each in known), None)
        if other is None or other.partition(".")[0] == name:
            for each in _list_shapes(name, "whole", "less"):
                known.setdefault(each, site)
        else:
            near[site] = other
    return near


def _list_shapes(name: str, whole: str, less: str) -> Iterator[str]:
    """What two names share when they look the same, or when one letter is wrong, missing, too many or swapped.

    A name that is whole in one is one that lacks a letter in the other: they ask with ``whole`` and ``less`` exchanged.
    """
    yield f"shape {make_skeleton(name)}"
    if not _SHORTEST <= len(name) <= _LONGEST:
        return
    yield f"{whole} {name}"
    for here, character in enumerate(name):
        if not character.isdigit():  # volumes and servers are numbered honestly
            rest = name[:here] + name[here + 1 :]
            yield f"{less} {rest}"
            yield f"{here} but {rest}"
            yield f"{here} swapped {name[:here]}{''.join(sorted(name[here : here + 2]))}{name[here + 2 :]}"
