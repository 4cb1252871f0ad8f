"""The claims of a text, as formats get them."""

from __future__ import annotations

from datetime import date

from citewell.article_context import ContextBuilder
from citewell.claim_records import ArticleClaims, list_claims
from citewell.model.policies import Policies
from citewell.model.site import Settings, Site
from citewell.model.source_location import SourceText
from citewell.source.article import parse_article
from citewell.source.bibliography import read_bibliography


def claims_of(text: str, references: str = "references: []\n", policies: Policies | None = None) -> ArticleClaims:
    """The ledger of an article with this text, on a site with these references and policies."""
    bibliography = read_bibliography([SourceText("content_src/references/r.yml", references)]).bibliography
    article = parse_article(SourceText("content_src/articles/a/article.md", text), slug="a")
    site = Site(Settings(publisher="Example", policies=policies or Policies()), bibliography)
    return list_claims(ContextBuilder(site, frozenset(), date(2026, 12, 1)).context(article))
