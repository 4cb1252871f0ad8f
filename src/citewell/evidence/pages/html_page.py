"""Reading HTML: its titles, its words, and the digest of its main text."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from citewell.evidence.pages.challenges import is_challenge
from citewell.evidence.pages.charset import decode
from citewell.evidence.pages.digest import text_digest
from citewell.evidence.pages.interstitials import interstitial
from citewell.evidence.pages.main_text import main_text
from citewell.evidence.pages.meta_tags import meta_tags
from citewell.evidence.pages.page_notices import page_notice
from citewell.evidence.pages.page_text import PageText
from citewell.evidence.pages.soft_404 import missing_words
from citewell.evidence.pages.structured import works
from citewell.evidence.pages.visible import visible_text
from citewell.evidence.quotes.quote_match import without_marks
from citewell.evidence.rich_text.tags import plain

_SHORT = 40  # words; a page with fewer has not shown its text


def read_html(body: bytes, content_type: str) -> PageText:
    """The page that an HTML body is."""
    source = decode(body, content_type)
    tree = LexborHTMLParser(source)
    title = page_title(tree)
    heads = [without_marks(visible_text(head)).replace("\n", " ") for head in tree.css("h1")[:10]]
    text = visible_text(tree.body)
    main = main_text(tree)
    said = page_notice(without_marks(text), main)
    return PageText(
        kind="html",
        titles=tuple(map(plain, (*_declared(tree), title, *heads))),
        text=text,
        digest=text_digest(main),
        missing=missing_words([title, *heads], main),
        challenge=is_challenge(title, source, text),
        instead=interstitial([title, *heads[:2]], source, main) or "",
        notice=said.kind if said else "",
        says=said.words if said else "",
        shell=len(text.split()) < _SHORT and tree.css_first("script") is not None,
        language=_language(tree),
    )


def page_title(tree: LexborHTMLParser) -> str:
    """What ``<title>`` says, which is not the title of a drawing (SVG has its own)."""
    element = tree.css_first("head > title") or tree.css_first("body > title")
    return " ".join((element.text() or "").split()) if element else ""


def _declared(tree: LexborHTMLParser) -> Iterator[str]:
    """The titles that the page declares for machines: Highwire's, Dublin Core's, JSON-LD's, Open Graph's."""
    tags = meta_tags(tree)
    for name in ("citation_title", "dc.title"):
        yield from map(plain, tags.get(name, ())[:3])
    for work in works(tree)[:5]:
        names = (work.get(name) for name in ("headline", "name", "alternativeHeadline"))
        yield from (plain(name) for name in names if isinstance(name, str))
    for name in ("og:title", "twitter:title"):
        yield from map(plain, tags.get(name, ())[:1])


def _language(tree: LexborHTMLParser) -> str:
    element = tree.css_first("html")
    return ((element.attributes.get("lang") if element else "") or "").strip().lower()[:20]
