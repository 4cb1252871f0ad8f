"""Writing an imported document into the content: its references, its pictures, and last its article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from citewell.cli.article_folder import name_folder, refuse_existing
from citewell.cli.bibliography.add_references import AddOptions, add_to_bibliography
from citewell.cli.importing.look_up import look_up_items
from citewell.cli.importing.sources import ReadSource
from citewell.cli.template import imported_article, start_lines
from citewell.errors import CannotWrite, ContentUnreadable, reason
from citewell.evidence.items.clean_text import clean_text
from citewell.evidence.items.normalise import Item
from citewell.fixes.new_references import Candidate, Decision
from citewell.formats.terminal_text import make_visible
from citewell.imports.draft import Draft, DraftPlan, plan_draft, write_draft
from citewell.project import ARTICLES_FOLDER
from citewell.source.characters import remove_odd_characters
from citewell.source.files import ARTICLE, format_size

if TYPE_CHECKING:
    from pathlib import Path

    from citewell.project import Project
    from citewell.source.load import Content


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import; ``slug`` and ``title`` are "" for those of the document, ``to`` is ``None`` for the usual file."""

    today: date
    slug: str = ""
    title: str = ""
    to: str | None = None
    machine_written: bool = False
    online: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """What became of one document: its folder, title and plan, and what was decided about each of its sources.

    ``references`` are the bibliography files that its sources were added to.
    """

    shown: str
    folder: str
    title: str
    plan: DraftPlan
    decisions: tuple[Decision, ...]
    references: tuple[str, ...]
    pictures: tuple[str, ...]
    guesses: tuple[str, ...]


def import_document(project: Project, content: Content, read: ReadSource, options: ImportOptions) -> ImportedArticle:
    """Write a document as a draft. Raises a ``CitewellError`` or ``click.UsageError``; then no article was written."""
    plan = plan_draft(read.document, options.title)
    title = clean_text(remove_odd_characters(plan.title)) or clean_text(read.stem)
    folder = project.articles / name_folder(title, options.slug or None)
    refuse_existing(folder)
    items, looked_up = _complete_items(project, content, plan, options)
    candidates = [
        Candidate(item, f"source {entry.number} of {read.shown}")
        for entry, item in zip(plan.entries, items, strict=True)
    ]
    # Everything that can fail is done before a byte is written.
    added = add_to_bibliography(project, candidates, AddOptions(options.to, dry_run=True))
    decisions = added.plan.decisions
    draft = write_draft(plan, [decision.key for decision in decisions], read.pictures)
    text, cleaned = _write_text(title, plan, draft, content, options)
    if not options.dry_run:
        _make_folder(folder)
        try:
            add_to_bibliography(project, candidates, AddOptions(options.to))
            _write_files(folder, text, draft)
        except BaseException:
            _remove_empty(folder)
            raise
    untitled = [] if plan.title else ["The document has no title, so the name of its file became one."]
    return ImportedArticle(
        shown=read.shown,
        folder=f"{ARTICLES_FOLDER}/{folder.name}",
        title=title,
        plan=plan,
        decisions=tuple(decisions),
        references=added.written,
        pictures=tuple(draft.pictures),
        guesses=(*untitled, *plan.guesses, *draft.guesses, *cleaned, *looked_up),
    )


def _complete_items(
    project: Project, content: Content, plan: DraftPlan, options: ImportOptions
) -> tuple[list[Item], list[str]]:
    """The references of a plan with what could be looked up, and sentences about what could not."""
    items = list(plan.items)
    remarks: list[str] = []
    if options.online and items:
        items, remarks = look_up_items(items, content.site.settings, project, options.today)
    if options.machine_written:
        pairs = zip(items, plan.items, strict=True)
        items = [_mark_unverified(item) if item is before else item for item, before in pairs]
    return items, remarks


def _mark_unverified(item: Item) -> Item:
    """A reference that only a program's text names: nobody has confirmed that the work exists."""
    return {**item, "custom": {"unverified": "true", **item.get("custom", {})}}


def _write_text(
    title: str, plan: DraftPlan, draft: Draft, content: Content, options: ImportOptions
) -> tuple[str, list[str]]:
    """The text of the article, and a sentence if characters were left out of it."""
    topics = sorted({topic.text for each in content.articles for topic in each.front.topics})
    start = start_lines(title, options.today, list(content.site.people)[:1], topics)
    remarks = [make_visible(clean_text(remark)) for remark in plan.remarks]
    body = remove_odd_characters(draft.body)
    text = imported_article(start, body, remarks, machine_written=options.machine_written)
    size = len(text.encode())
    if size > ARTICLE.size:
        raise ContentUnreadable(
            f"the article would have {format_size(size)}, and at most {format_size(ARTICLE.size)} can be read",
            "Import its parts one by one.",
        )
    lost = len(draft.body) - len(body)
    return text, [f"{lost} invisible characters were left out of the text."] if lost else []


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise CannotWrite(f"{folder}: cannot be made ({reason(error)})") from error


def _write_files(folder: Path, text: str, draft: Draft) -> None:
    """Write the pictures and then the article; all of them or nothing."""
    written: Sequence[str] = ()
    try:
        for name, data in [*draft.pictures.items(), ("article.md", text.encode())]:
            written = (*written, name)
            (folder / name).write_bytes(data)
    except OSError as error:
        for name in written:
            (folder / name).unlink(missing_ok=True)
        raise CannotWrite(f"{folder}: cannot be written ({reason(error)})") from error


def _remove_empty(folder: Path) -> None:
    """Remove the folder that was made for an article that could not be written."""
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
