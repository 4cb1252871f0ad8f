"""Pagefind: it makes an index of many small files, of which a browser loads only a few.

It is given one small HTML document for each page, so no page of the site carries anything for the index. The same
documents give the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from citewell.errors import STILL_THERE, IndexFailed
from citewell.markup import Markup, element
from citewell.model.blocks import Passage, Prose
from citewell.outputs.search.documents import SearchDocument
from citewell.outputs.search.index_files import read_languages, unpack
from citewell.outputs.search.index_order import sort_filters
from citewell.plain_words.normal_form import normalise_words
from citewell.result_store import ResultStore
from citewell.source.plain_text import plain_text

PATIENCE: Final = 600
"""Seconds that Pagefind may take. For 2,000 articles it needs 7 of one processor."""

_STROKE: Final = re.compile(r"(?<=\w)/(?=\w)")
_DASH: Final = re.compile(r"(?<=\w)—(?=\w)")
#: How much a word of one of the site's own pages counts, beside 1 in an article (Pagefind: "Weighting sections").
_OWN_PAGES: Final = "0.3"


@contextmanager
def make_index(work: Path, documents: Iterable[SearchDocument], language: str, store: ResultStore) -> Iterator[Path]:
    """The folder of an index of these documents; it is in ``work``, which is removed when the ``with`` block ends.

    ``language`` is the primary subtag of the site's. Of documents that are those of an earlier run ``store`` has the
    index. Raises ``IndexFailed``, ``OSError``, ``ValueError`` or
    ``KeyError``.
    """
    written, index = work / "documents", work / "index"
    try:
        shutil.rmtree(work, ignore_errors=True)
        written.mkdir(parents=True)
        program = os.environ.get("PAGEFIND_BINARY_PATH", "")  # in place of the one that the package brings
        digest = f"search index {_write_documents(documents, language, written)} {language} {program}"
        known = store.get(digest)
        if known is None:
            _run_pagefind(written, index, language)
            _require_whole(index)
            sort_filters(index)
            _remove_unused(index)
            files = (path for path in index.rglob("*") if path.is_file())
            store.keep(digest, {path.relative_to(index).as_posix(): path.read_bytes() for path in files})
        else:
            for name, data in known.items():
                (index / name).parent.mkdir(parents=True, exist_ok=True)
                (index / name).write_bytes(data)
        yield index
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _write_documents(documents: Iterable[SearchDocument], language: str, folder: Path) -> str:
    """Write each document to its place in a folder; return the digest of all of them."""
    digest = hashlib.sha256()
    for document in documents:
        target, html = folder / document.path, write_document(document, language)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, encoding="utf-8")
        digest.update(f"{document.path}\n{len(html)}\n{html}".encode())
    return digest.hexdigest()


def write_document(document: SearchDocument, language: str) -> Markup:
    """A page as Pagefind reads it: HTML with its title, other words and topics in the head, and its text."""
    title = normalise(document.title)
    head = [_write_meta("title", title)]
    if title != document.title:
        head.append(_write_meta("shown", document.title))
    if document.also:
        head.append(_write_meta("also", normalise(", ".join(document.also))))
    head += [element("meta", content=topic, data_pagefind_filter="topic[content]") for topic in document.topics]
    weight = None if document.is_article else _OWN_PAGES
    text = map(_write_passage, document.passages)
    body = element("body", *text, data_pagefind_body=True, data_pagefind_weight=weight)
    return element("html", element("head", *head), body, lang=language)


def _write_passage(passage: Passage) -> Markup:
    """A heading with an id begins a section, to which a result may lead."""
    words = plain_text(passage.text.inlines).text if isinstance(passage.text, Prose) else passage.text
    tag = f"h{passage.level}" if passage.level else "p"
    return element(tag, normalise(words), id=passage.anchor or None)


def normalise(text: str) -> str:
    """Text in its normal form, with a space where Pagefind would make one word of two: ``mg/kg``, ``pain—or not``."""
    return _DASH.sub(" — ", _STROKE.sub("/ ", normalise_words(text)))


def _write_meta(name: str, content: str) -> Markup:
    return element("meta", content=content, data_pagefind_meta=f"{name}[content]")


def _run_pagefind(documents: Path, index: Path, language: str) -> None:
    """Run the program that the package brings, in a folder without its settings and without those of the environment.

    Its Python interface waits a tenth of a second for every page.
    """
    from pagefind.service import get_executable  # noqa: PLC0415 - a site without a search does without the package

    program = get_executable()
    if program is None:
        raise ValueError("the program is missing from the package pagefind_bin")
    options = ["--silent", "--site", ".", "--output-path", str(index.resolve()), "--force-language", language]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(  # noqa: S603 - the package's own program, and no word of the content in its command line
            [str(program), *options],
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
    """Raise ``IndexFailed`` if a file is incomplete: Pagefind ignores a full disk and reports success."""
    why = "" if (index / "pagefind.js").read_bytes().rstrip().endswith(b"};") else "pagefind.js is not whole"
    try:
        for path in sorted((*index.rglob("*.pf_*"), *index.glob("wasm.*.pagefind"))):
            unpack(path)
        read_languages(index)
    except ValueError as error:
        why = str(error)
    if why:
        raise IndexFailed(f"Pagefind did not finish the search index: {why}; is the disk full?", STILL_THERE)


def _remove_unused(index: Path) -> None:
    """Remove Pagefind's own pages, which no page here loads, and its programs for other languages."""
    kept = {"pagefind.js", "pagefind-entry.json"}
    kept |= {f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in read_languages(index)}
    for path in index.iterdir():
        if path.is_file() and path.suffix != ".pf_meta" and path.name not in kept:
            path.unlink()
