"""Two articles say the same of a source, with another number, unit, degree of certainty or a "not".

One of them may be wrong: "11 people" and "about 11 people", "may help" and "helps", "5 cm" and "5 mm". Even where both
are right, a reader of both articles wonders which to believe. Only sentences that cite the same source are compared,
and only if all their other words are the same; an article that has both sentences means both.

Fix it by comparing both with the source, and by giving them the same wording. Best write it once: `citewell help write`
explains shared texts.

Wrong: "About 11 of 1,172 people had a serious disease. [@example-page]", and in another article "11 of 1,172 people had
a serious disease. [@example-page]"

Right: the same sentence in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.quote_difference import mark_difference
from citewell.citations.repeated_sentences import find_other_amounts
from citewell.diagnostics import Severity
from citewell.model.site import Site
from citewell.rules.article.sentence_repeated import name_line
from citewell.rules.rule import Finding, SiteContext, of_english, site_rule


@of_english
@site_rule("ART061", Severity.WARNING)
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Each wording that differs from the usual one in an amount."""
    for found in find_other_amounts(context.facts.documents):
        here, there = mark_difference(found.sentence.claim.text, found.usual.claim.text)
        yield Finding(
            found.sentence.place,
            f'this says "{here}", and {name_line(found.usual.place)} says "{there}"',
            "compare both with their source, and give them the same wording",
        )
