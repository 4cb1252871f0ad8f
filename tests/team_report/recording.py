"""Reviews of the site as the command would record them. The reviewer is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.cli.project import Project
from tests.team_report.site import PEOPLE

from citewell.article_context import ArticleContext, ContextBuilder
from citewell.citations.claim_digest import digest_claim
from citewell.citations.sections import list_sections
from citewell.model.reviews import ClaimVerdict, ProgramVerdicts, RecordedVerdict, ReviewFile
from citewell.reviews.file_text import write_review_file
from citewell.reviews.new_review import make_person_verdicts, make_review
from citewell.reviews.record_digest import seal_record
from citewell.source.load import load

REVIEWER = "dr-example"
WITH_REVIEWER = (
    f"{PEOPLE}  - {{id: {REVIEWER}, name: Cy Example, reviews: medical, credentials: MD, register: Example Register,\n"
    '     registration_number: "1", interests: None}\n'
)
DAY = date(2026, 1, 15)


def context_of(project: Project, slug: str, day: date = DAY) -> ArticleContext:
    """The context of an article on a day, with somebody who may review it."""
    project.write("content_src/people.yml", WITH_REVIEWER)
    content = load(project.paths)
    article = next(each for each in content.articles if each.slug == slug)
    return replace(
        ContextBuilder(content.site, frozenset(), day).context(article), people=content.site.people, today=day
    )


def record_review(project: Project, slug: str, day: date = DAY, sections: slice = slice(None)) -> None:
    """Approve sections of an article as they are; all, if none are named."""
    context = context_of(project, slug, day)
    review = make_review(context, REVIEWER, list_sections(context.article)[sections])
    project.write(f"content_src/reviews/{slug}.yml", write_review_file(ReviewFile(reviews=(review,))))


def record_verdict(project: Project, slug: str, text: str, verdict: ClaimVerdict, program: str = "") -> None:
    """Record what a person, or a program of this name, says of the claim with a text."""
    context = context_of(project, slug)
    claim = next(each for each in context.article.claims if each.text == text)
    verdicts = (RecordedVerdict(claim.id, digest_claim(claim, context.bibliography), verdict),)
    if program:
        file = ReviewFile(programs=(seal_record(slug, ProgramVerdicts(program, "1", DAY, "", verdicts)),))
    else:
        file = ReviewFile(people=(make_person_verdicts(context, REVIEWER, verdicts),))
    project.write(f"content_src/reviews/{slug}.yml", write_review_file(file))
