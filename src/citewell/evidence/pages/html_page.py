"""Reading HTML: its titles, its words, and the digest of its main text."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from citewell.evidence.pages.challenges import is_challenge
from citewell.evidence.pages.charset import decode_body
from citewell.evidence.pages.digest import digest_text
from citewell.evidence.pages.interstitials import detect_interstitial
from citewell.evidence.pages.main_text import extract_main_text
from citewell.evidence.pages.meta_tags import read_meta_tags
from citewell.evidence.pages.page_notices import find_page_notice
from citewell.evidence.pages.page_text import PageText
from citewell.evidence.pages.soft_404 import find_missing_words
from citewell.evidence.pages.structured import list_works
from citewell.evidence.pages.visible import extract_visible_text
from citewell.evidence.quotes.quote_match import remove_script_marks
from citewell.evidence.rich_text.tags import markup_to_text

_SHORT = 40  # words; a page with fewer has not shown its text


def read_html(body: bytes, content_type: str) -> PageText:
    """The page that an HTML body is."""
    source = decode_body(body, content_type)
    tree = LexborHTMLParser(source)
    title = find_page_title(tree)
    heads = [remove_script_marks(extract_visible_text(head)).replace("\n", " ") for head in tree.css("h1")[:10]]
    text = extract_visible_text(tree.body)
    main = extract_main_text(tree)
    said = find_page_notice(remove_script_marks(text), main)
    return PageText(
        kind="html",
        titles=tuple(map(markup_to_text, (*_list_declared_titles(tree), title, *heads))),
        text=text,
        digest=digest_text(main),
        missing=find_missing_words([title, *heads], main),
        challenge=is_challenge(title, source, text),
        instead=detect_interstitial([title, *heads[:2]], source, main) or "",
        notice=said.kind if said else "",
        says=said.words if said else "",
        shell=len(text.split()) < _SHORT and tree.css_first("script") is not None,
        language=_read_language(tree),
    )


def find_page_title(tree: LexborHTMLParser) -> str:
    """What ``<title>`` says, which is not the title of a drawing (SVG has its own)."""
    element = tree.css_first("head > title") or tree.css_first("body > title")
    return " ".join((element.text() or "").split()) if element else ""


def _list_declared_titles(tree: LexborHTMLParser) -> Iterator[str]:
    """The titles that the page declares for machines: Highwire's, Dublin Core's, JSON-LD's, Open Graph's."""
    tags = read_meta_tags(tree)
    for name in ("citation_title", "dc.title"):
        yield from map(markup_to_text, tags.get(name, ())[:3])
    for work in list_works(tree)[:5]:
        names = (work.get(name) for name in ("headline", "name", "alternativeHeadline"))
        yield from (markup_to_text(name) for name in names if isinstance(name, str))
    for name in ("og:title", "twitter:title"):
        yield from map(markup_to_text, tags.get(name, ())[:1])


def _read_language(tree: LexborHTMLParser) -> str:
    element = tree.css_first("html")
    return ((element.attributes.get("lang") if element else "") or "").strip().lower()[:20]
