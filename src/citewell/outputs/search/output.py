"""The search index, in a folder that is named by its content, so that an open page keeps the index it was made with."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from citewell.errors import STILL_THERE, IndexFailed
from citewell.extras import require_extra
from citewell.model.addresses import SEARCH, SEARCH_INDEX, relative_link
from citewell.model.content_names import folder_digest
from citewell.outputs.search.documents import SearchDocument, list_documents
from citewell.outputs.search.index_files import read_languages
from citewell.outputs.search.pagefind import make_index
from citewell.result_store import ResultStore

if TYPE_CHECKING:
    from citewell.model.facts import SiteFacts
    from citewell.model.site import Site
    from citewell.outputs import StagedSite

NAME: Final = "index"
IN_PREVIEW: Final = True


def is_wanted(facts: SiteFacts) -> bool:
    """Whether there is a search page, which asks the index."""
    return facts.has_search


def require(_site: Site) -> None:
    """Raise ``ExtraMissing`` unless Pagefind is installed; nothing is imported for that."""
    require_extra("search")


def add_to_site(staged: StagedSite) -> str:
    """Add the index, and have the search page lead to it. Raises ``IndexFailed``."""
    documents = list_documents(staged.index)
    index = add_index(staged.folder, documents, staged.index.site.settings.language, staged.store)
    files = [path for path in index.rglob("*") if path.is_file()]
    pages = sum(language["page_count"] for language in read_languages(index))
    size = sum(path.stat().st_size for path in files)
    return f"{pages:,} {'page' if pages == 1 else 'pages'}, {len(files):,} files, {size / 1000:,.0f} KB"


def add_index(
    staged: Path, documents: Iterable[SearchDocument], language: str, store: ResultStore | None = None
) -> Path:
    """Make the index of these documents, move it into the site, and return its folder.

    ``language`` is a BCP 47 tag, ``store`` keeps the index for as long as the documents are the same. Raises
    ``IndexFailed`` in one line, whatever went wrong.
    """
    # Work beside the staged site: what is left when the program is killed is removed with it.
    work = staged.with_name(f"{staged.name}-search")
    try:
        with make_index(work, documents, language.partition("-")[0], store or ResultStore()) as index:
            return _move_index(index, staged)
    except (OSError, ValueError, KeyError) as error:
        raise IndexFailed(f"the search index could not be made: {error}", STILL_THERE) from error


def _move_index(index: Path, staged: Path) -> Path:
    """Move an index to a folder that is named by its content, and write the name into the search page."""
    files = (path for path in index.rglob("*") if path.is_file())
    name = folder_digest({path.relative_to(index).as_posix(): path.read_bytes() for path in files})
    place = staged / SEARCH_INDEX / name
    place.parent.mkdir()
    index.rename(place)
    page = staged / SEARCH / "index.html"
    usual = f'data-index="{relative_link(SEARCH, SEARCH_INDEX)}'
    html = page.read_bytes()
    if html.count(usual.encode()) != 1:
        raise ValueError("the search page does not say where its index is")
    page.write_bytes(html.replace(usual.encode(), f"{usual}{name}/".encode()))
    return place
