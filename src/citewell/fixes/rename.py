"""An article, or a page of the site's own, gets another name: what has to change in which files, and the moves.

The plan holds everything that names the old one: links in all texts, lists of related articles, what to read instead of
a withdrawn article, the header of the site, the targets in ``_redirects``, and the file of its reviews, whose records
stay valid because the old name is then listed under ``redirects:``. Every other byte stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from citewell.diagnostics import Fix, Location
from citewell.errors import CannotWrite
from citewell.fixes.add_redirect import add_redirect
from citewell.fixes.apply_edits import apply
from citewell.fixes.save import Change, Move
from citewell.model.addresses import ARTICLES, REDIRECTS, WRITTEN, document_path, follow, former_path, scheme
from citewell.model.article import Article, ArticleKind
from citewell.model.inlines import Emphasis, Foreign, Inline, Link, Strong
from citewell.model.page_kinds import list_page_kinds
from citewell.model.problems import ProblemKind
from citewell.model.site import Site
from citewell.model.source_location import Placed, SourceText, Span
from citewell.project import ARTICLES_FOLDER, PAGES_FOLDER, REVIEWS_FOLDER, Project
from citewell.rules import describe_problem
from citewell.source.file_names import fold_name
from citewell.source.files import LOCK, SourceFile, read_bytes
from citewell.source.load import Content, load
from citewell.source.yaml import FATAL_KINDS

#: A text with such a problem was not read to its end, so that a link in it may have been overlooked.
_HALF_READ: Final = FATAL_KINDS | {
    ProblemKind.FILE_UNREADABLE,
    ProblemKind.FILE_TOO_LARGE,
    ProblemKind.FRONT_MATTER,
    ProblemKind.NOT_UTF8,
    ProblemKind.NUL_CHARACTER,
    ProblemKind.STACKED_ACCENTS,
}
_NOTHING_DONE: Final = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class RenamePlan:
    """The files to change, as they are now, and then the files and folders to move; ``kind`` is that of the document.

    ``old`` and ``new`` are the addresses on the site. ``places`` are those that name the document, besides its own
    ``redirects:``.
    """

    kind: ArticleKind
    old: str
    new: str
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]
    places: tuple[Location, ...]


def plan_renaming(project: Project, slug: str, new: str) -> RenamePlan:
    """Plan to give the article, or else the page of the site's own, of this name the name ``new``, which is a slug.

    Raises ``CannotWrite`` if there is none, if the new name is taken, or if a text cannot be read or rewritten.
    """
    content = load(project)
    document = _find_document(content, slug)
    _refuse_half_read(content)
    old, there = document_path(slug, document.kind), document_path(new, document.kind)
    moves = tuple(_list_moves(project, document, new))
    _refuse_taken(project, content, document, new, moves)
    fixes = list(dict.fromkeys(_list_fixes(content, document, new)))
    own = document.source.path
    redirect = add_redirect(_text_of(document), document.kind, slug, new)
    if redirect is None:
        raise CannotWrite(f"{own}: has no front matter to which a line can be added", _NOTHING_DONE)
    changes = tuple(_change_files(project, [*fixes, redirect]))
    return RenamePlan(document.kind, old, there, changes, moves, tuple(sorted(fix.location for fix in fixes)))


def _find_document(content: Content, slug: str) -> Article:
    found = next((each for each in content.documents if each.slug == slug), None)
    if found is None:
        raise CannotWrite(f'there is no article or page of this site that is called "{slug}" and can be read')
    return found


def _refuse_half_read(content: Content) -> None:
    documents = (problem for each in content.documents for problem in each.problems)
    shared = (problem for each in content.site.shared.values() for problem in each.problems)
    for problem in (*content.site.problems, *documents, *shared):
        if problem.kind in _HALF_READ:
            raise CannotWrite(
                f"{problem.location}: {describe_problem(problem)}",
                f"Correct that first: what names the article may be in this file. {_NOTHING_DONE}",
            )


def _list_moves(project: Project, document: Article, new: str) -> Iterator[Move]:
    """What gets the new name: the folder or file of the document, and the file of its reviews."""
    if document.kind is ArticleKind.PAGE:
        yield Move(project.root, document.source.path, f"{PAGES_FOLDER}/{new}.md")
        return
    reviews = f"{REVIEWS_FOLDER}/{document.slug}.yml"
    if (project.root / reviews).is_file():
        yield Move(project.root, reviews, f"{REVIEWS_FOLDER}/{new}.yml")
    yield Move(project.root, f"{ARTICLES_FOLDER}/{document.slug}", f"{ARTICLES_FOLDER}/{new}")


def _refuse_taken(project: Project, content: Content, document: Article, new: str, moves: Iterable[Move]) -> None:
    """Raise ``CannotWrite`` if something has the new name, or if the new address is another page's or was."""
    if new == document.slug:
        raise CannotWrite(f'it is called "{new}" already')
    targets = [move.after for move in moves]
    if document.kind is ArticleKind.ARTICLE:  # reviews that belong to no article would become those of this one
        targets.append(f"{REVIEWS_FOLDER}/{new}.yml")
    for target in targets:
        folder, _, name = target.rpartition("/")
        here = project.root / folder
        taken = {fold_name(entry.name): entry.name for entry in here.iterdir()} if here.is_dir() else {}
        if fold_name(name) in taken:
            raise CannotWrite(f"{folder}/{taken[fold_name(name)]} already exists", "choose another name")
    address = document_path(new, document.kind)
    if address in (*(kind.address for kind in list_page_kinds()), *WRITTEN, ARTICLES):
        raise CannotWrite(f'"{address}" is used by the site itself', "choose another name")
    for each in content.documents:
        if each is not document and any(former_path(old.text, each.kind) == address for old in each.front.redirects):
            raise CannotWrite(f'{each.source.path} had the name "{new}" before, and its old address leads there')


def _list_fixes(content: Content, document: Article, new: str) -> Iterator[Fix]:
    """Every place that names the document."""
    for each in content.documents:
        if document.kind is ArticleKind.ARTICLE:
            yield from (_replace(each, placed, new) for placed in _list_names(each) if placed.text == document.slug)
        yield from _fix_links(each, document, new)
    yield from _fix_site(content.site, document, new)


def _list_names(article: Article) -> Iterator[Placed]:
    """The names of other articles in the front matter."""
    front = article.front
    yield from front.related_questions or ()
    yield from front.related_articles or ()
    yield from front.not_related
    if front.withdrawal and front.withdrawal.instead:
        yield front.withdrawal.instead


def _replace(article: Article, placed: Placed, text: str) -> Fix:
    return Fix("", article.locate(placed.span), text)


def _fix_links(article: Article, document: Article, new: str) -> Iterator[Fix]:
    base, old = document_path(article.slug, article.kind), document_path(document.slug, document.kind)
    for run in article.prose:
        for link in _links_in(run.inlines):
            target = follow(link.href, base) if scheme(link.href) is None and link.href[:1] != "#" else None
            if target and target.path == old:
                yield Fix("", article.locate(_find_name(article, link, document.slug)), new)


def _links_in(inlines: tuple[Inline, ...]) -> Iterator[Link]:
    for inline in inlines:
        if isinstance(inline, Link):
            yield inline
        if isinstance(inline, Emphasis | Strong | Link | Foreign):
            yield from _links_in(inline.children)


def _find_name(article: Article, link: Link, slug: str) -> Span:
    """Where the address of a link names the document. Raises ``CannotWrite`` where it is written in another way."""
    text = article.source.text
    start = text.rfind("](", link.span.start, link.span.end)
    name = re.compile(rf"(?<![\w-]){re.escape(slug)}(?=/)")
    found = list(name.finditer(text, start, link.span.end)) if start >= 0 else []
    if not found:
        place = article.locate(link.span)
        raise CannotWrite(f"{place}: the address of this link cannot be rewritten", f"Write it as ../{slug}/ first.")
    return Span(*found[-1].span())


def _fix_site(site: Site, document: Article, new: str) -> Iterator[Fix]:
    """What the settings and the redirects of the site name."""
    if document.kind is ArticleKind.PAGE:
        named = (link for link in site.settings.navigation or () if link.target == document.slug)
        yield from (Fix("", link.location, new) for link in named)
    redirects = next((file.text for file in site.static if file.path == REDIRECTS), None)
    old = urlsplit(site.settings.address).path.rstrip("/") + "/" + document_path(document.slug, document.kind)
    for found in re.finditer(r"^[ \t]*/\S*[ \t]+(\S+)", redirects.text, re.MULTILINE) if redirects else ():
        if redirects and unquote(found[1]).strip("/") == old.strip("/"):
            at = found.start(1) + found[1].rindex(document.slug)
            yield Fix("", redirects.locate(Span(at, at + len(document.slug))), new)


def _text_of(document: Article) -> SourceText:
    """The document's own text, without those that it uses."""
    source = document.source
    return next((piece.source for piece in source.pieces if piece.source.path == source.path), source)


def _read(project: Project, path: str) -> bytes:
    data, problems = read_bytes(SourceFile(project.root / path, path), LOCK)
    if data is None:
        raise CannotWrite(f"{path}: cannot be read ({describe_problem(problems[0])})", _NOTHING_DONE)
    return data


def _change_files(project: Project, fixes: Iterable[Fix]) -> Iterator[Change]:
    by_path: dict[str, list[Fix]] = {}
    for fix in fixes:
        by_path.setdefault(fix.location.path, []).append(fix)
    for path, own in sorted(by_path.items()):
        before = _read(project, path)
        yield Change(SourceFile(project.root / path, path), before, apply(before.decode(), own).text.encode())
