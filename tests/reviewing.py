"""Reviews in tests: records as the command writes them, by people who are invented."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.claim_digest import digest_claim
from citewell.citations.sections import list_sections
from citewell.model.reviews import ClaimVerdict, RecordedVerdict, Review
from citewell.project import Project
from citewell.reviews.file_text import write_review_file
from citewell.reviews.new_review import make_review
from citewell.source.load import load

#: Somebody who may give medical reviews, and somebody who may give lay ones. They do not exist.
PEOPLE = """\
people:
  - id: editorial-team
    name: Editorial team
    organisation: true
  - id: ada-fiction
    name: Ada Fiction
    credentials: Invented doctor
    reviews: medical
    register: Example Register of Invented Doctors
    registration_number: X-0001
    interests: None declared
  - id: ben-story
    name: Ben Story
    reviews: lay
"""


def read_context(root: Path, slug: str, today: date) -> ArticleContext:
    """The context of an article of a project, with all people."""
    content = load(Project(root))
    article = next(each for each in content.articles if each.slug == slug)
    context = ContextBuilder(content.site, frozenset(), today).context(article)
    return replace(context, people=content.site.people, today=today)


def record_review(
    root: Path,
    slug: str,
    by: str,
    on: date,
    sections: Iterable[str] = (),
    verdicts: Mapping[str, str] | None = None,
) -> Review:
    """Record a review of an article as it is: of the sections with these ids, or of all; verdicts by their texts."""
    context, wanted = read_context(root, slug, on), list(sections)
    chosen = [each for each in list_sections(context.article) if not wanted or each.anchor in wanted]
    by_text = {claim.text: claim for claim in context.article.claims}
    given = [
        RecordedVerdict(by_text[text].id, digest_claim(by_text[text], context.bibliography), ClaimVerdict(verdict))
        for text, verdict in (verdicts or {}).items()
    ]
    review = make_review(context, by, chosen, verdicts=given)
    path = root / "content_src" / "reviews" / f"{slug}.yml"
    path.parent.mkdir(exist_ok=True)
    file = replace(context.reviews, reviews=(*context.reviews.reviews, review))
    path.write_text(write_review_file(file), encoding="utf-8")
    return review
