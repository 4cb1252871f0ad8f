"""The engine builds what Citewell's own ``mkdocs.yml`` says, and nothing that another one asks for."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from tests.content import Results

from citewell.errors import ConfigurationError, EngineFailed
from citewell.source.load import Content
from citewell.model.site import Settings, Site
from citewell.site.engine import build_staged

GOOD = """\
site_name: Example
site_url: https://example.org/
docs_dir: docs
site_dir: site
theme:
  name: material
  custom_dir: theme
  font: false
plugins: []
markdown_extensions:
  - attr_list
  - toc: {permalink: false}
nav:
  - Home: index.md
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(GOOD)
    (tmp_path / "theme").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("---\ntitle: Home\n---\n\n# Home {#top}\n\n<p>Words.</p>\n")
    return tmp_path


def build(project: Path) -> tuple[str, ...]:
    return build_staged(project, project / "docs", project / "staged")


def change(project: Path, old: str, new: str) -> None:
    assert old in GOOD
    (project / "mkdocs.yml").write_text(GOOD.replace(old, new))


def test_pages_are_built_into_the_staging_folder_and_nowhere_else(project, capfd):
    warnings = build(project)

    assert '<h1 id="top">Home' in (project / "staged/index.html").read_text()
    assert (project / "staged/404.html").is_file()
    assert not (project / "site").exists()
    assert warnings == ()
    assert capfd.readouterr() == ("", "")


def test_what_mkdocs_warns_of_is_returned_and_not_printed(project, capfd):
    change(project, "  - Home: index.md", "  - Home: index.md\n  - Gone: gone.md")

    (warning,) = build(project)

    assert "gone.md" in warning
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("{% block", "unexpected"),
        ("{{ nothing.here.at.all }}", "undefined"),
        ("{% include 'gone.html' %}", "gone.html"),
    ],
)
def test_a_broken_theme_fails_in_one_line(project, capfd, template, says):
    (project / "theme/main.html").write_text(template)

    with pytest.raises(EngineFailed) as caught:
        build(project)

    assert caught.value.message.startswith("MkDocs could not build the pages: ")
    assert says in caught.value.message
    assert "\n" not in caught.value.message
    assert capfd.readouterr() == ("", "")


def test_a_page_that_is_not_utf8_fails_in_one_line(project):
    (project / "docs/index.md").write_bytes(b"\xff\xfe")

    with pytest.raises(EngineFailed, match=r"index\.md"):
        build(project)


def test_a_link_in_the_theme_that_leads_out_of_it_is_not_published(project, tmp_path):
    (tmp_path / "secret.css").write_text("a secret of this computer")
    (project / "theme/assets").mkdir(exist_ok=True)
    (project / "theme/assets/own.css").write_text("p { color: red }")
    (project / "theme/assets/same.css").symlink_to("own.css")
    assert build(project) == ()

    (project / "theme/assets/other.css").symlink_to(tmp_path / "secret.css")
    with pytest.raises(ConfigurationError) as caught:
        build(project)
    assert caught.value.message == "mkdocs.yml:7:15: 'assets/other.css' in custom_dir is a link that leads out of it"


def test_a_failure_does_not_spoil_the_next_build(project):
    (project / "theme/main.html").write_text("{% block")
    with pytest.raises(EngineFailed):
        build(project)
    (project / "theme/main.html").unlink()

    assert build(project) == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("nav:", "hooks: [hook.py]\nnav:", "mkdocs.yml:13:8: the setting 'hooks' is not one that"),
        ("nav:", "INHERIT: base.yml\nnav:", "mkdocs.yml:13:10: the setting 'INHERIT'"),
        ("plugins: []", "plugins: [search]", "mkdocs.yml:9:11: the plugin 'search' is not one"),
        ("plugins: []", "plugins:\n  search: {}", "mkdocs.yml:10:3: the plugin 'search'"),
        ("plugins: []\n", "", "mkdocs.yml:1:1: the setting 'plugins' is missing"),
        ("plugins: []", "plugins: search", "mkdocs.yml:9:10: there must be a list of each plugin"),
        ("  - attr_list", "  - pymdownx.snippets", "mkdocs.yml:11:5: the Markdown extension 'pymdownx.snippets'"),
        ("  - attr_list", "  - pymdownx.critic: {a: b}", "mkdocs.yml:11:5: the Markdown extension 'pymdownx.critic'"),
        ("  - attr_list", "  - [attr_list]", "mkdocs.yml:11:5: the Markdown extension ''"),
        ("permalink: false", "slugify: !!python/name:os.system ''", "mkdocs.yml:12:20: tag:yaml.org,2002:python/name:"),
        ("Example", "!ENV SECRET", "mkdocs.yml:1:12: !ENV is not plain data"),
        ("plugins: []", "extra: {a: &a [x], b: *a}\nplugins: []", "mkdocs.yml:9:23: *a would repeat other lines"),
        ("plugins: []", "extra: &a {b: *a}\nplugins: []", "mkdocs.yml:9:15: *a would repeat other lines"),
        ("site_dir: site", "site_dir: /srv/www", "mkdocs.yml:4:11: site_dir must be site"),
        ("docs_dir: docs", "docs_dir: content_src", "mkdocs.yml:3:11: docs_dir must be docs"),
        ("name: material", "name: readthedocs", "mkdocs.yml:6:9: name must be material"),
        ("font: false", "font: {text: Roboto}", "mkdocs.yml:8:9: font must be false"),
        ("  font: false\n", "", "mkdocs.yml:6:3: the theme's 'font' is missing"),
        ("custom_dir: theme", "custom_dir: ..", "mkdocs.yml:7:15: custom_dir is not a folder of this project"),
        ("custom_dir: theme", "custom_dir: gone", "mkdocs.yml:7:15: custom_dir is not a folder"),
        ("  - Home: index.md\n", "", "mkdocs.yml:13:5: nav must list the pages"),
        (
            "- Home: index.md",
            "- About: about.md\n  - Home: index.md",
            "mkdocs.yml:14:12: nav must begin with the home page",
        ),
        ("- Home: index.md", "- Home: index.md\n  - More: [{A: a.md}]", "mkdocs.yml:15:11: nav must be one list"),
        ("nav:", "extra_css: [//fonts.example/a.css]\nnav:", "mkdocs.yml:13:13: this loads a file from another origin"),
        ("nav:", "extra_css: [gone.css]\nnav:", "mkdocs.yml:13:13: there is no style sheet 'gone.css' in the theme"),
        ("nav:", "extra_css: [../mkdocs.yml]\nnav:", "mkdocs.yml:13:13: there is no style sheet '../mkdocs.yml'"),
        ("nav:", "extra_javascript: [a.js]\nnav:", "mkdocs.yml:13:19: the setting 'extra_javascript' is not one that"),
        ("nav:", "site_name: Twice\nnav:", "mkdocs.yml:13:1: 'site_name' is written twice"),
        ("theme:\n", "theme: material\nextra:\n", "mkdocs.yml:5:8: there must be settings here"),
        ("site_name:", "site_name", "mkdocs.yml:2:9: cannot be read as YAML"),
        ("Example", "\x01", "mkdocs.yml:1:1: is not a YAML text in UTF-8"),
        (GOOD, "", "mkdocs.yml:1:1: is empty"),
        (GOOD, "[" * 5_000, "mkdocs.yml:1:1: is not a YAML text in UTF-8"),
        (GOOD, "#" * (1 << 21), "mkdocs.yml:1:1: is larger than 1 MiB"),
    ],
)
def test_what_citewell_does_not_build_with_is_refused_at_its_place(project, old, new, says):
    change(project, old, new)
    (project / "hook.py").write_text("raise SystemExit('a hook ran')")

    with pytest.raises(ConfigurationError) as caught:
        build(project)

    assert caught.value.message.startswith(says)
    assert not (project / "staged").exists()


def test_lines_that_repeat_one_another_are_refused_at_once(project):
    """Nine levels of nine are 387 million texts."""
    levels = "".join(
        f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcdefghij")
    )
    change(project, "plugins: []", f"extra:\n  a: &a [x, x, x, x, x, x, x, x, x]\n{levels}plugins: []")
    with pytest.raises(ConfigurationError, match=r"^mkdocs.yml:11:10: \*a would repeat other lines"):
        build(project)


def test_a_missing_file_is_one_line(project):
    (project / "mkdocs.yml").unlink()

    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml: cannot be read \(No such file or directory\)"):
        build(project)


def test_the_projects_own_configuration_is_one_that_builds(project):
    root = Path(__file__).parents[2]
    shutil.copy(root / "mkdocs.yml", project)
    shutil.copytree(root / "src/citewell/theme", project / "src/citewell/theme")
    for page in Results(Content(Site(Settings()), (), ())).pages:
        path = project / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.data())
    (project / "docs/about").mkdir()
    (project / "docs/about/index.md").write_text("---\ntitle: About\n---\n\n# About\n")

    assert build(project) == ()
    assert (project / "staged/index.html").is_file()
