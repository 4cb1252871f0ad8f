"""What the rules about keys that an article must have share: when it must is declared with the key."""

from __future__ import annotations

from collections.abc import Iterator

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Severity
from citewell.model.article import Article, ArticleKind
from citewell.model.keys import group_of
from citewell.model.site import Policies
from citewell.rules.missing import locate_absence
from citewell.rules.rule import Context, Finding, Rule, article_rule


def required_key(code: str, key: str, message: str, how: tuple[str, str], severity: Severity = Severity.ERROR) -> Rule:
    """A rule that finds articles without a key of the front matter that they must have.

    ``how`` ends the hint: what to do where the key is there without a value, and then how the line is written.
    """
    begun, line = how

    def find(numbered: NumberedArticle, context: Context) -> Iterator[Finding]:
        """An article without the key."""
        article = numbered.article
        if lacks(article, key, context.site.settings.policies):
            lack = locate_absence(article, key)
            yield Finding(lack.place, message, lack.ask(begun) + line, premises=lack.premises)

    return article_rule(code, severity)(find)


def lacks(article: Article, name: str, policies: Policies) -> bool:
    """Whether an article has no value for a key that it must have by what is declared of the key."""
    key = group_of(type(article.front)).key(name)
    need = key.declared.need if key else None
    if key is None or need is None or getattr(article.front, key.field):
        return False
    asked = not need.policy or bool(getattr(policies, need.policy))
    concerned = article.kind is ArticleKind.ARTICLE or not need.articles_only
    return asked and concerned and article.front.status not in need.unless
