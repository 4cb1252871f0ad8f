"""A statement pins no words of its sources, although the site wants them for statements of this kind.

`quote_for:` under `policies:` in `content_src/site.yml` says for which: `emergency` and `urgent` (the signs on such
cards), `doses`, `numbers`, `treatments` (what one does, and whether to have it), `comparisons` and `takeaways`. For
these a name of a source is not enough. The exact words show what the source says, for whom and how surely, and the
online check notices when they change. Without `quote_for`, the rule finds nothing. On a site that is not in English, it
knows numbers, doses, cards, comparisons and takeaways only by their figures, units and blocks.

A verdict `yes` of a person who compared the statement with its source does as well, as long as the statement stays as
it was. A verdict of a program does not.

There is one finding for each article; it names the first statement, and the lines of the others. It is a warning, with
`--release` too, unless the site says `quote_for_release: error`.

Fix it by adding the words of the source that carry the statement, at most 40 and best fewer than 12, to one source of
each statement; or let a reviewer compare it with its source.

Wrong: `Take at most 400 mg. [@example-page]`, with `quote_for: [doses]`.

Right: `Take at most 400 mg. [@example-page "no more than 400 mg"]`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.claims import Claim, ClaimSubject
from citewell.model.policies import WithoutWords
from citewell.quote_policy import find_subjects_without_words
from citewell.rules.rule import Finding, article_rule, listed, shortened

#: One of each subject, and several.
_NAMES: Final = {
    ClaimSubject.EMERGENCY: ("emergency sign", "emergency signs"),
    ClaimSubject.URGENT: ("urgent sign", "urgent signs"),
    ClaimSubject.DOSES: ("dose", "doses"),
    ClaimSubject.NUMBERS: ("number", "numbers"),
    ClaimSubject.TREATMENTS: ("treatment", "treatments"),
    ClaimSubject.COMPARISONS: ("comparison", "comparisons"),
    ClaimSubject.TAKEAWAYS: ("takeaway", "takeaways"),
}
_ALONE: Final = 'pin a few words of the source, as in [@key "very words"], or let a reviewer compare it with its source'
_EACH: Final = (
    'pin a few words of a source to each, as in [@key "very words"], or let a reviewer compare them with their sources'
)


@article_rule("CIT050", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """One finding for all such statements of a document, at the first of them."""
    article = numbered.article
    lacking = [
        (claim, subjects[0]) for claim in article.claims if (subjects := find_subjects_without_words(claim, context))
    ]
    if lacking:
        first, *others = (article.locate(claim.span) for claim, _ in lacking)
        lines = listed([f"{place.line:,}" for place in others])
        also = f"; see also line{'s' if len(others) > 1 else ''} {lines}" if others else ""
        stays = context.settings.policies.quote_for_release is WithoutWords.WARNING
        hint, severity = f"{_EACH if others else _ALONE}{also}", Severity.WARNING if stays else None
        yield Finding(first, _describe(lacking), hint, severity=severity)


def _describe(lacking: Sequence[tuple[Claim, ClaimSubject]]) -> str:
    """How many statements of which kind, and the first; each is counted once, for the gravest it is about."""
    claim, subject = lacking[0]
    if len(lacking) == 1:
        return f'this pins no words of its source ({_NAMES[subject][0]}): "{shortened(claim.text)}"'
    counts = Counter(each for _, each in lacking)
    parts = ", ".join(f"{counts[each]} {_NAMES[each][counts[each] > 1]}" for each in ClaimSubject if counts[each])
    return f'{len(lacking)} statements pin no words of their sources ({parts}); the first: "{shortened(claim.text)}"'
