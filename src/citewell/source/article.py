"""One article from its text alone: front matter, body, ledger, and what was odd about it.

Nothing here reads a file, so an editor's unsaved text goes the same way as one from the disk.
"""

from __future__ import annotations

from collections.abc import Mapping

from citewell.messages import Words
from citewell.messages.languages import primary
from citewell.model.article import Article, ArticleKind, Picture
from citewell.model.blocks import walk_prose
from citewell.model.inlines import count_words
from citewell.model.problems import AnyProblem
from citewell.model.shared import SharedText
from citewell.model.source_location import SourceText
from citewell.source.block_tree import read_tree
from citewell.source.body import BodyReader, drop_closing_tags
from citewell.source.front_matter import read_front_matter
from citewell.source.ledger import make_ledger
from citewell.source.shared import use_shared_texts


def parse_article(  # noqa: PLR0913 - each is a part of the site that the text means something by
    source: SourceText,
    *,
    slug: str,
    kind: ArticleKind = ArticleKind.ARTICLE,
    abbreviations: frozenset[str] = frozenset(),
    pictures: Mapping[str, Picture] | None = None,
    words: Words | None = None,
    shared: Mapping[str, SharedText] | None = None,
) -> Article:
    """Read an article.

    ``abbreviations`` never end a sentence, besides those every site knows. ``pictures`` are the files beside the
    article, by name; ``words`` are the texts of the interface, in English if none are given; ``shared`` are the texts
    that it may use, by name. Faults come out as the article's ``problems``; nothing is raised for content.
    """
    front = read_front_matter(source, slug)
    words = words or Words()
    problems: list[AnyProblem] = []
    note = BodyReader(source, words, problems).note
    tree = read_tree(source, front.body_start, note)
    composed = use_shared_texts(source, tree, shared or {}, note)
    body = BodyReader(composed.source, words, problems).blocks(composed.blocks)
    claims = make_ledger(slug, front.texts, body, abbreviations, primary(words.language))
    return Article(
        slug=slug,
        kind=kind,
        source=composed.source,
        front=front.front,
        body=body,
        claims=claims,
        problems=(*front.problems, *drop_closing_tags(problems)),
        words=sum(count_words(run.inlines) for run in walk_prose(body)),
        pictures=pictures or {},
        front_texts=front.texts,
        shared=composed.uses,
    )
