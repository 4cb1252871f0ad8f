"""An article cites no evidence of the kinds that articles of its type need.

A page about a treatment that cites only news and hospital pages may say what is usual, not what has been shown to work.
The publisher decides which kinds of evidence each `type` of article must cite: `evidence_for` in `content_src/site.yml`
lists them. One reference of one of these kinds is enough; without a line for its type, an article needs none. A
retracted work is not evidence, so it does not count; nor does one that is cited only as background or as disagreeing.

Fix it by citing such a work for the statements that matter most. If the article already cites one, check its `kind` in
`content_src/references/`.

Wrong: `treatment: [guideline, systematic-review]` under `evidence_for`, and an article with `type: treatment` that
cites nothing but hospital pages.

Right: the same article, with one or two sentences that cite a guideline.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.messages import Words
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.evidence import NoticeKind
from citewell.model.references import Reference
from citewell.rules.missing import cites_known_keys_only, locate_head
from citewell.rules.rule import Finding, article_rule


@article_rule("ART033", Severity.WARNING, Severity.ERROR)
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """An article with a type, none of whose references is of a kind that this type must cite."""
    article = numbered.article
    front = article.front
    wanted = context.settings.policies.evidence_for.get(front.type, ()) if front.type else ()
    if not wanted or article.kind is not ArticleKind.ARTICLE or front.status is PublicationStatus.WITHDRAWN:
        return
    cited = (entry for entry in numbered.entries if any(use.item.is_support for use in entry.uses))
    valid = (entry.reference for entry in cited if not _is_retracted(entry.reference, context))
    if not any(reference.kind in wanted for reference in valid) and cites_known_keys_only(numbered):
        words = Words()
        *others, last = (words(f"kind.{kind}").lower() for kind in wanted)
        named = f"{', '.join(others)} or {last}" if others else last
        yield Finding(
            locate_head(article),
            f'an article of type "{front.type}" must cite at least one {named}, and this one cites none',
            "cite one for the most important statements; or check the `kind` of the references that it cites",
        )


def _is_retracted(reference: Reference, context: ArticleContext) -> bool:
    return any(notice.kind is NoticeKind.RETRACTION for notice in context.notices.get(reference.key, ()))
