"""What is at the address of an article that is held back until it has been reviewed: its title, and why it is gone.

The page is kept so that links to it, and those that readers have saved, lead somewhere; nothing lists it.
"""

from __future__ import annotations

from typing import Final

from citewell.article_context import ArticleContext
from citewell.markup import element
from citewell.model.addresses import ARTICLES, address_of
from citewell.render.headings import title
from citewell.render.layout import stacked
from citewell.render.page import Meta, PageParts, page_parts
from citewell.render.page_footer import notice
from citewell.render.report import report

KIND: Final = "withheld"


def withheld_parts(context: ArticleContext) -> PageParts:
    """The page of a withheld article, without its text and sources; search engines are asked not to list it."""
    article, words = context.article, context.words
    note = stacked(
        element("p", words("review.withheld_title"), class_="label"),
        element("p", words("review.withheld")),
        element("p", words("review.withheld_help")),
    )
    meta = Meta(
        title=article.front.title.text,
        description=words("review.withheld_title"),
        kind=KIND,
        demonstration=context.settings.demonstration,
        section=ARTICLES,
        breadcrumb=((words("articles.a_to_z"), ARTICLES),),
        noindex=True,
    )
    above = [title(article.front.title.text), element("div", note, class_="note", role="note")]
    below = [notice(context.settings, words), report(context, address_of(article), article.front.title.text)]
    return page_parts(address_of(article), meta, above, below)
