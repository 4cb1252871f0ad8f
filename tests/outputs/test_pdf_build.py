"""PDF files in a build: only when asked for, only what changed, always the same; a browser that fails loses nothing."""

from __future__ import annotations

import http.server
import json
import os
import re
import signal
import threading
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cli.project import Project
from tests.waiting import PATIENCE, wait_for

from citewell.errors import ConfigurationError, PrintingFailed
from citewell.messages import Words
from citewell.model.site import Paper
from citewell.outputs.pdf import devtools
from citewell.outputs.pdf.file import replace_facts
from citewell.outputs.pdf.printer import PdfJob, PdfPrinter, PrintSettings, normalise_site_address

SLUG = "can-stress-cause-headaches"
PDF = f"site/articles/{SLUG}/{SLUG}.pdf"
ARTICLE = f"content_src/articles/{SLUG}/article.md"


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A site with one article, which asks for PDF files."""
    project = Project("small", tmp_path / "small")
    project.write("content_src/site.yml", project.read("content_src/site.yml") + "\npdf: A4\n")
    return project


@pytest.fixture
def fake(tmp_path: Path, small: Project):
    """Makes a program that says its version as Chromium does, notes its process, and then does what a line says."""

    def make(line: str) -> str:
        program = tmp_path / "fake"
        version = 'case "$*" in --version) echo Chromium 1; exit;; esac'
        program.write_text(f"#!/bin/sh\n{version}\necho $$ > {small.root}/pid\n{line}\n", encoding="ascii")
        program.chmod(0o755)
        return str(program)

    return make


def _ended(small: Project) -> bool:
    """Whether the fake browser, which did run, is gone."""
    try:
        os.kill(int(small.read("pid")), 0)
    except ProcessLookupError:
        return True
    return False


def _said(file: Path) -> tuple[list[str], object]:
    """The words on each sheet and the facts of a PDF."""
    reader = PdfReader(file)
    return [sheet.extract_text() for sheet in reader.pages], reader.metadata


def test_without_the_line_in_the_settings_there_is_none(small: Project):
    small.replace("content_src/site.yml", "\npdf: A4\n", "")
    done = small.citewell("build", CITEWELL_CHROMIUM="/nowhere/chromium")

    assert done.code == 0
    assert "print " not in done.out
    assert not (small.root / PDF).exists()
    assert "Save this page" not in small.read(f"site/articles/{SLUG}/index.html")


def test_a_paper_that_nobody_knows_is_an_error(small: Project):
    small.replace("content_src/site.yml", "pdf: A4", "pdf: a4")
    done = small.citewell("check")
    assert done.code == 1
    assert '"pdf" must be one of A4, Letter, not "a4"' in done.out
    assert 'did you mean "A4"?' in done.out


def test_without_a_browser_nothing_is_begun(small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("citewell.outputs.pdf.chromium.MAC", str(tmp_path / "none"))
    done = small.citewell("build", PATH=str(tmp_path), CITEWELL_CHROMIUM="")
    assert done.code == 2
    assert "PDF files are asked for, and there is no Chromium or Chrome to print them with" in done.err
    assert "install Chromium, set CITEWELL_CHROMIUM to the path of one, or do without: delete `pdf:`" in done.err
    assert not (small.root / "docs").exists()

    done = small.citewell("build", CITEWELL_CHROMIUM="/nowhere/chromium")
    assert done.code == 2
    assert "CITEWELL_CHROMIUM names /nowhere/chromium, which is not a program that can be run." in done.err
    assert "set CITEWELL_CHROMIUM to the path of Chromium or Chrome, or unset it" in done.err


def test_links_in_a_pdf_need_the_address_of_the_site(small: Project, chromium: str):
    small.replace("content_src/site.yml", "address: https://small.example/\n", "")
    done = small.citewell("build", CITEWELL_CHROMIUM=chromium)
    assert done.code == 2
    assert "site.yml asks for PDF files and does not say where the site will be" in done.err


@pytest.mark.parametrize(
    ("written", "asked_for"),
    [
        ("https://X.Example/Health/", "https://x.example/Health/"),
        ("https://x.example:443/", "https://x.example/"),
        ("http://x.example:8080/", "http://x.example:8080/"),
        ("https://gesündheit.example/", "https://xn--gesndheit-s9a.example/"),
        ("https://x.example/a b/ü/%7Ea/", "https://x.example/a%20b/%C3%BC/%7Ea/"),
    ],
)
def test_the_address_of_the_site_is_written_as_a_browser_asks_for_it(written: str, asked_for: str):
    assert normalise_site_address(written) == asked_for


@pytest.mark.parametrize(
    "address",
    ["https://x.example/?a=b/", "https://x.example/#f/", "ftp://x.example/", "https://u:p@x.example/", "https://x:y/"],
)
def test_an_address_below_which_no_page_can_stand_is_one_line(address: str):
    with pytest.raises(ConfigurationError) as caught:
        normalise_site_address(address)
    assert caught.value.message == f"content_src/site.yml: there can be no pages below the address {address}"


@pytest.mark.browser
def test_a_page_that_cannot_be_opened_is_never_printed(small: Project, chromium: str):
    small.replace("content_src/site.yml", "address: https://small.example/", "address: https://small.example/a/../b/")
    done = small.citewell("build", CITEWELL_CHROMIUM=chromium)
    assert done.code == 2
    assert "Chromium cannot open https://small.example/a/../b/" in done.err
    assert not (small.root / PDF).exists()


@pytest.mark.browser
def test_a_site_may_stand_at_any_address(small: Project, chromium: str):
    small.replace(
        "content_src/site.yml", "address: https://small.example/", "address: https://Small.example:443/Gesünd/"
    )
    done = small.citewell("build", CITEWELL_CHROMIUM=chromium)
    assert done.code == 0, done.err
    sheets, _ = _said(small.root / PDF)
    assert "Stress is one of several causes" in " ".join("".join(sheets).split())


def test_a_link_in_place_of_the_cache_is_not_followed(small: Project, fake, tmp_path: Path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine", encoding="ascii")
    (small.root / ".citewell").mkdir()
    (small.root / ".citewell/pdf").symlink_to(mine)
    done = small.citewell("build", CITEWELL_CHROMIUM=fake("exit 1"))
    assert done.code == 2
    assert ".citewell/pdf: is a link" in done.err
    assert (mine / "letter.txt").read_text("ascii") == "mine"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("echo 'No usable sandbox!' >&2; exit 1", "Chromium ended before it had printed: No usable sandbox!"),
        ("exec 4>&-; sleep 60", "Chromium ended before it had printed: it gave no reason"),
        ("sleep 60", "Chromium took longer than 1 seconds (Target.createTarget)"),
        ("printf '{}\\0not json\\0' >&4; sleep 60", "Chromium sent something that is not of the DevTools protocol"),
        ("yes | tr -d '\\n' >&4", "Chromium sent something that is not of the DevTools protocol"),
        ("exec head -c 9 <&3 >&2", "Chromium ended before it had printed"),
    ],
)
def test_a_browser_that_dies_or_hangs_loses_nothing(small: Project, fake, monkeypatch, line: str, said: str):
    small.replace("content_src/site.yml", "\npdf: A4\n", "")
    assert small.citewell("build").code == 0
    before = small.read("site/index.html")
    small.write("content_src/site.yml", small.read("content_src/site.yml") + "\npdf: A4\n")
    monkeypatch.setattr(devtools, "SECONDS_PER_COMMAND", 1.0)
    monkeypatch.setattr(devtools, "_LARGEST", 1 << 20)
    done = small.citewell("build", CITEWELL_CHROMIUM=fake(line))

    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err
    assert small.read("site/index.html") == before
    assert _ended(small)


def test_a_browser_that_does_not_say_its_version_is_one_line(small: Project, tmp_path: Path):
    program = tmp_path / "odd"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="ascii")
    program.chmod(0o755)
    done = small.citewell("build", CITEWELL_CHROMIUM=str(program))
    assert done.code == 2
    assert "does not say its version" in done.err


def test_an_interruption_ends_the_browser(small: Project, fake):
    with small.start("build", CITEWELL_CHROMIUM=fake("sleep 3000")) as process:
        wait_for(lambda: (small.root / "pid").exists() and small.read("pid").strip(), "the browser")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert _ended(small)
    assert not (small.root / "site").exists()


@pytest.mark.browser
def test_it_is_printed_once_and_again_only_when_its_page_changes(small: Project, chromium: str):
    def build() -> str:
        done = small.citewell("build", CITEWELL_CHROMIUM=chromium)
        assert done.code == 0, done.err
        found = re.search(r"^  print .* s   (.*)$", done.out, re.MULTILINE)
        assert found
        return found[1]

    assert build() == "1 PDF, 1 of them new"
    first, said = (small.root / PDF).read_bytes(), _said(small.root / PDF)
    assert build() == "1 PDF, 0 of them new"
    assert (small.root / PDF).read_bytes() == first, "the same, byte for byte"

    kept = small.root / ".citewell/pdf"
    (kept / f"{SLUG}.pdf").write_bytes(first[:1000])
    assert build() == "1 PDF, 1 of them new", "what is damaged is not used"
    assert _said(small.root / PDF) == said, "printed twice it says the same"
    (kept / f"{SLUG}.json").write_text(json.dumps({"asked": 1, "pdf": [], "from": None}), encoding="ascii")
    assert build() == "1 PDF, 1 of them new"

    text = small.read(ARTICLE)
    small.write(ARTICLE, text.replace("Stress is one", "Much stress is one", 1))
    assert build() == "1 PDF, 1 of them new"
    assert (small.root / PDF).read_bytes() != first

    (kept / "gone.pdf").write_bytes(b"of an article that was removed")
    small.write(ARTICLE, text.replace("status: published", "status: draft"))
    assert build() == "0 PDFs, 0 of them new"
    assert not (small.root / PDF).exists()
    assert list(kept.iterdir()) == []


@pytest.mark.browser
def test_the_day_in_it_is_the_articles_own_and_not_the_day_of_the_build(small: Project, chromium: str):
    small.citewell("build", CITEWELL_CHROMIUM=chromium)
    data = (small.root / PDF).read_bytes()
    assert re.findall(rb"\(D:(\w+)\)", data) == [b"20260215000000Z", b"20260215000000Z"]
    assert b"HeadlessChrome" not in data


def test_a_preview_offers_none(small: Project):
    from datetime import date  # noqa: PLC0415 - of this test alone

    from citewell.preview import preview  # noqa: PLC0415 - as above

    preview(small.paths, date(2026, 3, 1))
    page = (small.paths.preview_site / f"articles/{SLUG}/index.html").read_text(encoding="utf-8")
    assert "Save this page" not in page


@pytest.mark.browser
def test_no_request_leaves_the_computer(tmp_path: Path, chromium: str):
    heard: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        other = f"http://127.0.0.1:{server.server_port}"
        folder = tmp_path / "site/articles/x"
        folder.mkdir(parents=True)
        (tmp_path / "secret.txt").write_text("secret", encoding="ascii")
        (folder / "own.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="ascii")
        asking = (
            f'<!doctype html><html lang="en"><head><title>X</title><link rel="stylesheet" href="{other}/a.css">'
            f'<link rel="preconnect" href="{other}"><link rel="dns-prefetch" href="//other.example">'
            f'<style>@import url("{other}/b.css"); h1 {{ background: url({other}/c.png) }}</style></head>'
            f"<body><h1>X</h1>"
            f'<img src="own.svg" alt=""><img src="{other}/d.png" alt=""><img src="../..%2f..%2fsecret.txt" alt="">'
            f'<iframe src="{other}/e.html"></iframe><img src="file://{tmp_path}/secret.txt" alt="">'
            f'<script src="{other}/f.js"></script><a href="{other}/g">away</a></body></html>'
        )
        (folder / "index.html").write_text(asking, encoding="utf-8")
        settings = PrintSettings(chromium, Paper.A4, "https://x.example/sub/", Words())
        with devtools.run_browser(chromium) as browser:
            printer = PdfPrinter(browser, tmp_path / "site", settings)
            pdf = printer.print_page(PdfJob("articles/x/", "x.pdf", "X", "Nobody", None, None))
        server.shutdown()

    assert heard == []
    assert pdf.startswith(b"%PDF")
    assert set(printer.files_read) == {"articles/x/index.html", "articles/x/own.svg"}
    assert {f"{other}/{name}" for name in ("a.css", "b.css", "d.png", "e.html")} <= set(printer.refused)
    assert f"{other}/g".encode() in pdf, "a link stays a link"


def test_a_pdf_of_another_form_is_one_line():
    with pytest.raises(PrintingFailed, match="of a form that Citewell does not know"):
        replace_facts(b"%PDF-1.7\nsomething\nstartxref\n9\n%%EOF", {"Title": "x"}, None, None)
