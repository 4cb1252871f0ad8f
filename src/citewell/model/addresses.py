"""Addresses inside the site: where each page is published, and where a link in the content leads.

An article is at ``articles/<slug>/``, one of the site's own pages at ``<slug>/``, a topic at ``topics/<topic>/``. The
pages that the program makes by itself have the fixed addresses below (``page_kinds.py`` finds what each is).
A link is written relative to the page it is on, ends in a slash, and may name a place on the page after ``#``:
``../other-article/``, ``../../about/``, ``../../topics/back-pain/#articles``, ``#warning-signs``.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple, Protocol
from urllib.parse import quote, unquote

from citewell.model.article import ArticleKind
from citewell.model.slugs import make_slug, make_slug_word

HOME: Final = ""
SEARCH: Final = "search/"
GLOSSARY: Final = "glossary/"
SOURCES: Final = "sources/"
TOPICS: Final = "topics/"
ARTICLES: Final = "articles/"
EVIDENCE: Final = "evidence/"
PEOPLE: Final = "people/"
#: The folder in which each search index has a folder of its own, named by its content; it holds no page.
SEARCH_INDEX: Final = "pagefind/"
#: The files of a site's look.
BRAND: Final = "assets/brand/"
#: Folders that the site engine, the theme and the search index write besides.
WRITTEN: Final = (SEARCH_INDEX, "assets/", "stylesheets/", "javascripts/")
#: Files at the root that the site engine, the theme and the build write besides.
WRITTEN_FILES: Final = ("index.html", "404.html", "sitemap.xml", "sitemap.xml.gz")
#: The redirects as Netlify, Cloudflare Pages and GitLab Pages read them.
REDIRECTS: Final = "_redirects"
#: What an address that leaves the site may begin with, before its colon.
LINK_SCHEMES: Final = frozenset({"https", "http", "mailto", "tel"})
_FORMER: Final = re.compile(r"\w+(?:-\w+)*")
_LONGEST_FORMER: Final = 200  # bytes, so that each part is a name that file systems take
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DROPPED: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060\ufeff]+")


class Target(NamedTuple):
    """Where an internal link leads: a path from the root of the site, and an id on that page (or "")."""

    path: str
    fragment: str


class Addressed(Protocol):
    """A document, or the card of one."""

    @property
    def slug(self) -> str: ...

    @property
    def kind(self) -> ArticleKind: ...


def document_path(slug: str, kind: ArticleKind) -> str:
    """Where an article or own page is published."""
    return f"articles/{slug}/" if kind is ArticleKind.ARTICLE else f"{slug}/"


def address_of(article: Addressed) -> str:
    """Where an article or own page is published."""
    return document_path(article.slug, article.kind)


def pdf_name(article: Addressed) -> str:
    """The file of an article's PDF, beside its page; readers find it by this name among their downloads."""
    return f"{article.slug}.pdf"


def former_path(written: str, kind: ArticleKind) -> str | None:
    """The path of a former address as it was typed: the name that the folder or file had, or a path from the root.

    ``None`` for what is neither. Only addresses of folders can be kept, in words of small letters joined by hyphens.
    """
    parts = written.removesuffix("index.html").strip("/").split("/")
    well = all(_FORMER.fullmatch(part) and part == make_slug_word(part) for part in parts)
    if not well or len(written.encode()) > _LONGEST_FORMER:
        return None
    return document_path(parts[0], kind) if written == parts[0] else "".join(f"{part}/" for part in parts)


def topic_path(topic: str) -> str:
    """Where the page of a topic is published; ``topic`` is its name in words."""
    return f"topics/{make_slug(topic)}/"


def scheme(href: str) -> str | None:
    """The scheme of an address as a browser would read it, in lower case; ``None`` for one inside the site.

    Browsers leave out control characters and white space, so they are taken out first, encoded ones too. An address
    that begins with two slashes or holds a backslash leads elsewhere as well: its scheme is "".
    """
    plain = _DROPPED.sub("", unquote(href))
    if plain.startswith("//") or "\\" in plain.partition("#")[0]:
        return ""
    found = _SCHEME.match(plain)
    return found[0][:-1].lower() if found else None


def follow(href: str, base: str) -> Target | None:
    """Where an internal link on the page at ``base`` leads; ``None`` when it climbs out of the site."""
    address, _, fragment = href.partition("#")
    path = unquote(address)
    parts = [] if path.startswith("/") else base.split("/")[:-1]
    *folders, last = path.split("/")
    if last in (".", ".."):
        folders, last = [*folders, last], ""
    for part in folders:
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    inside = "".join(f"{part}/" for part in parts)
    return Target(inside + last, unquote(fragment))


def relative_path(path: str, base: str) -> str:
    """A path from the root of the site as a link on the page at ``base``: ``../../about/``, ``../../leaflet.pdf``."""
    *there, file = path.split("/")
    here = base.split("/")[:-1]
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:]) + file or "./"


def relative_link(here: str, there: str, fragment: str = "") -> str:
    """The link from the page at ``here`` to the page at ``there``, and to the id on it that ``fragment`` names."""
    return quote(relative_path(there, here)) + (f"#{fragment}" if fragment else "")
