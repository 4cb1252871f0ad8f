"""``citewell audit``: it finds each fault that a style sheet or a template may bring, and says where that is from.

The command opens the pages in Chromium itself, so it runs in a process of its own: twice for all of these.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.project import Project

pytestmark = pytest.mark.browser

ARTICLE = "content_src/articles/can-stress-cause-headaches/article.md"
EXTRA = "content_src/brand/extra.css"
#: What a publisher may write in ``extra.css``, by the code of the check that finds it.
IN_STYLES = {
    "AUD001": ".byline { color: #999 !important }",
    "AUD002": ".byline { color: #999 !important }",
    "AUD003": ":focus-visible { outline: none !important }",
    "AUD004": "h1 { min-inline-size: 40rem }",
    "AUD005": "a.cite { padding: 0 !important }",
    "AUD008": ".alarm { display: none !important }",
    "AUD010": ".cites { display: block !important }",
    "AUD011": ".care { border-color: #fff !important }",
}
#: What a template of somebody's own may do to the home page.
IN_PAGES: dict[str, Callable[[str], str]] = {
    "AUD006": lambda html: html.replace("</main>", "<h1>Another</h1><h4>Deep</h4></main>"),
    "AUD007": lambda html: html.replace('class="demo"', 'class="note"'),
    "AUD009": lambda html: html.replace("</main>", '<img alt="" src="https://tracker.example/me.png"></main>'),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A built site of three pages: home, an article, and what is not found."""
    project = Project("small", tmp_path_factory.mktemp("audit"))
    assert project.citewell("build", "-q").code == 0
    for page in project.paths.site.rglob("*.html"):
        name = page.relative_to(project.paths.site).as_posix()
        if name not in ("index.html", "404.html") and "can-stress" not in name:
            page.unlink()
    return project


def audit(site: Project, *options: str) -> tuple[int, str]:
    """Run the command; its exit code and what it printed."""
    process = site.start("audit", *options)
    out, err = process.communicate()
    assert err == ""
    return process.returncode, out


def test_a_site_as_it_was_built_has_no_findings(site: Project):
    assert audit(site) == (0, "Looked at 3 pages.\nNo findings in 3 files\n")


def test_each_fault_is_found_where_it_comes_from(site: Project):
    (site.root / "site/404.html").unlink()
    rules = list(dict.fromkeys(IN_STYLES.values()))
    site.write(EXTRA, "/* ours: } */\n" + "\n".join(rules))
    (site.root / "site/brand").mkdir()
    site.write("site/brand/extra.0123456789ab.css", site.read(EXTRA))
    for page in site.paths.site.rglob("*.html"):
        add_style_sheet(page)
    home = site.read("site/index.html")
    for change in IN_PAGES.values():
        assert change(home) != home
        home = change(home)
    site.write("site/index.html", home)

    code, out = audit(site, "--format", "json")

    places = defaultdict(set)
    for finding in json.loads(out)["diagnostics"]:
        line = f":{finding['line']}" if finding["path"] == EXTRA else ""
        places[finding["code"]].add(f"{finding['path']}{line}")
    assert code == 1
    lines = {name: f"{EXTRA}:{rules.index(rule) + 2}" for name, rule in IN_STYLES.items()}
    assert {name: found for name, found in places.items() if lines.get(name) not in {None, *found}} == {}
    assert lines.keys() <= places.keys()
    assert {name: places[name] for name in IN_PAGES} == {name: {"site/index.html"} for name in IN_PAGES}
    assert "site/articles/can-stress-cause-headaches/index.html; 320, 360, 1280 px, light and dark" in out


def add_style_sheet(page: Path) -> None:
    """Load ``extra.css`` in a page, after the theme's style sheet, as a build does."""
    html = page.read_text(encoding="utf-8")
    start = html.index("assets/citewell.")
    root = html[html.rindex('"', 0, start) + 1 : start]
    head, end, rest = html.partition("</head>")
    link = f'<link rel="stylesheet" href="{root}brand/extra.0123456789ab.css">'
    page.write_text(f"{head}{link}{end}{rest}", encoding="utf-8")
