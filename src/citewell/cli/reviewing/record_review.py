"""Record a review: prepare what would be recorded, let somebody confirm it, write it.

Everything that may not be recorded is refused before anything is asked or written. Other ways to a review, such as a
file that a reviewer sends, end in the same two functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from typing import Final, NamedTuple

from citewell.article_context import ArticleContext
from citewell.citations.acceptance import find_acceptance, find_open_notice
from citewell.citations.claim_digest import matches_claim
from citewell.citations.sections import ArticleSection, list_sections, matches_section
from citewell.cli.reviewing.article_to_review import ArticleToReview, read_article_to_review
from citewell.cli.reviewing.people import find_reviewer
from citewell.errors import ReviewRefused
from citewell.fixes.save import Change, create, save_changes
from citewell.formats.terminal_text import make_visible
from citewell.messages import Words
from citewell.model.article import PublicationStatus
from citewell.model.evidence import BAD, NoticeKind
from citewell.model.people import Person
from citewell.model.references import Reference
from citewell.model.reviews import (
    PersonVerdicts,
    ProgramVerdicts,
    Record,
    RecordedVerdict,
    Review,
    ReviewFile,
    SpellingCorrection,
)
from citewell.project import Project
from citewell.reviews.file_text import write_review_file
from citewell.reviews.names import name_section
from citewell.reviews.new_review import list_references, make_person_verdicts, make_review
from citewell.reviews.verdicts import NOT_SUPPORTED, list_judgements
from citewell.source.files import YAML
from citewell.source.misspellings import find_nearest_word

_OTHER_SOURCE: Final = "cite another source, or accept the finding in the reference, then review the article"


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """What somebody asks to record.

    ``article`` is its name, ``by`` the id of the reviewer. ``sections`` are headings or ids; none means all.
    ``verdicts`` are those that she gave on single claims. ``as_read`` has the digests of the sections that she read,
    by their ids, where she did not read them here: a section with another digest by now is not approved.
    """

    article: str
    by: str
    sections: tuple[str, ...] = ()
    note: str = ""
    verdicts: tuple[RecordedVerdict, ...] = ()
    as_read: Mapping[str, str] = field(default_factory=dict)


class UnapprovedSection(NamedTuple):
    """A section that is not approved, and why in a few words."""

    section: ArticleSection
    why: str


@dataclass(frozen=True, slots=True)
class PreparedReview:
    """A record that may be written: ``record`` has the ``sections`` that it approves, ``left_out`` are others.

    ``unchecked`` are the references of these sections that were never checked online.
    """

    article: ArticleToReview
    reviewer: Person
    record: Review | PersonVerdicts
    sections: tuple[ArticleSection, ...]
    left_out: tuple[UnapprovedSection, ...]
    unchecked: tuple[Reference, ...]


def prepare_review(project: Project, request: ReviewRequest, today: date) -> PreparedReview:
    """Everything that the review would record; nothing is written. Raises ``ReviewRefused`` if it may not be."""
    article = read_article_to_review(project, request.article, today)
    reviewer = find_reviewer(article.context, request.by)
    if article.context.article.front.status is PublicationStatus.WITHDRAWN:
        raise ReviewRefused(f'"{article.context.article.slug}" is withdrawn', "there is nothing to review")
    article.refuse_errors()
    asked = _choose_sections(article.context, request.sections)
    left_out = tuple(_leave_out(article.context, asked, request))
    sections = tuple(each for each in asked if each not in [one.section for one in left_out])
    _refuse_bad_sources(article.context, sections)
    if not sections and not request.verdicts:
        raise ReviewRefused(f"no section can be approved: {left_out[0].why}", "change the text, then review it again")
    note = " ".join(request.note.split())
    record: Review | PersonVerdicts = (
        make_review(article.context, request.by, sections, note, request.verdicts)
        if sections
        else make_person_verdicts(article.context, request.by, request.verdicts, note)
    )
    known = article.context.known
    unchecked = [each for each in list_references(article.context, sections) if each.key not in known]
    return PreparedReview(article, reviewer, record, sections, left_out, tuple(unchecked))


def save_record(article: ArticleToReview, *records: Record) -> str:
    """Add records to the file of the article's reviews, in one step; the path of the file.

    Raises ``ChangedMeanwhile`` if somebody changed it since it was read, ``CannotWrite`` if the system refuses, and
    ``ReviewRefused`` if it would be larger than what is read.
    """
    text = write_review_file(reduce(_add_record, records, article.context.reviews)).encode()
    if len(text) > YAML.size:
        raise ReviewRefused(f"{article.file.shown}: would be too large to be read", "record fewer verdicts")
    if article.before is None:
        create(article.file, text)
    else:
        save_changes([Change(article.file, article.before, text)])
    return article.file.shown


def _add_record(file: ReviewFile, record: Record) -> ReviewFile:
    match record:
        case Review():
            return replace(file, reviews=(*file.reviews, record))
        case PersonVerdicts():
            return replace(file, people=(*file.people, record))
        case ProgramVerdicts():
            return replace(file, programs=(*file.programs, record))
        case SpellingCorrection():
            return replace(file, spelling=(*file.spelling, record))


def _choose_sections(context: ArticleContext, names: Sequence[str]) -> list[ArticleSection]:
    """The sections with these headings or ids, in the order of the article; all of them without names."""
    sections = list_sections(context.article)
    if not names:
        return sections
    wanted = [_find_section(sections, name, context.words) for name in names]
    return [each for each in sections if each in wanted]


def _find_section(sections: Sequence[ArticleSection], name: str, words: Words) -> ArticleSection:
    by_name = {name_section(each, words).casefold(): each for each in reversed(sections)}
    by_name |= {each.anchor: each for each in sections}
    folded = " ".join(name.split()).casefold()
    if folded in by_name:
        return by_name[folded]
    names = [name_section(each, words) for each in sections]
    near = find_nearest_word(folded, names)
    hint = f'did you mean "{near}"?' if near else f"the article has: {', '.join(names)}"
    raise ReviewRefused(f'there is no section "{make_visible(name)}"', hint)


def _leave_out(
    context: ArticleContext, sections: Sequence[ArticleSection], request: ReviewRequest
) -> Iterator[UnapprovedSection]:
    """The sections that cannot be approved: they are not what was read, or somebody says that a claim is not right."""
    given = {each.digest: each.verdict for each in request.verdicts}
    against = {
        each.claim.id: each
        for each in list_judgements(context)
        if each.claim and each.verdict.verdict in NOT_SUPPORTED
        if not (each.by == request.by and each.verdict.digest in given)
    }
    for section in sections:
        read = request.as_read.get(section.anchor, "" if request.as_read else None)
        if read is not None and not matches_section(section, context.bibliography, read):
            yield UnapprovedSection(section, "it has changed since it was read")
            continue
        for claim in section.claims:
            own = next((given[d] for d in given if matches_claim(claim, context.bibliography, d)), None)
            if own in NOT_SUPPORTED:
                yield UnapprovedSection(section, f'its claim {claim.id} has the verdict "{own}"')
                break
            if claim.id in against:
                earlier = against[claim.id]
                yield UnapprovedSection(
                    section, f'its claim {claim.id} has the verdict "{earlier.verdict.verdict}" by {earlier.by}'
                )
                break


def _refuse_bad_sources(context: ArticleContext, sections: Sequence[ArticleSection]) -> None:
    """Raise ``ReviewRefused`` if a claim rests on a source that supports nothing, unless the editors accepted that."""
    for reference in list_references(context, sections):
        notices = context.notices.get(reference.key, ())
        notice = find_open_notice(reference, notices)
        if notice is not None and notice.kind is NoticeKind.RETRACTION:
            raise ReviewRefused(f'"{reference.key}" has been retracted', _OTHER_SOURCE)
        locked = context.known.get(reference.key)
        if locked and locked.verdict in BAD and not find_acceptance(reference, locked, locked.verdict):
            raise ReviewRefused(f'"{reference.key}" has the verdict "{locked.verdict}"', _OTHER_SOURCE)
