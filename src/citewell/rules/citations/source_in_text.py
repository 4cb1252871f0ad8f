"""A source is named in the text in another citation style.

"(NHS, 2021)", "Smith et al. (2019)", "(ibid.)", "(Source: WHO)" and "doi:10.1000/182" come from texts in other citation
styles. Readers see them, but they do not link to an entry under Sources, nothing checks them, and a statement that has
only such a name has no source.

Fix it by naming the source as `[@key]` after the sentence, with an entry in `content_src/references/`. The author of
the words can stay in the text: "a study from 2019 found". Write a place or an event with its year in words, too: "in
Wuhan in 2019".

Wrong: `Most lumps are not cancer (NHS, 2021). [@example-page]`

Right: `Most lumps are not cancer. [@nhs-lumps; @example-page]`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.lexicon.author_years import find_author_years
from citewell.model.article import ArticleKind
from citewell.model.claims import Status
from citewell.model.source_location import Span
from citewell.rules.poison import Matter, rests_on_lines
from citewell.rules.rule import Finding, article_rule, shortened


@article_rule("CIT041")
def rule(numbered: NumberedArticle, context: ArticleContext) -> Iterator[Finding]:
    """Every source that a row names in words; a page about the site may show how others cite."""
    article = numbered.article
    if article.kind is not ArticleKind.ARTICLE:
        return
    for row in article.claims:
        after = row.span.start
        for named in find_author_years(row.text, context.settings.language):
            span = _find_place(article.source.text, Span(after, row.span.end), named) or row.span
            after = span.end if span != row.span else after
            place = article.locate(span)
            is_credit = row.status is Status.NOT_A_CLAIM and named[0].isalpha() and ":" in named  # of a picture, say
            if not is_credit:
                yield Finding(
                    place,
                    f'"{shortened(named)}" names a source in the text, where it is not a link',
                    "write [@key] after the sentence; if it is not a source, write it without brackets",
                    premises=(rests_on_lines(Matter.MARKS, place),) if named.startswith("[") else (),
                )


def _find_place(text: str, within: Span, named: str) -> Span | None:
    """The place of the words, or of the first where Markdown divides them; ``None`` where neither is found."""
    for words in (named, named.split(maxsplit=1)[0]):
        start = text.find(words, *within)
        if start >= 0:
            return Span(start, start + len(words))
    return None
