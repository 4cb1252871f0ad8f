"""The engine: pages into a staging folder with one configuration, and one line for whatever goes wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from citewell.errors import EngineFailed
from citewell.project import Project
from citewell.site.engine import build_staged

CONFIG: dict[str, Any] = {
    "site_name": "Example",
    "site_url": "https://example.org/",
    "theme": {"name": "material", "custom_dir": "theme", "font": False},
    "plugins": [],
    "markdown_extensions": ["attr_list"],
    "nav": [{"Home": "index.md"}],
}


@pytest.fixture
def project(tmp_path):
    (tmp_path / "theme").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("---\ntitle: Home\n---\n\n# Home {#top}\n\n<p>Words.</p>\n")
    return tmp_path


def build(project: Path, **settings: object) -> tuple[str, ...]:
    return build_staged(Project(project), CONFIG | settings, project / "docs", project / "staged")


def test_pages_are_built_into_the_staging_folder_and_nowhere_else(project, capfd):
    warnings = build(project)

    assert '<h1 id="top">Home' in (project / "staged/index.html").read_text()
    assert (project / "staged/404.html").is_file()
    assert not (project / "site").exists()
    assert warnings == ()
    assert capfd.readouterr() == ("", "")


def test_what_mkdocs_warns_of_is_returned_and_not_printed(project, capfd):
    (warning,) = build(project, nav=[{"Home": "index.md"}, {"Gone": "gone.md"}])

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


def test_a_failure_does_not_spoil_the_next_build(project):
    (project / "theme/main.html").write_text("{% block")
    with pytest.raises(EngineFailed):
        build(project)
    (project / "theme/main.html").unlink()

    assert build(project) == ()


