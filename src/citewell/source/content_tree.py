"""The files of ``content_src/``: each is either known and well named, or a problem."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from citewell.diagnostics import Location
from citewell.errors import ContentUnreadable, reason
from citewell.model.brand import EXTRA_CSS, FONT_ENDING
from citewell.model.file_problems import (
    Folder,
    MisplacedFile,
    MissingFile,
    NameClash,
    SpecialFile,
    SpecialForm,
    StrayReviews,
    SymbolicLink,
)
from citewell.model.problems import AnyProblem, Problem
from citewell.model.site import StaticFile
from citewell.model.text_problems import Nesting, TooDeep
from citewell.project import ARTICLES_FOLDER, CONTENT, SITE_YML, Project
from citewell.source.file_names import (
    fold_name,
    is_debris,
    is_slug,
    judge_file_name,
    judge_slug,
    make_name_visible,
    suggest_slug,
)
from citewell.source.files import Listing, SourceFile, judge_form
from citewell.source.misspellings import find_nearest_word
from citewell.source.static_files import is_static_debris, walk_static_files

PICTURE_ENDINGS: Final = (".svg", ".png", ".jpg", ".jpeg", ".webp")
#: Files of reviews without an article for which the names of all articles are searched.
_MOST_COMPARED: Final = 20
#: The files beside the folders, and what of a content tree each is.
_ROOT_FILES: Final = {
    "site.yml": "settings",
    "people.yml": "people",
    "glossary.yml": "glossary",
    "words.yml": "words",
    "references.lock": "lock",
}


_Form: TypeAlias = SymbolicLink | SpecialFile | None
"""What something in a folder is, if it is not a regular file."""


class FileOverlay(NamedTuple):
    """How the files of an editor differ from those of the disk, by their shown paths.

    ``present`` are files, ``gone`` files and folders; what is below a folder that is gone is gone too, unless present.
    """

    present: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def is_gone(self, path: str) -> bool:
        """Whether what the disk has at a path does not count."""
        return any(path == each or path.startswith(f"{each}/") for each in self.gone)

    def list_present(self, folder: str) -> dict[str, _Form]:
        """What the editor has in a folder: each name, and that it is a folder if files are below it."""
        inside = (
            path.removeprefix(f"{folder}/").partition("/") for path in self.present if path.startswith(f"{folder}/")
        )
        return {name: SpecialFile(SpecialForm.FOLDER) if below else None for name, below, _ in inside}


NO_OVERLAY: Final = FileOverlay()


class DocumentFiles(NamedTuple):
    """The files of an article, page or shared text. ``slug`` is the name of its folder, or of a lone file its own.

    ``reviews`` is the file of what was recorded of an article's reviews.
    """

    slug: str
    text: SourceFile
    pictures: tuple[SourceFile, ...] = ()
    reviews: SourceFile | None = None


@dataclass(slots=True)
class ContentTree:
    """The files of a content tree in the order of their names, and what was odd about them.

    ``reviews`` are the files of recorded reviews by the slug of their article. ``overlay`` is what an editor has in
    place of what is on the disk.
    """

    settings: SourceFile | None = None
    people: SourceFile | None = None
    glossary: SourceFile | None = None
    words: SourceFile | None = None
    lock: SourceFile | None = None
    references: list[SourceFile] = field(default_factory=list)
    articles: list[DocumentFiles] = field(default_factory=list)
    pages: list[DocumentFiles] = field(default_factory=list)
    reviews: dict[str, SourceFile] = field(default_factory=dict)
    shared: list[DocumentFiles] = field(default_factory=list)
    brand: list[SourceFile] = field(default_factory=list)
    static: list[StaticFile] = field(default_factory=list)
    problems: list[AnyProblem] = field(default_factory=list)
    overlay: FileOverlay = NO_OVERLAY


def walk_content(project: Project, overlay: FileOverlay = NO_OVERLAY) -> ContentTree:
    """Look through the content of a project, with what an editor has instead of it.

    Raises ``ContentUnreadable`` when a folder cannot be listed.
    """
    here = SourceFile(project.content, CONTENT)
    if not here.path.is_dir():
        raise ContentUnreadable(
            f"there is no folder {CONTENT}/ in {project.root}", "run the command in the project's folder"
        )
    tree = ContentTree(overlay=overlay)
    listing = _list_folder(here, tree)
    for file in listing.files:
        part = _ROOT_FILES.get(file.path.name)
        if part:
            setattr(tree, part, file)
        else:
            _note_misplaced(file, tree, Folder.ROOT)
    readers = {
        "articles": _walk_articles,
        "brand": _walk_brand,
        "pages": _walk_pages,
        "references": _walk_references,
        "reviews": _walk_reviews,
        "shared": _walk_shared,
        "static": _walk_static,
    }
    for folder in listing.folders:
        reader = readers.get(folder.path.name)
        if reader:
            reader(folder, tree)
        else:
            _note_misplaced(folder, tree, Folder.ROOT)
    _join_reviews(tree)
    if tree.settings is None and not any(problem.location.path == SITE_YML for problem in tree.problems):
        tree.problems.append(Problem(Location(SITE_YML), MissingFile("site.yml")))
    return tree


def _walk_articles(here: SourceFile, tree: ContentTree) -> None:
    listing = _list_folder(here, tree)
    for file in listing.files:
        _note_misplaced(file, tree, Folder.ARTICLES)
    for folder in listing.folders:
        _walk_article(folder, _judge_folder_name(folder.path.name, folder.shown, "", tree), tree)
    tree.articles = _keep_one_each(tree.articles)


def _walk_article(here: SourceFile, slug: str, tree: ContentTree) -> None:
    before = len(tree.problems)
    listing = _list_folder(here, tree)
    _note_folders(listing, tree)
    text, pictures = None, []
    for file in listing.files:
        if file.path.name == "article.md":
            text = file
        elif file.path.suffix.lower() in PICTURE_ENDINGS:
            _note(judge_file_name(file.path.name, file.shown), tree)
            pictures.append(file)
        else:
            _note_misplaced(file, tree, Folder.ARTICLE)
    reported = {problem.location.path for problem in tree.problems[before:]}
    if text is None and f"{here.shown}/article.md" not in reported:
        tree.problems.append(Problem(Location(here.shown), MissingFile("article.md")))
    elif text is not None and slug:
        tree.articles.append(DocumentFiles(slug, text, tuple(pictures)))


def _walk_pages(here: SourceFile, tree: ContentTree) -> None:
    tree.pages = _list_texts(here, tree, Folder.PAGES)


def _walk_shared(here: SourceFile, tree: ContentTree) -> None:
    tree.shared = _list_texts(here, tree, Folder.SHARED)


def _list_texts(here: SourceFile, tree: ContentTree, folder: Folder) -> list[DocumentFiles]:
    """The texts of a folder that holds nothing but Markdown files, each by the name of its file."""
    texts = []
    listing = _list_folder(here, tree)
    _note_folders(listing, tree)
    for file in listing.files:
        if file.path.suffix != ".md":
            _note_misplaced(file, tree, folder)
            continue
        slug = _judge_folder_name(file.path.stem, file.shown, ".md", tree)
        if slug:
            texts.append(DocumentFiles(slug, file))
    return _keep_one_each(texts)


def _walk_references(here: SourceFile, tree: ContentTree) -> None:
    listing = _list_folder(here, tree)
    _note_folders(listing, tree)
    for file in listing.files:
        if file.path.suffix == ".yml":
            _note(judge_file_name(file.path.name, file.shown), tree)
            tree.references.append(file)
        else:
            _note_misplaced(file, tree, Folder.REFERENCES)


def _walk_reviews(here: SourceFile, tree: ContentTree) -> None:
    listing = _list_folder(here, tree)
    _note_folders(listing, tree)
    for file in listing.files:
        if file.path.suffix == ".yml":
            tree.reviews[file.path.stem] = file
        else:
            _note_misplaced(file, tree, Folder.REVIEWS)


def _walk_brand(here: SourceFile, tree: ContentTree) -> None:
    listing = _list_folder(here, tree)
    _note_folders(listing, tree)
    for file in listing.files:
        if file.path.name == EXTRA_CSS or file.path.suffix.lower() in (*PICTURE_ENDINGS, FONT_ENDING):
            _note(judge_file_name(file.path.name, file.shown), tree)
            tree.brand.append(file)
        else:
            _note_misplaced(file, tree, Folder.BRAND)


def _walk_static(here: SourceFile, tree: ContentTree) -> None:
    def list_folder(folder: SourceFile) -> Listing:
        return _list_folder(folder, tree, is_static_debris)

    tree.static = list(walk_static_files(here, list_folder, tree.problems.append))


def _join_reviews(tree: ContentTree) -> None:
    """Give each article the file of its reviews; a file of any other name belongs to no article."""
    slugs = {article.slug for article in tree.articles}
    without_text = {problem.location.path for problem in tree.problems}
    strays = [slug for slug in tree.reviews if slug not in slugs and f"{ARTICLES_FOLDER}/{slug}" not in without_text]
    for count, slug in enumerate(strays):
        near = find_nearest_word(slug, slugs - tree.reviews.keys()) if count < _MOST_COMPARED else ""
        tree.problems.append(Problem(Location(tree.reviews[slug].shown), StrayReviews(slug, near)))
    tree.articles = [article._replace(reviews=tree.reviews.get(article.slug)) for article in tree.articles]


def _list_folder(folder: SourceFile, tree: ContentTree, is_left_out: Callable[[str], bool] = is_debris) -> Listing:
    """The files and folders in a folder; links, pipes and other special files are noted and not read."""
    listing, seen = Listing([], []), dict[str, str]()
    for name, odd in sorted(_scan_folder(folder, tree.overlay, is_left_out).items()):
        file = SourceFile(folder.path / name, f"{folder.shown}/{make_name_visible(name)}")
        first = seen.setdefault(fold_name(name), file.shown)
        if first != file.shown:
            tree.problems.append(Problem(Location(file.shown), NameClash(first)))
        if odd is None:
            listing.files.append(file)
        elif odd == SpecialFile(SpecialForm.FOLDER):
            listing.folders.append(file)
        else:
            tree.problems.append(Problem(Location(file.shown), odd))
    return listing


def _scan_folder(folder: SourceFile, overlay: FileOverlay, is_left_out: Callable[[str], bool]) -> dict[str, _Form]:
    """What is in a folder by name: ``None`` for a regular file, else what it is instead."""
    present = overlay.list_present(folder.shown)
    found: dict[str, _Form] = {}
    if not overlay.is_gone(folder.shown):
        try:
            with os.scandir(folder.path) as scan:
                found = {each.name: judge_form(each.stat(follow_symlinks=False)) for each in scan}
        except OSError as error:
            if not present:  # else it may be a folder that is only in the editor
                raise ContentUnreadable(f"{folder.shown}/ cannot be read: {reason(error)}") from error
    kept = {
        name: odd for name, odd in found.items() if not overlay.is_gone(f"{folder.shown}/{make_name_visible(name)}")
    }
    return {name: odd for name, odd in (present | kept).items() if not is_left_out(name)}


def _judge_folder_name(name: str, shown: str, ending: str, tree: ContentTree) -> str:
    """A name as a slug; of one that is not a slug the nearest, so that what is in the file is still checked."""
    _note(judge_slug(name, shown, ending), tree)
    return name if is_slug(name) else suggest_slug(name)


def _keep_one_each(documents: list[DocumentFiles]) -> list[DocumentFiles]:
    """One document a slug, in the order of the slugs: the one that is so named before one that only resembles it."""
    by_slug: dict[str, DocumentFiles] = {}
    for document in sorted(documents, key=lambda document: f"/{document.slug}" not in document.text.shown):
        by_slug.setdefault(document.slug, document)
    return [by_slug[slug] for slug in sorted(by_slug)]


def _note_folders(listing: Listing, tree: ContentTree) -> None:
    for folder in listing.folders:
        tree.problems.append(Problem(Location(folder.shown), TooDeep(Nesting.FOLDERS)))


def _note_misplaced(file: SourceFile, tree: ContentTree, folder: Folder) -> None:
    tree.problems.append(Problem(Location(file.shown), MisplacedFile(folder)))


def _note(problem: AnyProblem | None, tree: ContentTree) -> None:
    if problem is not None:
        tree.problems.append(problem)
