"""Chromium as a printer: it opens each page at its public address, so links in the PDF lead to the public site.

But every request is answered from the staged folder, or refused: nothing leaves this computer.
"""

from __future__ import annotations

import base64
import mimetypes
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

from citewell.errors import STILL_THERE, ConfigurationError, PrintingFailed
from citewell.messages import Words
from citewell.model.site import Paper, Site
from citewell.outputs.pdf.cache import compute_digest
from citewell.outputs.pdf.chromium import find_printer
from citewell.outputs.pdf.devtools import SECONDS_PER_COMMAND, Browser
from citewell.outputs.pdf.file import replace_facts
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
#: The version of our way of printing. Change it when a PDF would come out differently: all are then printed again.
_VERSION: Final = "1"


@dataclass(frozen=True, slots=True)
class PdfJob:
    """An article to print: its address from the root, the name of its PDF, and the facts to write into it."""

    address: str
    name: str
    title: str
    authors: str
    published: date | None
    updated: date | None


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """The path of a Chromium, the paper, the site's address (it ends in ``/``), and the texts of the interface."""

    program: str
    paper: Paper
    site_address: str
    words: Words


def choose_print_settings(site: Site) -> PrintSettings:
    """The settings for a site that has PDF files. Raises ``ConfigurationError`` if something is missing."""
    paper = site.settings.pdf
    assert paper is not None
    if not site.settings.address:
        raise ConfigurationError(
            "site.yml asks for PDF files and does not say where the site will be",
            "write `address:` there, too: links in a PDF lead to it",
        )
    return PrintSettings(find_printer(), paper, normalise_site_address(site.settings.address), site.words)


def normalise_site_address(address: str) -> str:
    """A site's address as a browser requests its pages: host in lower-case ASCII, no default port, path in ASCII.

    It ends in ``/``. Raises ``ConfigurationError`` if no page can have an address that begins so (WHATWG URL, 4.4).
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = {"http": 80, "https": 443}[parts.scheme]
        place = host if parts.port in (None, port) else f"{host}:{parts.port}"
    except (KeyError, ValueError):  # another scheme, or a port or host that is not valid
        host = place = ""
    if not host or "@" in parts.netloc or parts.query or parts.fragment:
        raise ConfigurationError(
            f"{SITE_YML}: there can be no pages below the address {address}",
            "write it as in https://www.example.org/health/, without a name, ? or #",
        )
    return f"{parts.scheme}://{place}{quote(parts.path, safe=_IN_PATHS)}"


def describe_print(job: PdfJob, settings: PrintSettings, browser_version: str) -> str:
    """Everything that a PDF depends on besides the files it shows."""
    return repr((_VERSION, browser_version, settings.site_address, write_sheet_style(job.title, settings), job))


def read_version(program: str) -> str:
    """The version that a browser reports. Raises ``PrintingFailed``."""
    try:
        done = subprocess.run(  # noqa: S603 - the program that the publisher's own PATH or environment names
            [program, "--version"],
            check=True,
            capture_output=True,
            timeout=SECONDS_PER_COMMAND,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise PrintingFailed(f"{program}: does not say its version", STILL_THERE) from error
    return done.stdout.decode("utf-8", "replace").strip()


def write_sheet_style(title: str, settings: PrintSettings) -> str:
    """CSS for the paper, and for the title and the number of the sheet at the foot of each sheet."""
    number, total = "\ue000", "\ue001"  # of Unicode's private use: no text holds them
    counted = _quote_css(settings.words("save.sheet", number=number, total=total))
    counted = counted.replace(number, '" counter(page) "').replace(total, '" counter(pages) "')
    title = with_isolating_characters(title, settings.words)
    return (
        f"@page{{size:{settings.paper};@bottom-left{{content:{_quote_css(title)}}}"
        f"@bottom-right{{content:{counted};white-space:nowrap}}}}"
    )


def _quote_css(words: str) -> str:
    """A string of CSS in which everything but letters and digits is written as its code (CSS Syntax 3, 4.3.7)."""
    return '"' + re.sub(r"[^\w \ue000\ue001]", lambda odd: f"\\{ord(odd[0]):x} ", words) + '"'


class PdfPrinter:
    """One tab of a browser, in which one page after another is opened and printed.

    ``files_read`` are the digests of the files that the last page showed, by path in ``staged``; ``refused`` are
    addresses that any page requested and that are not on the site.
    """

    def __init__(self, browser: Browser, staged: Path, settings: PrintSettings) -> None:
        self._browser, self._staged, self._settings = browser, staged.resolve(), settings
        self._loaded = False
        self._job: PdfJob | None = None
        self.files_read: dict[str, str] = {}
        self.refused: list[str] = []
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        self._tab = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        browser.listener = self._handle_event
        browser.ask("Page.enable", self._tab)
        browser.ask("Fetch.enable", self._tab, patterns=[{"urlPattern": "*"}])
        # A page is whole without its scripts, and without them it is the same each time.
        browser.ask("Emulation.setScriptExecutionDisabled", self._tab, value=True)

    def print_page(self, job: PdfJob) -> bytes:
        """The PDF of a page. Raises ``PrintingFailed``."""
        self._job, self._loaded, self.files_read = job, False, {}
        try:
            self._open(self._settings.site_address + quote(job.address))
            printed = self._browser.ask("Page.printToPDF", self._tab, **_PRINT)
            facts = {"Title": job.title, "Author": job.authors, "Creator": "Citewell"}
            return replace_facts(base64.b64decode(printed["data"]), facts, job.published, job.updated)
        except PrintingFailed as error:
            raise PrintingFailed(f"{job.address}: {error.message}", error.hint) from error

    def _open(self, address: str) -> None:
        opened = self._browser.ask("Page.navigate", self._tab, url=address)
        if "errorText" in opened:  # otherwise the browser's own error page would be printed
            raise PrintingFailed(f"Chromium cannot open {address} ({opened['errorText']})", STILL_THERE)
        self._browser.wait(lambda: self._loaded, "loading the page")

    def _handle_event(self, event: str, parameters: Any) -> None:
        if event == "Page.loadEventFired":
            self._loaded = True
        elif event == "Fetch.requestPaused":
            self._answer_request(parameters["requestId"], parameters["request"]["url"])

    def _answer_request(self, request: str, url: str) -> None:
        """Give the browser the file of the staged site that has this address, or refuse."""
        path = self._find_file(url)
        if path is None:
            self.refused.append(url)
            self._browser.send("Fetch.failRequest", self._tab, requestId=request, errorReason="BlockedByClient")
            return
        data = (self._staged / path).read_bytes()
        self.files_read[str(path)] = compute_digest(data)
        if self._job and path == PurePosixPath(self._job.address) / "index.html":
            style = write_sheet_style(self._job.title, self._settings)
            data = data.replace(_HEAD, f"<style>{style}</style>".encode() + _HEAD, 1)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self._browser.send(
            "Fetch.fulfillRequest",
            self._tab,
            requestId=request,
            responseCode=200,
            responseHeaders=[{"name": "Content-Type", "value": f"{kind}; charset=utf-8" if "text/" in kind else kind}],
            body=base64.b64encode(data).decode("ascii"),
        )

    def _find_file(self, url: str) -> PurePosixPath | None:
        """The file of the staged site that has this address; ``None`` if there is none."""
        if not url.startswith(self._settings.site_address):
            return None
        path = unquote(url[len(self._settings.site_address) :].partition("#")[0].partition("?")[0])
        found = PurePosixPath(f"{path}index.html" if not path or path.endswith("/") else path)
        whole = (self._staged / found).resolve()
        return found if whole.is_relative_to(self._staged) and whole.is_file() else None
