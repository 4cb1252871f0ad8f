"""A picture is named that does not stand beside the article.

Readers would see a broken picture.

Fix it by putting the file into the article's folder, or by writing its name as it is, capitals included.

Wrong: `file: spine.png`, with `spine.svg` in the article's folder.

Right: `file: spine.svg`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.citations.resolve import nearest
from citewell.rules.pictures import is_remote, pictures_named
from citewell.rules.rule import Finding, article_rule, shortened, words_flaws


@words_flaws("picture-missing")  # the reader notes those of the front matter; here they are found with the figures'
@article_rule("LNK003")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every picture of a figure or the front matter that is not a file beside the article."""
    article = numbered.article
    known = tuple(sorted(article.pictures))
    for named in pictures_named(article):
        if named.file in article.pictures or is_remote(named.file):
            continue
        near = nearest(named.file, known) or known[:1]
        yield Finding(
            article.locate(named.span),
            f'there is no picture "{shortened(named.file)}" beside the article',
            f'did you mean "{near[0]}"?' if near else "put the file into the article's folder",
        )
