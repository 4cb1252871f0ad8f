"""How readers tell the editors what is wrong on a page: a message or a form that knows which page it is about."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from citewell.article_context import ArticleContext
from citewell.markup import Markup, element
from citewell.messages import Words
from citewell.render.layout import stacked
from citewell.render.site_map import SiteIndex

# Names that are kept for examples, where no mail arrives (RFC 2606).
_EXAMPLE: Final = re.compile(r"(?:^|\.)example(?:\.(?:com|net|org))?$", re.IGNORECASE)


def report(inputs: SiteIndex | ArticleContext, here: str, title: str) -> Markup | None:
    """The section for the page at ``here`` with this title; ``None`` where ``site.yml`` names no contact."""
    contact, words = inputs.settings.contact, inputs.words
    if not contact:
        return None
    if _EXAMPLE.search(_host(contact)):
        line = words.marked("report.nowhere", contact=contact)
    else:
        href = contact_address(contact, title, f"{inputs.address}{quote(here)}", words)
        line = words.marked("report.help", contact=element("a", contact, href=href, rel="noreferrer"))
    heading = element("h2", words("report.title"), id="report")
    return element("section", stacked(heading, element("p", line)), class_="report", aria_labelledby="report")


def contact_address(contact: str, title: str, page: str, words: Words) -> str:
    """Where a link to the editors leads.

    To an e-mail address it begins a message with the title as its subject and the page's address in its text (RFC 6068,
    where a line ends in ``%0D%0A``). To a page that begins with ``https://`` it adds ``page=`` and the address, so that
    a form can fill it in.
    """
    if contact.startswith("https://"):
        parts = urlsplit(contact)
        query = "&".join(filter(None, (parts.query, f"page={quote(page, safe='')}")))
        return urlunsplit(parts._replace(query=query))
    body = words("report.body", address=page).strip().replace("\n", "\r\n") + "\r\n"
    subject = words("report.subject", title=title)
    return f"mailto:{quote(contact, safe='@+')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def _host(contact: str) -> str:
    """The name of the site in an e-mail address or that of a page."""
    return (urlsplit(contact).hostname or "") if "//" in contact else contact.rpartition("@")[2]
