"""A line of `content_src/static/_redirects` redirects the address of a page.

Some hosts follow the line and never show the page, others show the page and ignore the line. Earlier addresses of
articles are written into the published `_redirects` from the line `redirects:` of the article, before your own lines.

Fix it by deleting the line, or by writing the address under `redirects:` of the article that readers should get.

Wrong: the line `/articles/is-it-a-lump/ /about/` while there is an article in `content_src/articles/is-it-a-lump/`.

Right: the line `/old-shop/* https://shop.example.org/:splat`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from citewell.model.addresses import REDIRECTS
from citewell.model.article import PublicationStatus
from citewell.model.facts import SiteFacts
from citewell.model.site import Site
from citewell.model.source_location import SourceText, Span
from citewell.rules.links.all_links import known_paths
from citewell.rules.rule import Finding, SiteContext, shortened, site_rule


@site_rule("STA003")
def rule(site: Site, context: SiteContext) -> Iterator[Finding]:
    """Every line whose first word is the address of a page, or an earlier one that has its own line."""
    text = next((file.text for file in site.static if file.path == REDIRECTS and file.text), None)
    if text is None:
        return
    owners, folder = _list_owners(context.facts), urlsplit(site.settings.address).path
    for span, address in _list_sources(text):
        owner = owners.get(unquote(address).removeprefix(folder).removesuffix("index.html").strip("/"))
        if owner:
            yield Finding(
                text.locate(span),
                f'"{shortened(address)}" is {owner}',
                "delete this line; what readers should get instead is written as redirects: in its front matter",
            )


def _list_sources(text: SourceText) -> Iterator[tuple[Span, str]]:
    """The address that each line redirects, and where it is."""
    for start in text.line_starts:
        words = text.text[start:].partition("\n")[0].split()
        if len(words) > 1 and words[0].startswith("/"):
            at = text.text.index(words[0], start)
            yield Span(at, at + len(words[0])), words[0]


def _list_owners(facts: SiteFacts) -> Mapping[str, str]:
    """Which page is at each address, for the end of a message. A draft is at none."""
    owners: dict[str, str] = {}
    for document in facts.documents:
        former = (each.path for each in document.redirects if each.path)
        owners |= {path.strip("/"): f"an earlier address of {document.path}" for path in former}
    for path, page in known_paths(facts).items():
        if page is None or page.status is not PublicationStatus.DRAFT or page.withheld:
            owners[path.strip("/")] = f"the address of {page.path}" if page else "the address of a page"
    return owners
