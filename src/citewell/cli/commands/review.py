"""Record that somebody has reviewed an article.

It writes content_src/reviews/; nothing else does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from citewell.cli import options
from citewell.cli.project import today
from citewell.cli.reviewing.answers_file import show_findings
from citewell.cli.reviewing.record_answers import AnswersRequest, prepare_answers
from citewell.cli.reviewing.record_review import PreparedReview, ReviewRequest, prepare_review, save_record
from citewell.cli.reviewing.record_spelling import PreparedSpelling, prepare_spelling
from citewell.cli.terminal import show_activity, write_line, write_lines
from citewell.diagnostics import has_errors
from citewell.formats.terminal_text import count_noun
from citewell.model.claims import Claim, Status
from citewell.model.reviews import Review
from citewell.project import Project, find_project
from citewell.reviews.names import name_section
from citewell.reviews.new_review import list_references

EPILOG = """\b
Examples:
  citewell review my-article --by ada-fiction        all of the article
  citewell review my-article --by ada-fiction --section "What to do" --note "Read with the guideline."
                                                     one section
  citewell review my-article --by editorial-team --spelling
                                                     a change that only corrects spelling
  citewell review --from my-article.review.json      the answers that a packet saved
  citewell review my-article --from worksheet.csv --by ada-fiction
                                                     a worksheet that was filled in
"""
_STATEMENTS = (Status.CITED, Status.WAIVED)


@click.command("review", epilog=EPILOG)
@click.argument("article", metavar="[ARTICLE]", required=False)
@click.option("--by", metavar="PERSON", help="Who reviewed it: an id from content_src/people.yml.")
@click.option(
    "--section", "sections", multiple=True, metavar="HEADING", help="Only this section. May be given several times."
)
@click.option("--note", default="", metavar="TEXT", help="A note for the editors, kept with the review.")
@click.option("--spelling", is_flag=True, help="Declare that what changed since the review is spelling only.")
@click.option(
    "--from",
    "answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Answers of a packet, or a worksheet.",
)
@click.option("--only-verdicts", is_flag=True, help="With --from: record the verdicts, and approve no section.")
@click.option("-y", "--yes", is_flag=True, help="Record it without asking.")
@options.root
@options.debug
def command(  # noqa: PLR0913, PLR0917 - click hands over one parameter an option
    article: str | None,
    by: str | None,
    sections: tuple[str, ...],
    note: str,
    spelling: bool,
    answers: Path | None,
    only_verdicts: bool,
    yes: bool,
    root: Path | None,
) -> int:
    """Record that PERSON has reviewed ARTICLE, the name of its folder in content_src/articles/.

    It shows what would be recorded, and asks. The record has the words that were read, and the sources as they are now:
    if a sentence changes or loses its source, the review of its section lapses, and nothing else.

    It refuses people who may not review (see content_src/people.yml), authors, articles with errors, and sources that
    were retracted or do not exist any more.

    With --from the verdicts in FILE are recorded. It approves the sections in which each statement has a "yes"; what
    has no answer, or was answered before it changed, is named.

    Exit codes: 0 recorded, 1 not confirmed, or an answer of FILE could not be taken, 2 refused.
    """
    if answers is not None:
        if spelling or sections or note:
            raise click.UsageError("--from takes neither --spelling, --section nor --note: the file says what is meant")
        return _record_answers(find_project(root), AnswersRequest(answers, article, by, only_verdicts), yes)
    if article is None or by is None or only_verdicts:
        raise click.UsageError("name the article, and say --by whom; or give a file with --from")
    if spelling and (sections or note):
        raise click.UsageError("--spelling is about all that changed, so it takes neither --section nor --note")
    if not note.isprintable():
        raise click.UsageError("the note has characters that cannot be shown; write it in one line")
    project, prepared = find_project(root), None
    with show_activity("Checking the content"):
        prepared = (
            prepare_spelling(project, article, by, today())
            if spelling
            else prepare_review(project, ReviewRequest(article, by, sections, note), today())
        )
    write_lines(_describe_spelling(prepared) if isinstance(prepared, PreparedSpelling) else describe_prepared(prepared))
    if not confirm("Record this?", yes):
        write_line("Nothing was recorded.")
        return 1
    path = save_record(prepared.article, prepared.record)
    write_line(f"Recorded in {path}. Commit this file together with the article.")
    return 0


def _record_answers(project: Project, request: AnswersRequest, yes: bool) -> int:
    """Record what a reviewer sent."""
    with show_activity("Checking the content"):
        prepared = prepare_answers(project, request, today())
    show_findings(prepared.findings)
    code = 1 if has_errors(prepared.findings) else 0
    if prepared.review is None:
        write_line("Nothing was recorded.")
        return 1
    if prepared.findings:
        write_line()
    write_lines(describe_prepared(prepared.review))
    write_lines(f"  {line}" for line in prepared.left_open)
    if prepared.is_known:
        write_line("These answers are recorded already.")
        return code
    if not confirm("Record this?", yes):
        write_line("Nothing was recorded.")
        return 1
    path = save_record(prepared.review.article, prepared.review.record)
    verdicts = count_noun(len(prepared.review.record.verdicts), "verdict")
    write_line(f"Recorded {verdicts} in {path}. Commit this file together with the article.")
    return code


def confirm(question: str, yes: bool) -> bool:
    """Whether somebody at the terminal agrees; without a terminal only ``yes`` does."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise click.UsageError("nobody can be asked here; read what is shown, then add --yes")
    return click.confirm(question)


def describe_prepared(prepared: PreparedReview) -> Iterator[str]:
    """What would be recorded, for the person who is asked."""
    context, reviewer, record = prepared.article.context, prepared.reviewer, prepared.record
    yield f"{click.style(context.article.front.title.text, bold=True)} ({context.article.source.path})"
    said = (reviewer.credentials, reviewer.register, reviewer.registration_number)
    role = f"{reviewer.reviews} review" if isinstance(record, Review) else "verdicts, without a review"
    yield ", ".join([f"{role} by {reviewer.name}", *filter(None, said)])
    yield ""
    for section in prepared.sections:
        sources = count_noun(len(list_references(context, [section])), "source")
        yield f"  {name_section(section, context.words)}: {_count_claims(section.claims)}, {sources}"
    for section, why in prepared.left_out:
        yield f"  {name_section(section, context.words)}: not approved, {why}"
    if not prepared.sections:
        return
    claims = [claim for section in prepared.sections for claim in section.claims]
    everything = count_noun(len(list_references(context, prepared.sections)), "source")
    yield ""
    yield f"Together {count_noun(len(prepared.sections), 'section')}, {_count_claims(claims)} and {everything}."
    if prepared.unchecked:
        keys = ", ".join(each.key for each in prepared.unchecked)
        yield f"Never checked online: {keys}."
    if isinstance(record, Review):
        yield f"The next review is due on {context.words.day(record.due)}."


def _count_claims(claims: tuple[Claim, ...] | list[Claim]) -> str:
    return count_noun(sum(claim.status in _STATEMENTS for claim in claims), "claim")


def _describe_spelling(prepared: PreparedSpelling) -> Iterator[str]:
    path = prepared.article.context.article.source.path
    yield f"Corrections of spelling in {path}, declared by {prepared.person.name}:"
    for claim in prepared.record.claims:
        yield f"  - {claim.was}"
        yield f"  + {claim.now}"
    yield "They are listed on the page. The reviews of these sections stay valid."
