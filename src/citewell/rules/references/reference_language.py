"""The `language` of a reference is not a language tag.

A screen reader reads the title with a voice for this language. It understands only tags: `de`, not `German` or `ger`.
`citewell refs import` and `citewell refs add` write tags automatically.

Fix it by writing the tag (BCP 47), or by deleting the line.

Wrong: `language: German`

Right: `language: de`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.diagnostics import Severity
from citewell.messages.languages import is_tag, tag_of
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, site_rule


@site_rule("REF040", Severity.WARNING)
def rule(site: Site, _context: SiteContext) -> Iterator[Finding]:
    """Every language that is a name, or has a shorter code."""
    for reference in site.bibliography.references.values():
        language = reference.fields.get("language", "")
        tag = tag_of(language)
        if language and (tag or not is_tag(language)):
            yield Finding(
                reference.place("language"),
                f'"{language}" of "{reference.key}" is not a language tag',
                f"write language: {tag}" if tag else "write its tag, such as de for German, or delete the line",
            )
