"""A statement does not say how sure the evidence for it is, although the site wants that for statements of this kind.

`certainty_for:` under `policies:` in `content_src/site.yml` says for which, such as `treatments` and `comparisons` (the
words are those of `quote_for`, CIT050). Without it, the rule finds nothing. Two statements that sound alike may rest on
very different evidence; `[certainty: low, @key]` shows that, in the four levels of GRADE: high, moderate, low and very
low.

There is one finding for each article; it names the first statement, and the lines of the others.

Fix it by copying the level from the source. Reviews and guidelines that follow GRADE state it for each result. If the
source states none, look for one that does, or write what is known in words that promise less; never choose a level
yourself.

Wrong: `Exercise reduces the pain. [@example-review]`, with `certainty_for: [treatments]`.

Right: `Exercise probably reduces the pain. [certainty: moderate, @example-review]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.claim_subjects import find_claim_subjects
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.claims import Claim, Status
from citewell.rules.rule import Finding, article_rule, listed, shortened


@article_rule("CIT058", Severity.WARNING, at_release=Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """One finding for all such statements of an article, at the first of them."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE or article.front.status is PublicationStatus.WITHDRAWN:
        return
    lacking = [claim for claim in article.claims if _lacks_certainty(claim, context)]
    if lacking:
        first, *others = lacking
        lines = listed([f"{article.locate(claim.span).line:,}" for claim in others])
        also = f"; see also line{'s' if len(others) > 1 else ''} {lines}" if others else ""
        yield Finding(
            article.locate(first.span),
            f'this does not say how sure the evidence is: "{shortened(first.text)}"',
            f"copy the level from the source, as in [certainty: low, @key]{also}",
        )


def _lacks_certainty(claim: Claim, context: ArticleContext) -> bool:
    """Whether a claim is about something for which its site wants a certainty, and states none.

    Sources in the front matter are keys alone, so a correction cannot state one.
    """
    wanted = context.settings.policies.certainty_for
    if not wanted or claim.status is not Status.CITED or claim.certainty or claim.block == "correction":
        return False
    subjects = find_claim_subjects(claim, english=context.settings.is_english)
    return any(subject in wanted for subject in subjects)
