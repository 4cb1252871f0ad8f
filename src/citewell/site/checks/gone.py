"""A page of the last release has disappeared.

Bookmarks, links from other sites, search engines and printed leaflets lead to its address, and readers would get "page
not found". The build compares the finished pages with those in `site/`, which they are about to replace. This is a
warning: the site is published anyway, and the next build no longer knows about the page.

Fix it by writing the old name under `redirects` in the front matter of the page that readers should get instead, for example
after you renamed a folder; or by putting the article back and withdrawing it. The page of a topic disappears with its
last article.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from citewell.diagnostics import Location, Severity
from citewell.model.addresses import SEARCH, SOURCES
from citewell.model.published import PublishedPage, PublishedSite
from citewell.rules.rule import Finding
from citewell.site.checks import page_check

_HOME = PurePosixPath("index.html")


@page_check("PUB019", Severity.WARNING)
def check(page: PublishedPage, site: PublishedSite) -> Iterator[Finding]:
    """Every page that readers may know; the search, and the parts of the list of sources, hold nothing of their own."""
    if page.path != _HOME:
        return
    for path, title in site.gone.items():
        address = str(path).removesuffix("index.html")
        if path.name == "index.html" and address != SEARCH and not address.startswith(SOURCES):
            yield Finding(
                Location(f"site/{path}"),
                f'"{address}" was published before and has disappeared: bookmarks and search engines lead to nothing',
                _suggest(address, _find_new_address(title, site)),
            )


def _find_new_address(title: str, site: PublishedSite) -> str:
    """The address of the one new page that has the title of a page that is gone, if there is one."""
    new = [path for path, card in site.pages.items() if path not in site.before and card.title == title]
    return str(new[0]).removesuffix("index.html") if len(new) == 1 else ""


def _suggest(address: str, renamed: str) -> str:
    """What to write, and where. A name alone is enough for a page of the same kind."""
    former = address.rstrip("/")
    if not renamed:
        return f'write "redirects: {address}" in the front matter of the page to read instead, or withdraw the article'
    folder, _, name = renamed.rstrip("/").rpartition("/")
    source = f"{folder}/{name}/article.md" if folder else f"pages/{name}.md"
    same_kind = former.rpartition("/")[0] == folder
    return f'write "redirects: {former.rpartition("/")[2] if same_kind else address}" in content_src/{source}'
