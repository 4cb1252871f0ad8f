"""The last online check of a reference is older than the site allows.

Pages move, disappear and change, and studies are retracted. A result from a year ago says little about today.

The limit is `check_age` in `content_src/site.yml`, in days. If all the checked references of a file are over the limit,
the file is reported once. References that have never been checked are reported by REF012, and references that no
document cites are not reported.

Fix it by checking the references again: `citewell refs resolve`. If that runs automatically every week
(`citewell help evidence`), this finding means that it has stopped.

Wrong: with `check_age: 180`, `content_src/references.lock` says that `example-page` was checked on 4 January, and today
is 22 November.

Right: it was checked in the last 180 days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from citewell.diagnostics import Location, Severity
from citewell.messages.days import day
from citewell.model.references import Reference
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF030", Severity.WARNING, Severity.ERROR)
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
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
            said = f"all references in this file were last checked {ago}"
            yield Finding(Location(path), said, "run citewell refs resolve")
            continue
        for checked, reference in old:
            said = f'"{reference.key}" was last checked on {day(checked)}, more than {limit} days ago'
            yield Finding(reference.place(), said, f"run citewell refs resolve {reference.key}")
