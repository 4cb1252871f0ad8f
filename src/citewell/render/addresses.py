"""Where each page stands, and the way from one to another.

An address is written from the site's root, without a slash before it and with one after it (``articles/back-pain/``);
the home page's is empty. Links are relative, so a site works under any address and in any engine.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from citewell.model.article import Article, ArticleKind

HOME: Final = ""
TOPICS: Final = "topics/"
ARTICLES: Final = "articles/"
SOURCES: Final = "sources/"
PEOPLE: Final = "people/"
TAKEN: Final = frozenset({"articles", "topics", "sources", "people", "assets", "index", "404", "sitemap"})
"""Names that no page of ``content_src/pages/`` may have, because something else of the site stands there."""

_PAGES: Final = "pages/"
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Target:
    """What an internal link leads to: a page or file, from the root, and an id on it (or nothing)."""

    address: str
    fragment: str = ""


def address_of(article: Article) -> str:
    """Where an article or own page stands."""
    return f"{ARTICLES}{article.slug}/" if article.kind is ArticleKind.ARTICLE else f"{article.slug}/"


def topic_address(slug: str) -> str:
    """Where a topic's page stands."""
    return f"{TOPICS}{slug}/"


def relative(here: str, there: str, fragment: str = "") -> str:
    """The link from the page at ``here`` to the page, file or id at ``there``, percent-encoded."""
    hash_part = f"#{fragment}" if fragment else ""
    if here == there and fragment:
        return hash_part
    steps, goal = here.split("/")[:-1], there.split("/")
    shared = 0
    while shared < min(len(steps), len(goal) - 1) and steps[shared] == goal[shared]:
        shared += 1
    path = "../" * (len(steps) - shared) + "/".join(goal[shared:])
    return quote(path or "./", safe="/%") + hash_part


def internal(href: str, article: Article) -> Target | None:
    """What a link that an editor wrote in ``article`` leads to on this site; ``None`` when it leads outside.

    Three ways of writing are read: an address from the root (``/about/``), one relative to the page (``../other/``),
    and a path to the source file (``../other/article.md``), as editing tools offer it. Whether the target exists is
    not asked here.
    """
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return None
    here = address_of(article)
    if not parts.path:
        return Target(here, parts.fragment)
    path = unquote(parts.path)
    if path.endswith(".md"):
        folder = here if article.kind is ArticleKind.ARTICLE else _PAGES
        return Target(_published(_joined(folder, path)), parts.fragment)
    found = _joined(here, path)
    is_file = "." in posixpath.basename(found)
    return Target(found if is_file or not found or found.endswith("/") else f"{found}/", parts.fragment)


def _joined(base: str, path: str) -> str:
    """A path seen from a base, both from the root; one that climbs out keeps its ``../`` and so leads nowhere."""
    whole = path.lstrip("/") if path.startswith("/") else base + path
    found = posixpath.normpath(whole)
    if found == ".":
        return ""
    return f"{found}/" if whole.endswith(("/", "/..", "/.")) or whole in ("..", ".") else found


def _published(source: str) -> str:
    """Where the page made of a source file stands."""
    stem = source.removesuffix(".md").removeprefix("content_src/").removeprefix(_PAGES)
    folder = stem.removesuffix("/article").removesuffix("/index")
    return f"{folder}/"


def slug_of(words: str) -> str:
    """A folder's name made of words: lower case, hyphens, accents taken off Latin letters, other scripts kept."""
    slug = re.sub(r"[\W_]+", "-", folded(words)).strip("-")
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


def folded(words: str) -> str:
    """Words as they are compared and sorted: without case and accents."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return unicodedata.normalize("NFC", "".join(letter for letter in plain if not unicodedata.combining(letter)))
