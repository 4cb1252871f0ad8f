"""A block of an article becomes a shared text, and every article that has the same block uses it.

Everything else in the files stays as it is, byte for byte. The plan is read again before anything is written: each
article must say the same as before, with the same sources by the same numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from citewell.citations.number import number
from citewell.diagnostics import Fix, Location
from citewell.errors import PLEASE_REPORT, CannotWrite
from citewell.fixes.apply_edits import apply
from citewell.fixes.save import Change
from citewell.model.article import Article, ArticleKind
from citewell.model.blocks import RawBlock, RawInline
from citewell.model.problems import Facts
from citewell.model.site import Site
from citewell.model.source_location import SourceText, Span
from citewell.project import SHARED_FOLDER, Project
from citewell.rules import describe_problem
from citewell.source.block_tree import read_tree
from citewell.source.content_tree import DocumentFiles, walk_content
from citewell.source.fences import USE
from citewell.source.file_names import fold_name, is_slug, suggest_slug
from citewell.source.files import ARTICLE, Allowance, ReadBytes, SourceFile, decode_text, read_bytes
from citewell.source.front_matter import split_front_matter
from citewell.source.load import read_article, read_site
from citewell.source.shared import UNSHAREABLE, read_shared

_WORDS_IN_NAME: Final = 6
_HARD_BREAK: Final = re.compile(r"(?: {2,}|\\)\n")


class _Document(NamedTuple):
    """An article or page as it is on the disk, and its blocks with their first and last lines."""

    files: DocumentFiles
    kind: ArticleKind
    data: bytes
    source: SourceText
    blocks: tuple[tuple[RawBlock, range], ...]


@dataclass(frozen=True, slots=True)
class SharePlan:
    """What is to be written: the file of the shared text (``None`` if it is there already) and the changed articles.

    ``places`` are the blocks that are replaced, that of the asked line first.
    """

    name: str
    text: str
    new: SourceFile | None
    places: tuple[Location, ...]
    changes: tuple[Change, ...]


def plan_sharing(project: Project, path: str, line: int, name: str | None = None) -> SharePlan:
    """Plan to share the block at a line (from 1) of an article, by its path; ``name`` is made of its words by default.

    Raises ``CannotWrite`` if that block cannot be shared, or the name is taken by another text.
    """
    tree = walk_content(project)
    site = read_site(tree)
    kinds = ((tree.articles, ArticleKind.ARTICLE), (tree.pages, ArticleKind.PAGE))
    documents = [read for files, kind in kinds for each in files if (read := _read_document(each, kind))]
    own = next((each for each in documents if each.source.path == path), None)
    if own is None:
        raise CannotWrite(f"{path} is not an article or page that can be read")
    block, lines = _find_block(own, line, site)
    text = "".join(f"{each}\n" for each in own.source.text.split("\n")[lines.start - 1 : lines.stop - 1])
    name, new = _choose_file(project, block, name, site)
    shared = read_shared(SourceText(f"{SHARED_FOLDER}/{name}.md", text), name, site.words)
    if list(map(_shape, shared.blocks)) != [_shape(block)]:
        raise CannotWrite(f"{path}:{line}: this block would say something else in a file of its own")
    others = (each for each in documents if each is not own)
    changed = [found for each in (own, *others) if (found := _use_in(each, block, name))]
    _verify(changed, replace(site, shared={**site.shared, name: site.shared.get(name, shared)}), site)
    places = tuple(place for each in changed for place in each.places)
    return SharePlan(name, text, new, places, tuple(each.change for each in changed))


def _read_document(files: DocumentFiles, kind: ArticleKind) -> _Document | None:
    data, _ = read_bytes(files.text, ARTICLE)
    source = decode_text(data, files.text.shown).source if data is not None else None
    if data is None or source is None:
        return None
    blocks = read_tree(source, split_front_matter(source).body_start, _ignore)
    return _Document(files, kind, data, source, tuple((block, _list_lines(block, source)) for block in blocks))


def _ignore(_facts: Facts, _span: Span) -> None:
    """Problems are reported where the article is checked."""


def _list_lines(block: RawBlock, source: SourceText) -> range:
    """The lines of a block (from 1), the caption of a table among them."""
    end = max(block.span.end, block.title.span.end if block.title else 0)
    place = source.locate(Span(block.span.start, end))
    return range(place.line, place.end_line + 1)


def _find_block(document: _Document, line: int, site: Site) -> tuple[RawBlock, range]:
    """The block at a line, if it can be shared."""
    where = f"{document.source.path}:{line}"
    found = next(((block, lines) for block, lines in document.blocks if line in lines), None)
    if found is None:
        raise CannotWrite(f"{where}: there is no block on this line", "give the number of a line of the block itself")
    block, lines = found
    if block.kind in UNSHAREABLE:
        kind = "line that uses a shared text" if block.kind == USE else block.kind
        raise CannotWrite(f"{where}: a {kind} cannot be shared", "share a card, a note, a list, a table or a paragraph")
    article, _ = read_article(document.files, document.kind, site)
    problems = [each for each in article.problems if each.location.line in lines] if article else []
    if problems:
        raise CannotWrite(
            f"{problems[0].location}: {describe_problem(problems[0])}", "correct that first, then share the block"
        )
    return block, lines


def _choose_file(project: Project, block: RawBlock, name: str | None, site: Site) -> tuple[str, SourceFile | None]:
    """The name of the shared text, and its file if that is to be made."""
    same = [key for key, shared in site.shared.items() if list(map(_shape, shared.blocks)) == [_shape(block)]]
    name = name or next(iter(same), None) or _suggest_name(block)
    if name in same:
        return name, None
    if not is_slug(name):
        raise CannotWrite(
            f'"{name}" cannot be the name of a shared text',
            'use lower-case letters a to z, digits and single hyphens, such as "emergency-back-pain"',
        )
    folder = project.root / SHARED_FOLDER
    taken = {fold_name(entry.name) for entry in folder.iterdir()} if folder.is_dir() else set()
    if fold_name(f"{name}.md") in taken:
        raise CannotWrite(
            f"{SHARED_FOLDER}/{name}.md already exists and says something else", "choose another name with --name"
        )
    return name, SourceFile(folder / f"{name}.md", f"{SHARED_FOLDER}/{name}.md")


def _suggest_name(block: RawBlock) -> str:
    """A name made of the kind of block, if its editor wrote that, and its first words."""
    texts = [inline.content for inline in _list_texts(block)]
    kind = "" if block.kind in {"paragraph", "bullet_list", "ordered_list", "blockquote", "table"} else block.kind
    words = [kind, *re.sub(r"\[[^\]]*\]", "", " ".join(texts)).split()]
    slugs = [slug for word in words if (slug := suggest_slug(word))]
    return "-".join(slugs[:_WORDS_IN_NAME]) or "shared-text"


def _list_texts(block: RawBlock) -> Iterator[RawInline]:
    yield from (text for text in (block.title, block.inline) if text)
    for child in block.children:
        yield from _list_texts(child)


def _shape(block: RawBlock) -> object:
    """All that a block says, without what only lays out its source. Recursion is safe: block nesting is bounded."""
    texts = tuple(_normalise(text.content) if text else None for text in (block.title, block.inline))
    return block.kind, block.level, texts, tuple(map(_shape, block.children))


def _normalise(text: str) -> str:
    """Running text with its white space collapsed, hard line ends kept."""
    return "\n".join(" ".join(line.split()) for line in _HARD_BREAK.split(text))


class _Changed(NamedTuple):
    """A document with the line that uses the shared text in place of each block like it."""

    document: _Document
    change: Change
    places: tuple[Location, ...]


def _use_in(document: _Document, wanted: RawBlock, name: str) -> _Changed | None:
    """The document with its uses; ``None`` if it has no such block."""
    shape = _shape(wanted)
    source, fixes = document.source, []
    for block, lines in document.blocks:
        if block.kind == wanted.kind and _shape(block) == shape:
            start = source.line_starts[lines.start - 1]
            end = source.text.find("\n", source.line_starts[lines.stop - 2])
            place = source.locate(Span(start, end if end >= 0 else len(source.text)))
            fixes.append(Fix("", place, f":::{{{USE}}} {name}"))
    if not fixes:
        return None
    after = apply(document.data.decode(), fixes).text.encode()
    return _Changed(document, Change(document.files.text, document.data, after), tuple(fix.location for fix in fixes))


def _verify(changed: Iterable[_Changed], after: Site, before: Site) -> None:
    """Raise ``CannotWrite`` unless each article says the same as before, by the same numbers."""
    for each in changed:
        texts = (each.change.before, before), (each.change.after, after)
        said = [_summarise(_parse(each.document, data, site), site) for data, site in texts]
        if said[0] != said[1]:
            raise CannotWrite(
                f"{each.document.source.path}: would not say the same with the shared text",
                f"Nothing was written. {PLEASE_REPORT}",
            )


def _parse(document: _Document, data: bytes, site: Site) -> Article | None:
    def read(_file: SourceFile, _allowance: Allowance) -> ReadBytes:
        return ReadBytes(data)

    files = document.files._replace(pictures=(), reviews=None)
    return read_article(files, document.kind, site, read).article


def _summarise(article: Article | None, site: Site) -> object:
    """What an article says: its ledger, in order, and its numbered sources."""
    if article is None:
        return None
    rows = [
        (claim.id, claim.text, claim.block, claim.status, claim.kind, [item.key for item in claim.citations])
        for claim in article.claims
    ]
    entries = [(entry.reference.key, len(entry.uses)) for entry in number(article, site.bibliography).entries]
    return rows, entries, article.words, len(article.problems)
