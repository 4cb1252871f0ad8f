"""Packets made of the content: what goes into one, and for whom it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from citewell.article_context import ArticleContext
from citewell.errors import ContentUnreadable
from citewell.model.reviews import ReviewRole
from citewell.model.site import Paper, Site
from citewell.packet.article_library import ArticleLibrary
from citewell.packet.contents import PacketContents, make_packet
from citewell.packet.page import PacketSetting, write_page
from citewell.reviews.reviewers import judge_reviewer


class Packet(NamedTuple):
    """A packet and what it is written with."""

    contents: PacketContents
    setting: PacketSetting

    @property
    def page(self) -> str:
        """Its HTML."""
        return write_page(self.contents, self.setting)

    def print(self) -> bytes:
        """Its PDF. Raises ``ConfigurationError`` or ``PrintingFailed``."""
        from citewell.outputs.pdf.print_file import print_html  # noqa: PLC0415 - only a PDF needs a browser

        setting = self.setting
        html = write_page(self.contents, replace(setting, for_paper=True))
        paper = setting.paper or Paper.A4
        return print_html(html, self.contents.title, paper, setting.words)


def prepare_packet(content: ArticleLibrary, slug: str, reviewer: str | None) -> Packet:
    """The packet of an article. Raises ``ContentUnreadable`` if its text cannot be read."""
    context = content.read(slug)
    if context is None:
        path = content.files[slug].text.shown
        raise ContentUnreadable(f"{path}: cannot be read", f"citewell check {path} says why")
    site = content.site
    reviewers = list_reviewers(context, site)
    setting = PacketSetting(
        site.settings.name or site.settings.publisher, site.words, site.people, reviewers, reviewer, site.settings.pdf
    )
    return Packet(make_packet(context, reviewer), setting)


def list_reviewers(context: ArticleContext, site: Site) -> Mapping[str, ReviewRole]:
    """Those who may review an article, with their roles, by their ids."""
    roles = {person: known.reviews for person, known in site.people.items()}
    return {
        person: role
        for person, role in roles.items()
        if role is not None and judge_reviewer(person, role, context.article, site.people) is None
    }
