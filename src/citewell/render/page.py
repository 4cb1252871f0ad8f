"""A page of ``docs/``: its path, its front matter and its Markdown, and how the three become a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from citewell.markup import Markup, join, text

# Characters that YAML 1.1 does not allow in a quoted text (section 5.1), or would read as a line break.
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``path`` is relative to ``docs/``; ``front_matter`` holds plain data in the order it is written."""

    path: PurePosixPath
    front_matter: Mapping[str, object]
    body: str

    @property
    def leads_to(self) -> str:
        """The address to which it sends readers on, as HTML; empty for every page that does not."""
        own = self.front_matter.get("citewell")
        return str(own.get("leads_to", "")) if isinstance(own, Mapping) else ""

    def data(self) -> bytes:
        """The file: front matter as YAML, a blank line, the body."""
        lines = "".join(f"{key}: {_yaml(value)}\n" for key, value in self.front_matter.items())
        return f"---\n{lines}---\n\n{self.body}\n".encode()


def read_page_file(path: PurePosixPath, data: bytes) -> Page | None:
    """The page that a file of ``Page.data`` holds; ``None`` if it is not one, or its front matter more than JSON."""
    try:
        head, between, body = data.decode().partition("\n---\n\n")
        opening, *lines = head.split("\n")
        if opening != "---" or not between or not body.endswith("\n"):
            return None
        pairs = (line.partition(": ") for line in lines)
        return Page(path, {key: json.loads(value) for key, _, value in pairs}, body.removesuffix("\n"))
    except ValueError:  # such as a letter that YAML wants written as \U0001f600
        return None


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A link in the head of a page to another form of what it says (``rel="alternate"``).

    ``target`` is the path of a file on the site, ``media_type`` and ``title`` say what it is. ``page`` is the path of
    the page in ``docs/``; without one every page has the link.
    """

    target: PurePosixPath
    media_type: str
    title: str
    page: PurePosixPath | None = None


_TEXTS: Final = ("dated", "review", "leads_to", "canonical")


@dataclass(frozen=True, slots=True)
class Meta:
    """What the theme wants to know of a page, in plain words; escaping is done here.

    ``kind`` is the theme's word for the sort of page, ``breadcrumb`` are pairs of words and address from the root,
    ``section`` is the address of the hub that the header shows as current. ``dated`` says when the page was published
    or last changed. ``noindex`` asks search engines not to list it, ``preview`` says that readers never get it.
    ``sources`` and ``terms`` say whether it has some: what its script has previews of.
    ``leads_to`` is the relative address of the page to which readers are sent on at once, ``canonical`` its whole one.
    ``search`` on the home page says that the site has a search; its ``words`` are those of the theme, for all pages.
    """

    title: str
    description: str
    kind: str
    demonstration: bool
    section: str = ""
    breadcrumb: Sequence[tuple[str, str]] | None = ()
    sources: bool = False
    terms: bool = False
    dated: str = ""
    review: str = ""
    noindex: bool = False
    preview: bool = False
    search: bool = False
    leads_to: str = ""
    canonical: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    def front_matter(self) -> dict[str, object]:
        """The front matter of a page, what is empty left out. Material's templates do not escape, so this does."""
        own: dict[str, object] = {"kind": self.kind, "demonstration": self.demonstration}
        if self.section:
            own["section"] = text(self.section)
        if self.breadcrumb is not None:
            own["breadcrumb"] = [{"title": text(words), "url": text(url)} for words, url in self.breadcrumb]
        own |= {name: True for name in ("sources", "terms", "noindex", "preview", "search") if getattr(self, name)}
        own |= {name: text(value) for name in _TEXTS if (value := getattr(self, name))}
        if self.words:
            own["words"] = {name: text(words) for name, words in self.words.items()}
        front: dict[str, object] = {"title": text(self.title)}
        if self.description:
            front["description"] = text(self.description)
        return {**front, "citewell": own}


@dataclass(frozen=True, slots=True)
class PageParts:
    """The page of one document but for what the whole site decides: what is between ``above`` and ``below``."""

    address: str
    meta: Meta
    above: Markup
    below: Markup

    def finish(self, meta: Meta, between: Sequence[Markup | None] = ()) -> Page:
        """The whole page; ``meta`` is its own with what the site knows of it."""
        return page(self.address, meta, (self.above, *between, self.below))


def page_parts(
    address: str, meta: Meta, above: Sequence[Markup | None], below: Sequence[Markup | None] = ()
) -> PageParts:
    """The parts of a page from its blocks."""
    return PageParts(address, meta, *(join([block for block in part if block], "\n\n") for part in (above, below)))


def page(address: str, meta: Meta, blocks: Sequence[Markup | None]) -> Page:
    """A page at an address from the root (``topics/``), its blocks one after another with a blank line between."""
    shown = [block for block in blocks if block]
    return Page(PurePosixPath(address) / "index.md", meta.front_matter(), join(shown, "\n\n"))


def add_head_links(pages: Iterable[Page], links: Iterable[HeadLink]) -> Iterator[Page]:
    """The pages, each with its links in its front matter, from where the theme writes them into the head."""
    by_page: dict[PurePosixPath | None, list[dict[str, str]]] = {}
    for link in links:
        shown = {"url": quote(str(link.target)), "type": link.media_type, "title": link.title}
        by_page.setdefault(link.page, []).append({name: text(value) for name, value in shown.items()})
    return (_with_links(each, [*by_page.get(None, ()), *by_page.get(each.path, ())]) for each in pages)


def _with_links(shown: Page, links: Sequence[Mapping[str, str]]) -> Page:
    own = shown.front_matter.get("citewell")
    if not links or not isinstance(own, Mapping):
        return shown
    return replace(shown, front_matter={**shown.front_matter, "citewell": {**own, "links": links}})


def _yaml(value: object) -> str:
    """Plain data in one line of YAML: JSON, but for letters that YAML wants written as codes."""
    return _UNPRINTABLE.sub(lambda odd: f"\\U{ord(odd[0]):08x}", json.dumps(value, ensure_ascii=False))
