"""Short ways to a site in a test: documents in the content language, and the pages that are made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import markdown  # type: ignore[import-untyped]  # it has no types of its own
from selectolax.lexbor import LexborHTMLParser
from tests.content import Results

from citewell.citations.identifiers import make_identifier_key
from citewell.citations.number import NumberedArticle, citations, number
from citewell.diagnostics import Location
from citewell.model.article import Article, ArticleKind, Picture
from citewell.model.evidence import Lock, LockedReference, Verdict
from citewell.model.fingerprint import compute_fingerprint
from citewell.model.people import Person
from citewell.model.references import Bibliography, IdentifierKind, Reference
from citewell.model.site import Settings, Site
from citewell.model.source_location import SourceText
from citewell.render import Page
from citewell.source.article import parse_article
from citewell.source.load import Content

# What MkDocs switches on by itself, and what mkdocs.yml adds.
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list"]
PICTURES = {"scan.svg": Picture("scan.svg", b"<svg/>", 960, 540)}
SETTINGS = Settings(
    publisher="Citewell",
    contact="editors@citewell.org",
    emergency_number="999",
    notice="This page is general information.",
)
PEOPLE = {
    "jane-doe": Person("jane-doe", "Jane Doe", credentials="Registered nurse", interests="None declared."),
    "team": Person("team", "the editorial team", organisation=True, about="A team."),
}


def document(text: str, slug: str = "back-pain", kind: ArticleKind = ArticleKind.ARTICLE) -> Article:
    """A document; a title is put before a text without front matter."""
    written = text if text.startswith("---") else f"---\ntitle: Back pain\n---\n\n{text}"
    place = f"content_src/{kind}s/{slug}.md"
    return parse_article(SourceText(place, written), slug=slug, kind=kind, pictures=PICTURES)


def reference(key: str, **variables: str) -> Reference:
    """A web page with the title "About KEY", an address, and whatever is said besides."""
    fields = {"title": f"About {key}", "URL": f"https://health.org/{key}"}
    fields |= {name.replace("_", "-"): value for name, value in variables.items()}
    identifiers = {IdentifierKind.URL: fields["URL"]} if fields["URL"] else {}
    place = {"": Location("content_src/references/all.yml")}
    return Reference(key, fields.get("type", "webpage"), fields, identifiers=identifiers, places=place)


def bibliography(*references: Reference) -> Bibliography:
    by_identifier = {
        make_identifier_key(kind, value): each.key for each in references for kind, value in each.identifiers.items()
    }
    return Bibliography({each.key: each for each in references}, by_identifier)


def looked_up(each: Reference, verdict: Verdict = Verdict.OK, **more: Any) -> LockedReference:
    """What looking a reference up found, on 15 February 2026."""
    known = {"address": each.fields["URL"], "final_url": each.fields["URL"], "checked": date(2026, 2, 15), **more}
    return LockedReference(compute_fingerprint(each), verdict, reason="It was looked at.", **known)


def cited_in(*documents: Article) -> Bibliography:
    """A reference for every key that the documents cite."""
    keys = {item.key for each in documents for citation in citations(each) for item in citation.items}
    return bibliography(*(reference(key) for key in sorted(keys)))


def numbered(text: str) -> NumberedArticle:
    """A document whose keys all exist."""
    article = document(text)
    return number(article, cited_in(article))


def site(
    articles: Mapping[str, str],
    own: Mapping[str, str] | None = None,
    settings: Settings = SETTINGS,
    references: Bibliography | None = None,
    lock: Lock | None = None,
    address: str = "",
) -> Results:
    """What is made of a site of articles and own pages, by slug."""
    written = tuple(document(text, slug) for slug, text in articles.items())
    about = tuple(document(text, slug, ArticleKind.PAGE) for slug, text in (own or {}).items())
    known, own_settings = references or cited_in(*written, *about), replace(settings, address=address)
    return Results(Content(Site(own_settings, known, PEOPLE, lock=lock or Lock()), written, about))


def built(
    articles: Mapping[str, str],
    own: Mapping[str, str] | None = None,
    settings: Settings = SETTINGS,
    references: Bibliography | None = None,
    lock: Lock | None = None,
) -> dict[str, Page]:
    """The pages of a site by address."""
    made = site(articles, own, settings, references, lock).pages
    return {str(page.path.parent / "x")[:-1]: page for page in made}


def html(page: Page | str) -> LexborHTMLParser:
    """A page as MkDocs's Markdown makes it, without the theme."""
    body = page if isinstance(page, str) else page.body
    return LexborHTMLParser(f"<!doctype html><article>{markdown.markdown(body, extensions=EXTENSIONS)}</article>")


def words(tree: LexborHTMLParser, selector: str) -> list[str]:
    """The text of every element a selector finds: white space as a browser shows it, word joiners left out."""
    return [" ".join(re.sub("\u2060", "", node.text()).split()) for node in tree.css(selector)]


def ids(tree: LexborHTMLParser) -> list[str]:
    return [node.attributes["id"] or "" for node in tree.css("[id]")]


def address(page: Page) -> PurePosixPath:
    return page.path.parent
