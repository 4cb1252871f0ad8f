"""The text of a reference's page has changed since it was looked up before.

Pages change for many reasons, and most of them do not touch what was cited. Only a person can tell, so this is advice.
Words that are pinned (`[@key "the words"]`) are compared by the program: if they change it is an error at the citation.

Fix it by reading the page again with the statements that cite it; `citewell refs impact KEY` lists them. Nothing has
to be written down: the next look compares with the page as it is now.

Wrong: `content_src/references.lock` says `changed` of a reference that three sentences rest on.

Right: an editor has read the page again, and corrected the sentence that it no longer supports.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.messages.days import day
from citewell.model.evidence import Verdict
from citewell.model.references import IdentifierKind
from citewell.model.site import Site
from citewell.rules.rule import Context, Finding, site_rule


@site_rule("REF015", Severity.ADVICE)
def rule(site: Site, context: Context) -> Iterator[Finding]:
    """Every cited reference whose page has changed."""
    for key, locked in context.known.items():
        uses = context.cited.get(key, 0)
        if locked.verdict is Verdict.CHANGED and uses:
            rest = "1 citation rests" if uses == 1 else f"{uses} citations rest"
            yield Finding(
                site.bibliography.references[key].place(IdentifierKind.URL),
                f'the page of "{key}", on which {rest}, had changed when it was looked up on {day(locked.checked)}',
                f"read it again with the statements that cite it: citewell refs impact {key}",
            )
