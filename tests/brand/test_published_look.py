"""The look of a site on its built pages: files under names of their content, palette, font, logo, icon and footer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.project import Project

SIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} 8"><metadata>Made by us</metadata>'
    '<path d="M0 0h8"/></svg>'
)
FONT = b"wOF2" + bytes(4) + (12).to_bytes(4, "big")
LOOK = """\
footer: [about, Our charity: https://www.example.org/]
brand:
  short_name: Small
  logo: {light: logo.svg, dark: logo-dark.svg}
  icon: icon.svg
  colour: "#005eb8"
  font: {name: Ours Sans, regular: ours.woff2}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small site with a look of its own, built."""
    project = Project("small", tmp_path_factory.mktemp("look") / "small")
    project.write("content_src/site.yml", project.read("content_src/site.yml") + LOOK)
    for name, width in (("logo", 16), ("logo-dark", 16), ("icon", 8), ("waves", 8)):
        project.write(f"content_src/brand/{name}.svg", SIGN.replace("{0}", str(width)))
    project.write("content_src/brand/extra.css", "footer.site { background: url(waves.svg) }")
    (project.root / "content_src/brand/ours.woff2").write_bytes(FONT)
    assert project.citewell("build", "--quiet") == (0, "", "")
    return project


def find(site: Project, name: str) -> Path:
    (found,) = (site.root / "site/assets/brand").glob(name)
    return found


def test_every_file_is_named_by_its_content_and_the_same_in_docs(site: Project):
    folder = site.root / "site/assets/brand"
    names = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert all(re.search(r"\.[0-9a-f]{12}\.", name) for name in names)
    assert names == {path.name: path.read_bytes() for path in (site.root / "docs/assets/brand").iterdir()}
    assert b"Made by us" not in b"".join(names.values())


def test_styles_come_in_their_order_and_none_is_in_the_page(site: Project):
    page = site.read("site/index.html")
    styles = re.findall(r'<link rel="stylesheet" href="assets/(?:brand/)?([a-z]+)\.[0-9a-f]+\.css">', page)
    assert styles == ["citewell", "look", "extra"]
    assert "<style" not in page
    assert "style=" not in page


def test_the_palette_is_for_screens_alone_and_has_both_schemes(site: Project):
    style = find(site, "look.*.css").read_text()
    light, dark = re.findall(r"@media (screen.*?) \{ :root \{ --brand: (#\w{6});", style)
    assert light == ("screen", "#005eb8")
    assert dark[0] == "screen and (prefers-color-scheme: dark)"
    font = find(site, "ours.*.woff2").name
    assert f'font-display: swap; src: url("{font}") format("woff2")' in style
    assert '--sans: "Ours Sans", -apple-system' in style
    assert find(site, "waves.*.svg").name in find(site, "extra.*.css").read_text()


def test_the_header_has_the_drawn_name_and_the_footer_its_links(site: Project):
    page = site.read("site/topics/index.html")
    logo, dark = (find(site, name).name for name in ("logo.*.svg", "logo-dark.*.svg"))
    assert f'<source srcset="../assets/brand/{dark}" media="(prefers-color-scheme: dark)">' in page
    assert f'<img class="adapts" src="../assets/brand/{logo}" width="16" height="8" alt="Small Site">' in page
    footer = page[page.index("<footer") :]
    assert re.findall(r'<li><a href="([^"]*)"', footer) == ["../about/", "https://www.example.org/"]
    assert 'href="https://www.example.org/" rel="noreferrer"' in footer


def test_what_a_home_screen_shows(site: Project):
    manifest = json.loads(find(site, "site.*.webmanifest").read_text())
    icon = find(site, "icon.*.svg").name
    assert (manifest["name"], manifest["short_name"], manifest["start_url"]) == ("Small Site", "Small", "../../")
    assert manifest["icons"] == [{"src": icon, "sizes": "any", "type": "image/svg+xml"}]
    assert f'<link rel="icon" href="assets/brand/{icon}">' in site.read("site/index.html")


def test_without_a_look_nothing_of_it_is_on_the_site(small: Project):
    assert small.citewell("build", "--quiet").code == 0
    page = small.read("site/index.html")
    assert not (small.root / "site/assets/brand").exists()
    assert "assets/brand" not in page
    assert '<link rel="manifest"' not in page


@pytest.fixture
def small(tmp_path: Path) -> Project:
    return Project("small", tmp_path / "small")
