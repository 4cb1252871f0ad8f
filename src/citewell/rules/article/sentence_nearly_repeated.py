"""Sentences of two articles are nearly the same.

They cite sources for the same statement in slightly different words. When one of them is corrected, the other one is
easily forgotten.

Fix it by giving them the same words, or by writing the block once in `content_src/shared/`: `citewell help write`
explains it. This is only advice: often the words differ because the article around them does.

Wrong: "Most lumps are not cancer. [@example-page]", and in another article "Most of these lumps are not a cancer.
[@example-page]"

Right: the same sentence in both, or two that say different things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from citewell.citations.repeated_sentences import NearTwins, find_near_twins
from citewell.diagnostics import Severity
from citewell.model.site import Site
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule

_NAMED: Final = 5  # pairs of lines


@site_rule("ART065", Severity.ADVICE)
def rule(_site: Site, context: SiteContext) -> Iterator[Finding]:
    """Each pair of articles with such sentences, once, at the first of them in the later article."""
    pairs: dict[tuple[str, str], list[NearTwins]] = defaultdict(list)
    for twins in find_near_twins(context.facts.documents):
        pairs[twins.sentence.place.path, twins.other.place.path].append(twins)
    for (_, other), found in pairs.items():
        found.sort(key=lambda twins: twins.sentence.place)
        first = found[0]
        lines = ", ".join(f"{each.sentence.place.line} (there {each.other.place.line})" for each in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        one = len(found) == 1
        yield Finding(
            first.sentence.place,
            f"{'a sentence is' if one else f'{len(found)} sentences are'} nearly the same as in {other}: "
            f'{"line" if one else "lines"} {lines}{more}, "{shortened(first.sentence.claim.text)}"',
            "if they say the same, use the same words, or write them once as a shared text",
        )
