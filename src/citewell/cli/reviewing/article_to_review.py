"""The article that somebody reviews: read and checked with the whole content, because findings come from all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from citewell.article_context import ArticleContext
from citewell.citations.find_reference import find_similar_keys
from citewell.diagnostics import Diagnostic, Severity
from citewell.errors import ReviewRefused
from citewell.formats.terminal_text import count_noun, make_visible
from citewell.project import ARTICLES_FOLDER, REVIEWS_FOLDER, Project
from citewell.source.files import YAML, SourceFile, read_bytes
from citewell.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ArticleToReview:
    """An article with all that its review depends on, the findings about it, and the file of its reviews.

    The context knows all people of the site, and the day. ``before`` are the bytes of the file of reviews, ``None``
    without one.
    """

    context: ArticleContext
    findings: tuple[Diagnostic, ...]
    file: SourceFile
    before: bytes | None

    def refuse_errors(self) -> None:
        """Raise ``ReviewRefused`` if the check finds errors in the text: nobody can approve what must change."""
        errors = [each for each in self.findings if each.severity is Severity.ERROR]
        if errors:
            path = self.context.article.source.path
            raise ReviewRefused(
                f"{path}: the check finds {count_noun(len(errors), 'error')} in it, the first in line "
                f"{errors[0].location.line}",
                f"fix what citewell check {path} shows, then review the article",
            )


def read_article_to_review(project: Project, name: str, today: date) -> ArticleToReview:
    """Read and check the article of this name, which may be the path of its folder or file.

    Raises ``ReviewRefused`` if there is no such article, or if its recorded reviews cannot be read whole.
    """
    slug = _find_slug(name)
    path, recorded = f"{ARTICLES_FOLDER}/{slug}/article.md", f"{REVIEWS_FOLDER}/{slug}.yml"
    file = SourceFile(project.root / recorded, recorded)
    before = read_bytes(file, YAML).data  # before the content: what changes in between is noticed when it is written
    content: Workspace[ArticleContext | None] = Workspace(
        project, today, make=lambda context: context if context.article.source.path == path else None
    )
    result = content.results(path)
    if result is None or result.made is None:
        raise _explain_unknown(slug, tuple(content.facts.articles))
    unread = [each for each in content.facts.site.problems if each.location.path == recorded]
    if unread:
        raise ReviewRefused(
            f"{unread[0].location}: part of the recorded reviews cannot be read, so nothing is added",
            f"citewell check {recorded} says why; restore the file as it was",
        )
    context = replace(result.made, people=content.site.people, today=today)
    return ArticleToReview(context, content.findings(path), file, before)


def _find_slug(name: str) -> str:
    path = Path(name)
    return path.parent.name if path.name == "article.md" else path.name.removesuffix(".yml")


def _explain_unknown(slug: str, slugs: tuple[str, ...]) -> ReviewRefused:
    near = find_similar_keys(slug, slugs)
    hint = f'did you mean "{near[0]}"?' if near else "give the name of its folder in content_src/articles/"
    return ReviewRefused(f'there is no article "{make_visible(slug)}" that can be read', hint)
