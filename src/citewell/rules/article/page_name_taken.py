"""One of the site's own pages has a name that the site uses itself.

The lists of articles, topics, sources and people have their own addresses, and so do the page about the state of the
sources (`evidence`) and the glossary (`glossary`). A page with the same name would overwrite one of them.

Fix it by renaming the file.

Wrong: `content_src/pages/sources.md`

Right: `content_src/pages/how-we-choose-sources.md`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Location
from citewell.model.addresses import WRITTEN, document_path
from citewell.model.article import ArticleKind
from citewell.model.page_kinds import list_page_kinds
from citewell.rules.rule import Finding, article_rule


@article_rule("ART014")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """A page that would be published in the place of a hub or the engine's own files."""
    article = numbered.article
    taken = {*(kind.address for kind in list_page_kinds()), *WRITTEN}
    if article.kind is ArticleKind.PAGE and document_path(article.slug, article.kind) in taken:
        yield Finding(
            Location(article.source.path),
            f'the site uses the address "{article.slug}/" itself',
            "give the file another name",
        )
