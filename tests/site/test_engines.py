"""The pages in ``docs/`` belong to no engine: MkDocs, ProperDocs and Zensical make the same of them, links included."""

from __future__ import annotations

from tests.waiting import PATIENCE

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from citewell.project import Project
from citewell.build import build
from citewell.site.checks.links import check
from citewell.site.mkdocs_config import write_config
from citewell.site.verify import read_published

REPOSITORY = Path(__file__).parents[2]
CONTENTS = {name: REPOSITORY / "tests/sites" / name for name in ("back-pain", "gallery")}
OTHERS = ("properdocs", "zensical")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
HOST = "https://site.example"
HOST_OF_GALLERY = "https://gallery.example"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESS = re.compile(r'((?:href|src|action)=")([^"]*)')
DIGEST = re.compile(r"(?<=assets/citewell)\.[0-9a-f]{12}|(?<=assets/search)\.[0-9a-f]{12}|(?<=/pagefind/)[0-9a-f]{12}/")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
PARTS = ("head", "body")
FOLDER_LINK = re.compile(r'(<a [^>]*href=")((?:\.\./)*(?:[a-z0-9-]+/)*)(#[^"]*)?(")')
ZENSICAL_FINDING = re.compile(r"Warning: [^\n]*\n\s*╭─\[ (?P<path>\S+?):(?P<line>\d+):(?P<column>\d+) \]")


@dataclass(frozen=True, slots=True)
class BuiltProject:
    """A project that Citewell has built, and where each other engine may build it too."""

    root: Path

    def site(self, engine: str) -> Path:
        """Where an engine puts the site: inside the project, as Zensical wants it."""
        return self.root / f"site-{engine}"

    def config(self) -> dict[str, Any]:
        """The configuration that the build wrote."""
        read: dict[str, Any] = yaml.safe_load(Project(self.root).mkdocs_config.read_bytes())
        return read

    def build(self, engine: str, *options: str) -> subprocess.CompletedProcess[str]:
        """Build ``docs/`` with an engine, as its own command line does."""
        settings = re.sub(r"(?m)^site_dir:.*\n", "", (self.root / "mkdocs.yml").read_text(encoding="utf-8"))
        own = self.root / f"{engine}.yml"
        own.write_text(f"{settings}\nsite_dir: {self.site(engine).name}\n", encoding="utf-8")
        command = [sys.executable, "-m", engine, "build", "--config-file", str(own), *options]
        return subprocess.run(
            command, cwd=self.root, env=QUIET, capture_output=True, text=True, check=False, timeout=PATIENCE
        )

    def copied(self, root: Path) -> BuiltProject:
        """The project once more, without what engines made of it."""
        shutil.copytree(self.root, root, ignore=shutil.ignore_patterns("site*", ".citewell", ".cache"))
        return BuiltProject(root)


def project_of(content: Path, root: Path) -> BuiltProject:
    shutil.copytree(content / "content_src", root / "content_src")
    shutil.copyfile(content / "mkdocs.yml", root / "mkdocs.yml")
    assert build(Project(root), datetime.now(UTC).date()).published
    return BuiltProject(root)


@pytest.fixture(scope="module", params=CONTENTS)
def project(request, tmp_path_factory):
    return project_of(CONTENTS[request.param], tmp_path_factory.mktemp("project"))


def pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def parts(site: Path, path: str) -> dict[str, str]:
    """A page in two parts, as HTML: white space collapsed, addresses as a browser resolves them.

    The engines spell one address in several ways: ``..``, ``./..``, ``../.``. Only our build names files by content.
    """
    tree = LexborHTMLParser(DIGEST.sub("", (site / path).read_text(encoding="utf-8")))
    address = f"{HOST}/{path.removesuffix('index.html')}"
    found = {selector: tree.css_first(selector) for selector in PARTS}
    return {
        selector: ADDRESS.sub(lambda each: each[1] + urljoin(address, each[2]), " ".join((node.html or "").split()))
        for selector, node in found.items()
        if node is not None
    }


@pytest.mark.parametrize("engine", OTHERS)
def test_every_engine_makes_the_same_of_every_page(project, engine):
    done = project.build(engine)
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = project.root / "site", project.site(engine)
    assert pages(theirs) == pages(ours)
    for path in sorted(pages(ours)):
        expected = parts(ours, path)
        assert expected.keys() == {*PARTS}, path
        assert parts(theirs, path) == expected, path


def test_the_name_of_a_site_and_what_it_is_about_are_letters(project):
    settings = {**project.config(), **yaml.safe_load((project.root / "mkdocs.yml").read_text(encoding="utf-8"))}
    for path in sorted(pages(project.root / "site")):
        tree = LexborHTMLParser((project.root / "site" / path).read_bytes())
        name, footer, title = (tree.css(each)[0].text() for each in ("header .name", "footer p", "title"))
        assert name == settings["site_name"], path
        assert settings["site_name"] in footer, path
        assert title.endswith(settings["site_name"]), path
    lost = LexborHTMLParser((project.root / "site/404.html").read_bytes())
    said = [each.attributes["content"] for each in lost.css("meta[name=description]")]
    assert said == [settings[name] for name in ("site_description",) if name in settings]


HOSTILE = """<img src=x onerror="alert('1')"> & </a></title><script>alert(2)</script>"""


@pytest.mark.parametrize("engine", ["mkdocs", *OTHERS])
def test_whatever_stands_in_the_configuration_is_letters_on_the_page(engine, tmp_path):
    gallery = project_of(CONTENTS["gallery"], tmp_path)
    config = gallery.config()
    home, topics, articles, _sources, about = config["nav"]
    config["nav"] = [
        *(home, {f"<b> & {next(iter(topics))}": "topics/index.md"}, articles),
        *({HOSTILE: "sources/index.md"}, {HOSTILE: "https://x.example/?a&b"}, about),
    ]
    config["extra"]["citewell"]["footer"].append({"title": HOSTILE, "url": "about/"})
    config["theme"]["favicon"] = "assets/citewell.svg\"><script>alert(3)</script>"
    config["site_url"] = "https://gallery.example/\"><script>alert(4)</script>/"
    Project(gallery.root).mkdocs_config.write_bytes(write_config(config))

    done = gallery.build(engine)
    assert done.returncode == 0, done.stdout + done.stderr
    site = read_published(gallery.site(engine), {})
    assert {page.path: page.unexpected for page in site.read_pages() if page.unexpected} == {}
    for path in ("index.html", "404.html"):
        tree = LexborHTMLParser((gallery.site(engine) / path).read_bytes())
        shown = [link.text() for link in tree.css("header nav a, footer nav a")]
        assert shown.count(HOSTILE) == 3, path
        assert "<b> & Topics" in shown, path


MOVED = ("articles/each-block/", "health/blocks/כל-הבלוקים/", "articles/old-advice/", "imprint/")


def test_no_sitemap_lists_a_withdrawn_article_or_a_former_address(tmp_path):
    gallery = project_of(CONTENTS["gallery"], tmp_path)
    listed = {f"{HOST_OF_GALLERY}/{page.removesuffix('index.html')}" for page in pages(gallery.root / "site")}
    gone = ("404.html", "articles/withdrawn-advice/", *MOVED)
    assert listed.issuperset(f"{HOST_OF_GALLERY}/{each}" for each in gone)
    listed -= {f"{HOST_OF_GALLERY}/{each}" for each in gone}
    for engine in ("mkdocs", *OTHERS):
        done = gallery.build(engine)
        assert done.returncode == 0, done.stdout + done.stderr
        assert sitemap((gallery.site(engine) / "sitemap.xml").read_bytes()) == listed, engine
    assert sitemap(gzip.decompress((gallery.root / "site" / "sitemap.xml.gz").read_bytes())) == listed


def sitemap(xml: bytes) -> set[str]:
    """The addresses that a sitemap lists, as a search engine reads it."""
    return {unquote(place.text or "") for place in ElementTree.fromstring(xml).iter(f"{SITEMAP}loc")}


# --------------------------------------------------------------------------------------------------------- broken links

# Every way in which a link of a page can break: what is damaged, by a pattern and what takes its place.
DAMAGE = {
    "a mark leads to no source": (r'href="#ref-', 'href="#no-ref-'),
    "a letter leads back to no mark": (r'href="#cite-', 'href="#no-cite-'),
    "the contents lead to no heading": (r'(<div class="contents".*?href="#)', r"\1no-"),
    "a page that is not there": (r'(href="(?:\.\./)+)articles/', r"\1no-articles/"),
    "a folder too few": (r'href="\.\./\.\./', 'href="../'),
    "a place that another page does not have": (r'(href="\.\./[^"]*#)', r"\1no-"),
}


@pytest.fixture(scope="module")
def back_pain(tmp_path_factory):
    return project_of(CONTENTS["back-pain"], tmp_path_factory.mktemp("links"))


def test_the_link_check_of_zensical_finds_nothing_either(back_pain, tmp_path):
    assert our_findings(back_pain) == set()
    assert zensical_findings(back_pain, tmp_path) == set()


def test_the_link_check_of_zensical_finds_what_ours_finds(back_pain, tmp_path):
    """All ways in one build: each finding names its address, so none can pass for another's."""
    damaged = back_pain.copied(tmp_path / "damaged")
    addresses: dict[str, set[tuple[str, str]]] = {}
    for way, change in DAMAGE.items():
        for page in sorted((damaged.root / "docs").rglob("*.md")):
            path = page.relative_to(damaged.root / "docs").as_posix()
            addresses.setdefault(way, set()).update((path, address) for address in damage_page(page, *change))
    ours = our_findings(damaged)
    for way, broken in addresses.items():
        assert broken, f"nothing was damaged ({way}): the pages are no longer what this test expects"
        assert broken & ours, f"none of it was found: {way}"
    assert zensical_findings(damaged, tmp_path) == ours


def damage_page(page: Path, pattern: str, replacement: str) -> set[str]:
    """Damage the first fitting link of a page; return the addresses that the page did not have before."""
    before = page.read_text(encoding="utf-8")
    after = re.sub(pattern, replacement, before, count=1, flags=re.DOTALL)
    page.write_text(after, encoding="utf-8")
    return {found[2] for found in ADDRESS.finditer(after)} - {found[2] for found in ADDRESS.finditer(before)}


def our_findings(project: BuiltProject) -> set[tuple[str, str]]:
    """The page and the address of each link that our own rule finds broken on the site as MkDocs builds it."""
    done = project.build("mkdocs")
    assert done.returncode == 0, done.stderr
    site = read_published(project.site("mkdocs"), {})
    return {
        (page.path.with_suffix(".md").as_posix(), found.message.split('"')[1])
        for page in site.read_pages()
        for found in check.diagnose(page, site)
    }


def zensical_findings(project: BuiltProject, scratch: Path) -> set[tuple[str, str]]:
    """The same as Zensical finds it. It knows pages by their files, so links name those, in a copy of ``docs/``."""
    copy = project.copied(scratch / "naming-files")
    settings = (copy.root / "mkdocs.yml").read_text(encoding="utf-8")
    checks = "\nvalidation: {invalid_links: true, invalid_link_anchors: true}\n"
    (copy.root / "mkdocs.yml").write_text(settings + checks, encoding="utf-8")
    for page in (copy.root / "docs").rglob("*.md"):
        page.write_text(FOLDER_LINK.sub(names_the_file, page.read_text(encoding="utf-8")), encoding="utf-8")
    done = copy.build("zensical", "--clean", "--strict")
    said = COLOURS.sub("", done.stdout + done.stderr)
    findings = {
        (found["path"], address_at(copy.root / "docs" / found["path"], int(found["line"]), int(found["column"])))
        for found in ZENSICAL_FINDING.finditer(said)
    }
    assert bool(findings) == bool(done.returncode), said
    return findings


def names_the_file(link: re.Match[str]) -> str:
    before, folder, fragment, after = link.groups(default="")
    return f"{before}{folder}index.md{fragment}{after}" if folder else link[0]


def address_at(page: Path, line: int, column: int) -> str:
    """The address, as the site has it, of the link in which a place of a page lies."""
    text = page.read_text(encoding="utf-8").splitlines()[line - 1]
    hit = next(each for each in re.finditer(r'href="([^"]*)"', text) if each.start(1) < column <= each.end(1) + 1)
    return hit[1].replace("index.md", "")
