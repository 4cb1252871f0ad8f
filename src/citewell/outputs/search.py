"""The search index: made by Pagefind from the text of the built pages, in chunks of which a browser loads only a few.

Pagefind is given one small document for each page: the article's own words and headings, without the banner, the
contents, the marks and the sources, which are alike on every page and would be found with each. So no page carries
anything for the index, and what is found is decided here alone. The same pages give the same bytes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from citewell.errors import STILL_THERE, ConfigurationError, IndexFailed
from citewell.markup import Markup, element
from citewell.model.addresses import SEARCH, SEARCH_INDEX, relative_link
from citewell.model.content_names import folder_digest
from citewell.outputs.index_order import sort_filters, unpacked
from citewell.outputs.search_documents import SearchDocument
from citewell.plain_words.normal_form import normal_form

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

PACKAGES: Final = ("pagefind", "pagefind_bin")
"""What the extra ``search`` of ``pyproject.toml`` brings, as it is imported."""
PATIENCE: Final = 600
"""Seconds that Pagefind may take. For 2,000 articles it needs 7 of one processor."""

# Parts of an article's page that are no text of the article: the way around, marks, sources, and what is said alike on
# every page. Of a picture, only its caption is text.
_NOT_ITS_TEXT: Final = (
    "nav, [role=navigation], form, script, style, template, noscript, img, svg, .cites, .meaning, .byline, .alarm, "
    ".beside, .evidence-view, .corrections, .save, .related, .sources, .notice, .report, .meta, .sideways, .cited, "
    "h1, .takeaway h2, .on-glossary > h2, [hidden], [popover]"
)
# A card's heading goes on in its list, and "Do" says nothing by itself: in a result neither could stand as a link.
_NO_SECTION: Final = ".care :is(h2, h3, h4), .dos :is(h2, h3, h4)"
_STROKE: Final = re.compile(r"(?<=\w)/(?=\w)")
_DASH: Final = re.compile(r"(?<=\w)—(?=\w)")
# How much a word of one of the site's own pages counts, beside 1 in an article (Pagefind: "Weighting sections").
_OWN_PAGES: Final = "0.3"


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was made: how many pages can be found, in how many files, and how large the files are in all, in bytes."""

    pages: int
    files: int
    size: int


def require_pagefind() -> None:
    """Raise ``ConfigurationError`` unless Pagefind is installed; nothing is imported for that."""
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"the search needs packages that are not installed: {', '.join(missing)}",
            "python3 scripts/build.py installs them; or write `search: false` in content_src/site.yml",
        )


def make_index(staged: Path, pages: Iterable[SearchDocument], language: str) -> Indexed:
    """Make the index of these pages of the site in ``staged``, put it there, and have the search page lead to it.

    ``language`` is a BCP 47 tag. Beside ``staged`` a folder is made and removed again. Raises ``IndexFailed`` in one
    line, whatever went wrong.
    """
    work = staged.with_name(f"{staged.name}-search")  # so it is cleared up like the staged site, should this be killed
    documents, index = work / "documents", work / "index"
    language = language.partition("-")[0]
    try:
        shutil.rmtree(work, ignore_errors=True)
        documents.mkdir(parents=True)
        try:
            for page in pages:
                target = documents / page.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(_document(page, (staged / page.path).read_bytes(), language), encoding="utf-8")
            _run_pagefind(documents, index, language)
            _require_whole(index)
            sort_filters(index)
            _tidy(index)
            return _counted(_placed(index, staged))
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except (OSError, ValueError, KeyError) as error:
        raise IndexFailed(f"the search index could not be made: {error}", STILL_THERE) from error


def _placed(index: Path, staged: Path) -> Path:
    """Move an index to where its content says, so that a page goes on with the index that it was made with."""
    files = (path for path in index.rglob("*") if path.is_file())
    name = folder_digest({path.relative_to(index).as_posix(): path.read_bytes() for path in files})
    place = staged / SEARCH_INDEX / name
    place.parent.mkdir()
    index.rename(place)
    page = staged / SEARCH / "index.html"
    usual = f'data-index="{relative_link(SEARCH, SEARCH_INDEX)}'
    html = page.read_bytes()
    if html.count(usual.encode()) != 1:
        raise ValueError("the search page does not say where its index is")
    page.write_bytes(html.replace(usual.encode(), f"{usual}{name}/".encode()))
    return place


def _document(page: SearchDocument, html: bytes, language: str) -> str:
    """What Pagefind is to know of a page."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - `citewell check` has no pages to read

    article = LexborHTMLParser(html.decode("utf-8")).css_first("article")
    if article is None:
        raise ValueError(f"{page.path} has no article")
    topics = (element("meta", content=topic, data_pagefind_filter="topic[content]") for topic in page.topics)
    told = [_meta(name, said) for heading in article.css("h1") for name, said in _titles(heading.text())]
    if page.also:
        told.append(_meta("also", _searchable(", ".join(page.also))))
    for node in article.css(_NOT_ITS_TEXT):
        node.decompose()
    for heading in article.css(_NO_SECTION):
        del heading.attrs["id"]  # Pagefind makes a section of each heading that has one
    for cell in article.css("th, td, caption"):
        cell.insert_child(". " if cell.text(strip=True)[-1:].isalnum() else " ")  # or it would run into the next one
    for piece in [node for node in article.traverse(include_text=True) if node.tag == "-text"]:
        said = piece.text_content or ""
        indexed = _searchable(said)
        if said != indexed:
            piece.replace_with(indexed)
    weight = _OWN_PAGES if page.own else None
    summary = [_taken_out(box) for box in article.css(".takeaways")]
    body = element("body", *summary, _html(article), data_pagefind_body=True, data_pagefind_weight=weight)
    return element("html", element("head", *told, *topics), body, lang=language)


def _titles(title: str) -> Iterator[tuple[str, str]]:
    """The title as it is searched and, where that is another, as it is shown."""
    yield "title", _searchable(title)
    if title != _searchable(title):
        yield "shown", title


def _searchable(text: str) -> str:
    """Text in its normal form, with a space where Pagefind would make one word of two: ``mg/kg``, ``pain—or not``."""
    return _DASH.sub(" — ", _STROKE.sub("/ ", normal_form(text)))


def _meta(name: str, said: str) -> Markup:
    return element("meta", content=said, data_pagefind_meta=f"{name}[content]")


def _taken_out(summary: LexborNode) -> Markup:
    """The key takeaways, to stand before the first section: they are about the article as a whole."""
    for heading in summary.css("h2, h3"):
        heading.decompose()
    html = _html(summary)
    summary.decompose()
    return html


def _html(node: LexborNode) -> Markup:
    return Markup((node.html or "").replace("\u2060", ""))  # a word joiner stands before each mark


def _run_pagefind(documents: Path, index: Path, language: str) -> None:
    """Run the program that the package brings, in a folder without its settings and without those of the environment.

    Its Python interface waits a tenth of a second for every page.
    """
    from pagefind.service import get_executable  # noqa: PLC0415 - only a build needs it

    program = get_executable()
    if program is None:
        raise ValueError("the program is missing from the package pagefind_bin")
    command = [
        str(program),
        "--silent",
        "--site",
        ".",
        "--output-path",
        str(index.resolve()),
        "--force-language",
        language,
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(  # noqa: S603 - the package's own program, and no word of the content in its command line
            command,
            cwd=documents,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise IndexFailed(f"Pagefind was not done after {PATIENCE} seconds", STILL_THERE) from error
    if done.returncode != 0:
        lines = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        why = lines[-1] if lines else f"it ended with {done.returncode}"
        raise IndexFailed(f"Pagefind could not make the search index: {why}", STILL_THERE)


def _require_whole(index: Path) -> None:
    """Raise ``IndexFailed`` if a file was not written to its end: Pagefind ignores a full disk, and ends well."""
    why = "" if (index / "pagefind.js").read_bytes().rstrip().endswith(b"};") else "pagefind.js is not whole"
    try:
        for path in sorted((*index.rglob("*.pf_*"), *index.glob("wasm.*.pagefind"))):
            unpacked(path)
        _languages(index)
    except ValueError as error:
        why = str(error)
    if why:
        raise IndexFailed(f"Pagefind did not finish the search index: {why}; is the disk full?", STILL_THERE)


def _tidy(index: Path) -> None:
    """Remove Pagefind's own pages, which nobody loads here, and its programs for other languages."""
    kept = {"pagefind.js", "pagefind-entry.json"}
    kept |= {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in _languages(index)}
    for path in index.iterdir():
        if path.is_file() and path.suffix != ".pf_meta" and path.name not in kept:
            path.unlink()


def _counted(index: Path) -> Indexed:
    files = [path for path in index.rglob("*") if path.is_file()]
    pages = sum(each["page_count"] for each in _languages(index))
    return Indexed(pages, len(files), sum(path.stat().st_size for path in files))


def _languages(index: Path) -> list[dict[str, Any]]:
    """What Pagefind says of each language of an index: here it is one."""
    return list(json.loads((index / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"].values())
