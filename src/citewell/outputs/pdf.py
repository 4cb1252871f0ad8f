"""A PDF for each article, printed by Chromium from the page that readers get, to be saved or handed to somebody.

One browser prints all of them. It opens each page at the address the page will have, so links in the PDF lead to the
public site; but every request is answered from the staged folder, or refused: nothing leaves this computer.
"""

from __future__ import annotations

import base64
import mimetypes
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

from citewell.citations.number import NumberedArticle
from citewell.errors import STILL_THERE, ConfigurationError, PrintingFailed
from citewell.messages import Words
from citewell.model.addresses import address_of, pdf_name
from citewell.model.article import ArticleKind, PublicationStatus
from citewell.model.site import Paper, Site
from citewell.outputs import devtools
from citewell.outputs.chromium import find_chromium
from citewell.outputs.pdf_cache import PdfCache, digest
from citewell.outputs.pdf_file import with_facts
from citewell.project import SITE_YML
from citewell.render.number_isolation import with_isolating_characters

_PRINT: Final[Mapping[str, Any]] = {
    "preferCSSPageSize": True,
    "generateTaggedPDF": True,
    "generateDocumentOutline": True,
    "displayHeaderFooter": False,
    "printBackground": False,
}
_HEAD: Final = b"</head>"
_IN_PATHS: Final = "/%!$&'()*+,;=:@~"  # what browsers leave as it is (WHATWG URL, 1.3)
#: A name for the way we print: change it when a PDF would come out otherwise, and all are printed again.
_WAY: Final = "1"


@dataclass(frozen=True, slots=True)
class PdfJob:
    """An article to be printed: its address from the root, the name of its PDF, and the facts to write into it."""

    address: str
    name: str
    title: str
    authors: str
    published: date | None
    updated: date | None


@dataclass(frozen=True, slots=True)
class PdfPrinter:
    """What prints: the path of a Chromium, the paper, the site's address (it ends in ``/``), the words of a sheet."""

    program: str
    paper: Paper
    site_address: str
    words: Words


def press(site: Site, site_address: str) -> PdfPrinter:
    """What a site that has PDF files is printed with. Raises ``ConfigurationError`` if it is not there."""
    paper = site.settings.pdf
    assert paper is not None
    if not site_address:
        raise ConfigurationError(
            "site.yml asks for PDF files and does not say where the site will be",
            "write `address:` there, too: links in a PDF lead to it",
        )
    return PdfPrinter(find_chromium(), paper, as_browsers_write(site_address), site.words)


def as_browsers_write(address: str) -> str:
    """The address of a site as a browser asks for its pages: host in lower-case ASCII, no usual port, path in ASCII.

    It ends in ``/``. Raises ``ConfigurationError`` for what pages cannot stand below (WHATWG URL, 4.4).
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = {"http": 80, "https": 443}[parts.scheme]
        place = host if parts.port in (None, port) else f"{host}:{parts.port}"
    except (KeyError, ValueError):  # another scheme, a port that is no number, a host that is none
        host = place = ""
    if not host or "@" in parts.netloc or parts.query or parts.fragment:
        raise ConfigurationError(
            f"{SITE_YML}: there can be no pages below the address {address}",
            "write it as in https://www.example.org/health/, without a name, ? or #",
        )
    return f"{parts.scheme}://{place}{quote(parts.path, safe=_IN_PATHS)}"


def leaflets(site: Site, numbered: Iterable[NumberedArticle]) -> tuple[PdfJob, ...]:
    """The published articles; a draft and a withdrawn article have no PDF."""
    return tuple(
        _leaflet(each, site)
        for each in numbered
        if each.article.kind is ArticleKind.ARTICLE and each.article.front.status is PublicationStatus.PUBLISHED
    )


def _leaflet(numbered: NumberedArticle, site: Site) -> PdfJob:
    article = numbered.article
    front = article.front
    names = (site.people[author.text].name for author in front.authors if author.text in site.people)
    return PdfJob(
        address=address_of(article),
        name=pdf_name(article),
        title=front.title.text,
        authors=", ".join(dict.fromkeys(names)) or site.settings.publisher,
        published=front.published.day if front.published else None,
        updated=front.updated.day if front.updated else None,
    )


def print_all(wanted: Sequence[PdfJob], staged: Path, cache: Path, press: PdfPrinter) -> int:
    """Put the PDF of each of the ``wanted`` beside its page in ``staged``; return how many had to be printed.

    Those that were printed before from the same files are taken from ``cache``. Raises ``PrintingFailed``, or
    ``CannotWrite``.
    """
    version = _version(press.program)
    kept = PdfCache(cache, staged)
    kept.keep_only({PurePosixPath(each.name).stem for each in wanted})
    missing = []
    for each in wanted:
        pdf = kept.get(PurePosixPath(each.name).stem, _asked(each, press, version))
        if pdf is None:
            missing.append(each)
        else:
            (staged / each.address / each.name).write_bytes(pdf)
    if missing:
        with devtools.running(press.program) as browser:
            printer = Printer(browser, staged, press)
            for each in missing:
                pdf = printer.print(each)
                kept.put(PurePosixPath(each.name).stem, _asked(each, press, version), printer.read, pdf)
                (staged / each.address / each.name).write_bytes(pdf)
    return len(missing)


def _asked(leaflet: PdfJob, press: PdfPrinter, version: str) -> str:
    """All that a PDF depends on besides the files it shows."""
    return repr((_WAY, version, press.site_address, sheet_style(leaflet.title, press), leaflet))


def _version(program: str) -> str:
    """What the browser calls itself. Raises ``PrintingFailed``."""
    try:
        done = subprocess.run(  # noqa: S603 - the program that the publisher's own PATH or environment names
            [program, "--version"], check=True, capture_output=True, timeout=devtools.PATIENCE, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise PrintingFailed(f"{program}: does not say its version", STILL_THERE) from error
    return done.stdout.decode("utf-8", "replace").strip()


def sheet_style(title: str, press: PdfPrinter) -> str:
    """The paper, and at the foot of each sheet the title and the number of the sheet."""
    number, total = "\ue000", "\ue001"  # of Unicode's private use: no text holds them
    shown = _css_text(press.words("save.sheet", number=number, total=total))
    shown = shown.replace(number, '" counter(page) "').replace(total, '" counter(pages) "')
    title = with_isolating_characters(title, press.words)
    return (
        f"@page{{size:{press.paper};@bottom-left{{content:{_css_text(title)}}}"
        f"@bottom-right{{content:{shown};white-space:nowrap}}}}"
    )


def _css_text(words: str) -> str:
    """A string of CSS in which everything but letters and digits is written as its code (CSS Syntax 3, 4.3.7)."""
    return '"' + re.sub(r"[^\w \ue000\ue001]", lambda odd: f"\\{ord(odd[0]):x} ", words) + '"'


class Printer:
    """One tab of a browser, in which one page after another is opened and printed.

    ``read`` are the digests of the files that the last page showed, by path in ``staged``; ``refused`` are addresses
    that any page asked for and that are not on the site.
    """

    def __init__(self, browser: devtools.Browser, staged: Path, press: PdfPrinter) -> None:
        self._browser, self._staged, self._press = browser, staged.resolve(), press
        self._loaded = False
        self._leaflet: PdfJob | None = None
        self.read: dict[str, str] = {}
        self.refused: list[str] = []
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        self._tab = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        browser.listener = self._hear
        browser.ask("Page.enable", self._tab)
        browser.ask("Fetch.enable", self._tab, patterns=[{"urlPattern": "*"}])
        # A page is whole without its scripts, and without them it is the same each time.
        browser.ask("Emulation.setScriptExecutionDisabled", self._tab, value=True)

    def print(self, leaflet: PdfJob) -> bytes:
        """The PDF of a page. Raises ``PrintingFailed``."""
        self._leaflet, self._loaded, self.read = leaflet, False, {}
        try:
            self._open(self._press.site_address + quote(leaflet.address))
            printed = self._browser.ask("Page.printToPDF", self._tab, **_PRINT)
            facts = {"Title": leaflet.title, "Author": leaflet.authors, "Creator": "Citewell"}
            return with_facts(base64.b64decode(printed["data"]), facts, leaflet.published, leaflet.updated)
        except PrintingFailed as error:
            raise PrintingFailed(f"{leaflet.address}: {error.message}", error.hint) from error

    def _open(self, address: str) -> None:
        opened = self._browser.ask("Page.navigate", self._tab, url=address)
        if "errorText" in opened:  # what would be printed is the browser's own page, which says so
            raise PrintingFailed(f"Chromium cannot open {address} ({opened['errorText']})", STILL_THERE)
        self._browser.wait(lambda: self._loaded, "loading the page")

    def _hear(self, event: str, parameters: Any) -> None:
        if event == "Page.loadEventFired":
            self._loaded = True
        elif event == "Fetch.requestPaused":
            self._answer(parameters["requestId"], parameters["request"]["url"])

    def _answer(self, request: str, url: str) -> None:
        """Give the browser the file of the staged site that an address stands for, or nothing."""
        path = self._path(url)
        if path is None:
            self.refused.append(url)
            self._browser.tell("Fetch.failRequest", self._tab, requestId=request, errorReason="BlockedByClient")
            return
        data = (self._staged / path).read_bytes()
        self.read[str(path)] = digest(data)
        if self._leaflet and path == PurePosixPath(self._leaflet.address) / "index.html":
            style = sheet_style(self._leaflet.title, self._press)
            data = data.replace(_HEAD, f"<style>{style}</style>".encode() + _HEAD, 1)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self._browser.tell(
            "Fetch.fulfillRequest",
            self._tab,
            requestId=request,
            responseCode=200,
            responseHeaders=[{"name": "Content-Type", "value": f"{kind}; charset=utf-8" if "text/" in kind else kind}],
            body=base64.b64encode(data).decode("ascii"),
        )

    def _path(self, url: str) -> PurePosixPath | None:
        """The file of the staged site that stands at an address, if there is one."""
        if not url.startswith(self._press.site_address):
            return None
        path = unquote(url[len(self._press.site_address) :].partition("#")[0].partition("?")[0])
        found = PurePosixPath(f"{path}index.html" if not path or path.endswith("/") else path)
        whole = (self._staged / found).resolve()
        return found if whole.is_relative_to(self._staged) and whole.is_file() else None
