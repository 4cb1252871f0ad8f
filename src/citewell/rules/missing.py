"""What an article lacks: where to report it, and which sentences have neither a source nor a reason."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from citewell.citations.number import NumberedArticle
from citewell.diagnostics import Location
from citewell.model.article import Article
from citewell.model.claims import Claim, Status
from citewell.model.source_location import Span
from citewell.rules.poison import Matter, Premise, rests_on_key
from citewell.source.front_matter import split_front_matter

_BEGUN_MARK: Final = re.compile(r"[ \t]*\n?[ \t]*(?:\[[^\[\]\n]*)?")  # directly after a sentence


def find_uncited_claims(article: Article) -> list[Claim]:
    """The claims with neither a citation nor a waiver."""
    return [claim for claim in article.claims if claim.status is Status.UNCITED and not claim.citations]


def cites_known_keys_only(numbered: NumberedArticle) -> bool:
    """Whether every citation names a known reference: an unknown one, reported elsewhere, may be what is missing."""
    return all(numbered.mark(item) for claim in numbered.article.claims for item in claim.citations)


def rests_on_marks(article: Article, claim: Claim) -> tuple[Premise, ...]:
    """The premises that a claim has no mark, not even one that went wrong in it or directly after it.

    And that it is a statement at all.
    """
    after = _BEGUN_MARK.match(article.source.text, claim.span.end)
    with_mark = Span(claim.span.start, after.end() if after else claim.span.end)
    return (
        Premise(Matter.MARKS, article.locate(with_mark)),
        Premise(Matter.STATEMENT, article.locate(claim.span)),
    )


class Absence(NamedTuple):
    """A front matter value that an article lacks.

    Where to say so, whether its key is there already (``begun``), and what must be known for it to be absent.
    """

    place: Location
    begun: bool
    premises: tuple[Premise, ...]

    def ask(self, begun: str) -> str:
        """What to do: ``begun`` where the key is there without a value, else a line is to be added."""
        return begun if self.begun else "add a line"


def locate_absence(article: Article, key: str) -> Absence:
    """The lack of a front matter value, which the caller found absent."""
    begun = _find_key_without_value(article, key)
    return Absence(begun or locate_head(article), begun is not None, rests_on_key(article, key))


def has_key(article: Article, key: str) -> bool:
    """Whether the front matter has a key, whatever its value is worth."""
    front = split_front_matter(article.source).yaml or Span(0, 0)
    return bool(re.compile(rf"^{key}:", re.MULTILINE).search(article.source.text, *front))


def _find_key_without_value(article: Article, key: str) -> Location | None:
    """The place of a key in the front matter with nothing after it; ``None`` if the key itself was left out."""
    front = split_front_matter(article.source).yaml or Span(0, 0)
    found = re.compile(rf"^{key}:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:#.*)?$", re.MULTILINE).search(
        article.source.text, *front
    )
    return article.locate(Span(found.start(), found.start() + len(key))) if found else None


def locate_head(article: Article) -> Location:
    """Where to report what an article lacks: its title, or its first line when it has none."""
    return article.locate(article.front.title.span)


def locate_body(article: Article) -> Location:
    """Where to report what an article's text lacks at its beginning."""
    if not article.body:
        return locate_head(article)
    start = article.body[0].span.start
    return article.locate(Span(start, start))
