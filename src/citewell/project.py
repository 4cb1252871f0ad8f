"""Where everything of a project is: what editors write, what a build makes, and the program's own files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from citewell.errors import ConfigurationError

#: Paths as findings name them: from the project's folder, with ``/``.
CONTENT: Final = "content_src"
SITE_YML: Final = f"{CONTENT}/site.yml"
PEOPLE_YML: Final = f"{CONTENT}/people.yml"
WORDS_YML: Final = f"{CONTENT}/words.yml"
ARTICLES_FOLDER: Final = f"{CONTENT}/articles"
PAGES_FOLDER: Final = f"{CONTENT}/pages"
REFERENCES_FOLDER: Final = f"{CONTENT}/references"
REVIEWS_FOLDER: Final = f"{CONTENT}/reviews"
SHARED_FOLDER: Final = f"{CONTENT}/shared"
BRAND_FOLDER: Final = f"{CONTENT}/brand"
STATIC_FOLDER: Final = f"{CONTENT}/static"
LOCK: Final = f"{CONTENT}/references.lock"
MKDOCS_YML: Final = "mkdocs.yml"
DOCS: Final = "docs"
MKDOCS_CONFIG: Final = ".made-by-running-citewell-build.yml"  # in docs/; no engine publishes hidden files
SITE: Final = "site"
WORK: Final = ".citewell"


@dataclass(frozen=True, slots=True)
class Project:
    """A project by its folder. The properties are absolute or relative as ``root`` is; nothing need exist."""

    root: Path

    @property
    def content(self) -> Path:
        """What editors write."""
        return self.root / CONTENT

    @property
    def articles(self) -> Path:
        """The folder that holds a folder for each article."""
        return self.root / ARTICLES_FOLDER

    @property
    def references(self) -> Path:
        """The folder of the bibliography's files."""
        return self.root / REFERENCES_FOLDER

    @property
    def reviews(self) -> Path:
        """The folder of what was recorded of reviews, a file an article; it need not exist."""
        return self.root / REVIEWS_FOLDER

    @property
    def lock(self) -> Path:
        """The file of what was found out about references."""
        return self.root / LOCK

    @property
    def mkdocs_yml(self) -> Path:
        """The settings that the site adds to MkDocs."""
        return self.root / MKDOCS_YML

    @property
    def docs(self) -> Path:
        """What the build makes for MkDocs, never edited."""
        return self.root / DOCS

    @property
    def mkdocs_config(self) -> Path:
        """MkDocs's whole configuration, which ``mkdocs.yml`` inherits.

        MkDocs names the file when it is missing, so that its name says what to do in a fresh clone.
        """
        return self.docs / MKDOCS_CONFIG

    @property
    def site(self) -> Path:
        """The published site."""
        return self.root / SITE

    @property
    def work(self) -> Path:
        """The program's own files; it may be deleted at any time."""
        return self.root / WORK

    @property
    def results(self) -> Path:
        """The results of articles from earlier runs."""
        return self.work / "results.sqlite"

    @property
    def page_cache(self) -> Path:
        """The answers of the web that may be asked for again."""
        return self.work / "pages"

    @property
    def pdf_cache(self) -> Path:
        """The PDF files that were printed before."""
        return self.work / "pdf"

    @property
    def preview_docs(self) -> Path:
        """The pages of the preview, as ``docs`` has those of the site."""
        return self.work / "preview" / DOCS

    @property
    def preview_site(self) -> Path:
        """The previewed site."""
        return self.work / "preview" / SITE


def find_project(folder: Path | None = None) -> Project:
    """The project in a folder; without one, the nearest from the working directory upwards.

    Raises ``ConfigurationError`` if there is none.
    """
    if folder is not None:
        if not (folder / CONTENT).is_dir():
            raise ConfigurationError(
                f"there is no {CONTENT}/ in {folder}", "give the folder that contains it with --root"
            )
        return Project(folder.resolve())
    here = Path.cwd()
    for above in map(Project, (here, *here.parents)):
        if above.mkdocs_yml.is_file() and above.content.is_dir():
            return above
    raise ConfigurationError(
        f"no folder from {here} upwards contains {MKDOCS_YML} and {CONTENT}/",
        "go into the project's folder, or name it with --root",
    )
