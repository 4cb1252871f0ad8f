"""The stage of one article: a pure function from its context to its results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from citewell.article_context import ArticleContext
from citewell.diagnostics import Diagnostic
from citewell.model.facts import Card
from citewell.rules import CheckOptions, check_article
from citewell.rules.facts import make_card

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArticleResult(Generic[T]):
    """What is kept of an article once its tree is dropped.

    ``findings`` are those that depend on its own context alone, ``card`` is what the rest of the site may know of it,
    ``made`` what else was asked for, and ``digest`` that of the context, where it was asked for.
    """

    findings: tuple[Diagnostic, ...]
    card: Card
    made: T | None
    digest: str = ""


def run_article(
    context: ArticleContext, options: CheckOptions, make: Callable[[ArticleContext], T] | None = None
) -> ArticleResult[T]:
    """Check an article and make its card; ``make`` makes whatever else is wanted of it, such as its page."""
    findings = tuple(check_article(context, options))
    return ArticleResult(findings, make_card(context), make(context) if make else None)
