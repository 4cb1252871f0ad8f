"""What remains of a withdrawn article: its address, its title and the plain fact."""

from __future__ import annotations

from citewell.citations.number import NumberedArticle
from citewell.markup import element
from citewell.render import words
from citewell.render.addresses import ARTICLES, address_of
from citewell.render.headings import title
from citewell.render.items import lead
from citewell.render.page import Meta, Page, page
from citewell.render.site_map import SiteMap


def withdrawn_page(numbered: NumberedArticle, site_map: SiteMap) -> Page:
    """A page without the article's text and sources; nothing else on the site leads to it."""
    article = numbered.article
    blocks = [title(article.front.title.text), lead(words.WITHDRAWN), element("p", words.WITHDRAWN_HELP)]
    meta = Meta(
        title=article.front.title.text,
        description=words.WITHDRAWN_DESCRIPTION,
        kind="page",
        demonstration=site_map.site.settings.demonstration,
        section=ARTICLES,
        breadcrumb=((words.ARTICLES_A_TO_Z, ARTICLES),),
    )
    return page(address_of(article), meta, blocks)
