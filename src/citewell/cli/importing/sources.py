"""What somebody asked to import: files, folders of files, and addresses, each read into a document."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from citewell.errors import CitewellError, ContentUnreadable
from citewell.formats.terminal_text import make_visible
from citewell.imports.document import Document, PictureBlock
from citewell.imports.pictures import PictureFolder, PictureReader
from citewell.imports.readers import choose_reader, html, list_readers
from citewell.model.file_problems import FileSort
from citewell.rules import describe_problem
from citewell.source.file_names import is_debris
from citewell.source.files import MEBIBYTE, Allowance, SourceFile, read_bytes

if TYPE_CHECKING:
    from citewell.evidence.network.web import Web
    from citewell.model.site import Settings
    from citewell.project import Project

#: A page with its pictures inside; Word documents are mostly pictures.
_LARGEST: Final = Allowance(FileSort.IMPORT, 32 * MEBIBYTE)
_LARGEST_PAGE: Final = 8 * MEBIBYTE
_MOST_FILES: Final = 1000
_MOST_PICTURES: Final = 50
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A document with how it is shown, a name to fall back on for its title, and what reads its pictures."""

    shown: str
    stem: str
    document: Document
    pictures: PictureReader


def is_address(source: str) -> bool:
    """Whether a source is the address of a page, not a file."""
    return _ADDRESS.fullmatch(source) is not None


def list_sources(sources: Sequence[str]) -> list[str]:
    """The sources, with the files of each folder in its place. Raises ``click.UsageError`` for what is not there."""
    found = [each for source in sources for each in ([source] if is_address(source) else _list_files(Path(source)))]
    if len(found) > _MOST_FILES:
        raise click.UsageError(f"that is more than {_MOST_FILES:,} files; import them folder by folder")
    return list(dict.fromkeys(found))


def _list_files(path: Path) -> Iterator[str]:
    if not path.is_dir():
        if not path.exists():
            raise click.UsageError(f'there is no file or folder "{make_visible(str(path))}"')
        yield str(path)
        return
    endings = {ending for reader in list_readers().values() for ending in reader.ENDINGS}
    files = sorted(each for each in path.rglob("*") if each.suffix.lower() in endings and each.is_file())
    wanted = [each for each in files if not any(is_debris(part) for part in each.relative_to(path).parts)]
    if not wanted:
        raise click.UsageError(
            f"{make_visible(str(path))} has no file that can be imported ({', '.join(sorted(endings))})"
        )
    yield from map(str, wanted)


def read_file(source: str) -> ReadSource:
    """Read a file. Raises a ``CitewellError`` that names it."""
    path, shown = Path(source), make_visible(source)
    data, problems = read_bytes(SourceFile(path.resolve(), shown), _LARGEST)
    if data is None:
        raise ContentUnreadable(f"{shown}: cannot be read: {describe_problem(problems[0])}")
    try:
        document = choose_reader(path.name, data).read_document(data, "")
    except ContentUnreadable as error:
        message = error.message if error.message.startswith(path.name) else f"{shown}: {error.message}"
        raise ContentUnreadable(message, error.hint) from error
    return ReadSource(shown, path.stem, document, PictureFolder(path.parent))


def fetch_page(address: str, settings: Settings, project: Project) -> ReadSource:
    """Fetch a page and its pictures. Raises a ``CitewellError`` that names the address."""
    return asyncio.run(_fetch_page(address, settings, project))


async def _fetch_page(address: str, settings: Settings, project: Project) -> ReadSource:
    from citewell.evidence.network.response import Answer  # noqa: PLC0415 - of the extra "evidence"
    from citewell.evidence.network.web import Web  # noqa: PLC0415 - as above

    shown = make_visible(address)
    async with Web(settings.evidence, settings.contact, project.page_cache) as web:
        answer = await web.get(address, most=_LARGEST_PAGE)
        if not isinstance(answer, Answer):
            raise ContentUnreadable(f"{shown}: {answer.detail or 'the page did not answer'}")
        if answer.status != 200:
            raise ContentUnreadable(
                f"{shown}: the page answered with status {answer.status}", "Save it in a browser instead."
            )
        try:
            name = answer.final_url.partition("?")[0].rsplit("/", 1)[-1]
            is_page = "html" in answer.headers.get("content-type", "")
            reader = html if is_page else choose_reader(name, answer.body)
            document = reader.read_document(answer.body, answer.final_url)
        except CitewellError as error:
            raise ContentUnreadable(f"{shown}: {error.message}", error.hint) from error
        pictures = await _fetch_pictures(web, document)
    return ReadSource(shown, name, document, lambda picture: pictures.get(picture, "it could not be fetched"))


async def _fetch_pictures(web: Web, document: Document) -> dict[str, bytes | str]:
    from citewell.evidence.network.response import Answer  # noqa: PLC0415 - as above

    wanted = dict.fromkeys(
        block.address for block in document.blocks if isinstance(block, PictureBlock) and block.address
    )
    answers = await asyncio.gather(*(web.get(each, "image/*") for each in [*wanted][:_MOST_PICTURES]))
    return {
        each: answer.body if isinstance(answer, Answer) and answer.status == 200 else "the site did not send it"
        for each, answer in zip(wanted, answers, strict=False)
    }
