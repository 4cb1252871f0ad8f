"""The sections of an article as reviewers approve them: each part below a heading of the second level, and its digest.

The part above the first heading is a section too, and what the front matter says (title, description, corrections)
belongs to it. A picture is part of its section: the reviewer has seen it, so another picture under the same name is a
change.
"""

from __future__ import annotations

import hashlib
from bisect import bisect
from collections.abc import Iterator
from typing import Final, NamedTuple

from citewell.blocks.figure import Figure
from citewell.blocks.heading import Heading
from citewell.blocks.key_takeaways import KeyTakeaways
from citewell.citations.claim_digest import digest_claim, redigest_claim
from citewell.model.article import Article
from citewell.model.blocks import walk_nodes
from citewell.model.claims import Claim, Status
from citewell.model.inlines import join_text
from citewell.model.references import Bibliography
from citewell.model.source_location import Span

BEGINNING: Final = "content"
"""The anchor of the part above the first heading: the id of the page's title."""
_DIGITS: Final = 16  # hexadecimal


class ArticleSection(NamedTuple):
    """A part of an article: its id on the page, its heading, and all rows of the ledger in it, its heading among them.

    After these rows there is one for each picture, which is not in the ledger: its file, and a digest of that.
    ``heading`` is empty for the beginning and for key takeaways, whose heading is the interface's.
    """

    anchor: str
    heading: str
    claims: tuple[Claim, ...]


def list_sections(article: Article) -> list[ArticleSection]:
    """The sections of an article in reading order, the beginning first: together its whole ledger and its pictures."""
    starts, names = [], [(BEGINNING, "")]
    for node in article.body:
        if isinstance(node, Heading) and node.level <= 2:
            names.append((node.anchor, join_text(node.prose.inlines)))
        elif isinstance(node, KeyTakeaways):
            names.append((node.anchor, ""))
        else:
            continue
        starts.append(node.span.start)
    claims: list[list[Claim]] = [[] for _ in names]
    for claim in (*article.claims, *_list_pictures(article)):
        claims[bisect(starts, claim.span.start)].append(claim)
    return [ArticleSection(*name, tuple(own)) for name, own in zip(names, claims, strict=True)]


def _list_pictures(article: Article) -> Iterator[Claim]:
    """A row for each picture that readers see: the one at the head, then those of figures."""
    illustration = article.front.illustration
    if illustration is not None:
        yield _make_picture_row(article, illustration.file.text, illustration.file.span)
    for node in walk_nodes(article.body):
        if isinstance(node, Figure):
            yield _make_picture_row(article, node.picture.file, node.picture.span)


def _make_picture_row(article: Article, file: str, span: Span) -> Claim:
    picture = article.pictures.get(file)
    digest = hashlib.sha256(picture.data).hexdigest()[:_DIGITS] if picture else "missing"
    text = " ".join([*file.split(), digest])
    return Claim(f"{article.slug}-picture-{digest}", span, text, "picture", Status.NOT_A_CLAIM, "picture")


def digest_section(section: ArticleSection, bibliography: Bibliography) -> str:
    """The digest of a section, versioned as those of its claims are (``claim_digest.py``)."""
    return _join_digests(digest_claim(claim, bibliography) for claim in section.claims)


def matches_section(section: ArticleSection, bibliography: Bibliography, digest: str) -> bool:
    """Whether a digest of any version is that of the section; one of an unknown version never is."""
    return _join_digests(redigest_claim(claim, bibliography, digest) for claim in section.claims) == digest


def _join_digests(digests: Iterator[str]) -> str:
    """One digest of many: all claims of a section are digested by one version."""
    known = list(digests)
    version = known[0].partition(":")[0] if known else "1"
    return f"{version}:{hashlib.sha256(' '.join(known).encode()).hexdigest()[:_DIGITS]}"
