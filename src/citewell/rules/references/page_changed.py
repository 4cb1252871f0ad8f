"""The text of a reference's page has changed since an earlier check.

Pages change for many reasons, and most changes do not affect what was cited. Only a person can tell, so this is advice.
The program itself compares pinned words (`[@key "the words"]`): if they change, it is an error at the citation.

Fix it by reading the page again with the statements that cite it; `citewell refs impact KEY` lists them. You do not
have to write anything down: the next check compares with the page as it is now.

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
            rest = "1 citation relies" if uses == 1 else f"{uses} citations rely"
            yield Finding(
                site.bibliography.references[key].place(IdentifierKind.URL),
                f'the page of "{key}", on which {rest}, had changed when it was checked on {day(locked.checked)}',
                f"read it again with the statements that cite it: citewell refs impact {key}",
            )
