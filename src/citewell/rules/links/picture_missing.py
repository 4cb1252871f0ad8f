"""The text names a picture that is not in the article's folder.

Readers would see a broken picture.

Fix it by putting the file into the article's folder, or by writing its name as it is, capitals included.

Wrong: `file: spine.png`, with `spine.svg` in the article's folder.

Right: `file: spine.svg`
"""

from __future__ import annotations

from collections.abc import Iterator

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import find_similar_keys
from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Location
from citewell.model.file_problems import MissingPicture
from citewell.model.problems import Problem
from citewell.rules.pictures import is_remote, pictures_named
from citewell.rules.problem_rule import ProblemContext, words_problems
from citewell.rules.rule import Finding, article_rule, shortened


def _word(problem: Problem[MissingPicture], _context: ProblemContext) -> Finding | None:
    """A picture of the front matter; one from elsewhere is reported as that."""
    facts = problem.facts
    return None if is_remote(facts.file) else _report(problem.location, facts.file, facts.nearest)


@words_problems(MissingPicture, word=_word)
@article_rule("LNK003")
def rule(numbered: NumberedArticle, _context: ArticleContext) -> Iterator[Finding]:
    """Every picture of a figure that is not a file in the article's folder."""
    article = numbered.article
    known = tuple(sorted(article.pictures))
    for named in pictures_named(article):
        if named.in_text and named.file not in article.pictures and not is_remote(named.file):
            near = find_similar_keys(named.file, known) or known[:1]
            yield _report(article.locate(named.span), named.file, near[0] if near else "")


def _report(place: Location, file: str, near: str) -> Finding:
    return Finding(
        place,
        f'the folder of the article has no picture "{shortened(file)}"',
        f'did you mean "{near}"?' if near else "put the file into the article's folder",
    )
