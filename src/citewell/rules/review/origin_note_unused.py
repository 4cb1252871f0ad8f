"""The front matter names the program that wrote an article, and does not say that one wrote it.

`origin_note` is shown only with `origin: generated`. Without that, readers take the text for a person's, and nobody has
to compare it with its sources.

Fix it by adding `origin: generated`, or by deleting the note if a person wrote the article.

Wrong: `origin_note: Example Writer 2` alone.

Right: `origin: generated` and `origin_note: Example Writer 2`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.number import NumberedArticle
from citewell.model.article import DraftOrigin
from citewell.rules.poison import rests_on_key
from citewell.rules.rule import Finding, article_rule


@article_rule("REV041")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """An ``origin_note`` in an article whose origin is not a program."""
    article, note = numbered.article, numbered.article.front.origin_note
    if note and article.front.origin is not DraftOrigin.GENERATED:
        yield Finding(
            article.locate(note.span),
            f'this names the program that wrote the article, "{note.text}", but "origin" does not say that one did',
            'add a line "origin: generated", or delete this one',
            premises=rests_on_key(article, "origin"),
        )
