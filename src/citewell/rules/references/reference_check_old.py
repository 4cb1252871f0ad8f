"""A reference was last looked up longer ago than the site allows.

Pages move, vanish and change, and studies are retracted. What was found a year ago says little about today.

The limit is `check_age` in `content_src/site.yml`, in days. If all references of a file that were looked up at all
are over it, the file is reported once. What was never looked up is told of by REF012, and what no document cites does
not count.

Fix it by looking the references up again: `citewell refs resolve`. Where that runs by itself every week
(handbook/evidence.md), this finding says that it stopped running.

Wrong: with `check_age: 180`, `content_src/references.lock` says of `example-page` that it was looked up on 4 January,
and today is 22 November.

Right: it was looked up in the last 180 days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from citewell.diagnostics import Location, Severity
from citewell.messages.days import day
from citewell.model.references import Reference
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("REF030", Severity.WARNING, Severity.ERROR)
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every such reference; of a file with no newer check the file."""
    limit = site.settings.policies.check_age
    oldest = context.today - timedelta(days=min(limit, context.today.toordinal() - 1))
    files: dict[str, list[tuple[date, Reference]]] = defaultdict(list)
    for key, reference in site.bibliography.references.items():
        if key in context.cited and (locked := context.known.get(key)):
            files[reference.place().path].append((locked.checked, reference))
    for path, looked_up in files.items():
        old = [(checked, reference) for checked, reference in looked_up if checked < oldest]
        if 1 < len(old) == len(looked_up):
            first = min(checked for checked, _ in old)
            ago = f"more than {limit} days ago, the first on {day(first)}"
            said = f"all references in this file were last looked up {ago}"
            yield Finding(Location(path), said, "run citewell refs resolve")
            continue
        for checked, reference in old:
            said = f'"{reference.key}" was last looked up on {day(checked)}, more than {limit} days ago'
            yield Finding(reference.place(), said, f"run citewell refs resolve {reference.key}")
