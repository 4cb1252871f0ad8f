"""What a site may add in its ``mkdocs.yml``, and that everything else is refused at its place before MkDocs sees it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from citewell.errors import ConfigurationError
from citewell.project import Project
from citewell.site.mkdocs_yml import read_mkdocs_yml

GOOD = """\
INHERIT: docs/.made-by-running-citewell-build.yml
site_author: Example
docs_dir: docs
site_dir: site
use_directory_urls: true
plugins: []
markdown_extensions:
  - attr_list
  - toc: {permalink: false}
copyright: Ours
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(GOOD)
    return Project(tmp_path)


def change(project: Project, old: str, new: str) -> None:
    assert old in GOOD
    project.mkdocs_yml.write_text(GOOD.replace(old, new))


def test_what_a_site_adds_is_plain_data(project):
    added = read_mkdocs_yml(project)

    assert added["site_author"] == "Example"
    assert added["markdown_extensions"] == ["attr_list", {"toc": {"permalink": False}}]
    assert "INHERIT" not in added


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("copyright: Ours", "hooks: [hook.py]", "mkdocs.yml:10:8: the setting 'hooks' is not one that"),
        ("INHERIT: docs/.made-by-running-citewell-build.yml\n", "", "mkdocs.yml:1:1: the setting 'INHERIT' is missing"),
        ("INHERIT: docs", "INHERIT: base", "mkdocs.yml:1:10: this inherits another configuration"),
        ("plugins: []", "plugins: [search]", "mkdocs.yml:6:11: the plugin 'search' is not one"),
        ("plugins: []", "plugins:\n  search: {}", "mkdocs.yml:7:3: the plugin 'search'"),
        ("plugins: []", "plugins: search", "mkdocs.yml:6:10: there must be a list of each plugin"),
        ("  - attr_list", "  - pymdownx.snippets", "mkdocs.yml:8:5: the Markdown extension 'pymdownx.snippets'"),
        ("  - attr_list", "  - pymdownx.critic: {a: b}", "mkdocs.yml:8:5: the Markdown extension 'pymdownx.critic'"),
        ("  - attr_list", "  - [attr_list]", "mkdocs.yml:8:5: the Markdown extension ''"),
        ("  - attr_list\n", "", "mkdocs.yml:8:3: the Markdown extension 'attr_list' is missing"),
        ("permalink: false", "slugify: !!python/name:os.system ''", "mkdocs.yml:9:20: tag:yaml.org,2002:python/name:"),
        ("Example", "!ENV SECRET", "mkdocs.yml:2:14: !ENV is not plain data"),
        ("copyright: Ours", "extra: {a: &a [x], b: *a}", "mkdocs.yml:10:23: *a would repeat other lines"),
        ("copyright: Ours", "extra: &a {b: *a}", "mkdocs.yml:10:15: *a would repeat other lines"),
        ("site_dir: site", "site_dir: /srv/www", "mkdocs.yml:4:11: site_dir must be site"),
        ("docs_dir: docs", "docs_dir: content_src", "mkdocs.yml:3:11: docs_dir must be docs"),
        ("urls: true", "urls: false", "mkdocs.yml:5:21: use_directory_urls must be true"),
        ("copyright: Ours", "theme: {name: readthedocs}", "mkdocs.yml:10:8: theme: not said here but in content_src/site.yml"),
        ("copyright: Ours", "extra_css: [//fonts.example/a.css]", "mkdocs.yml:10:12: extra_css: not said here"),
        ("copyright: Ours", "extra: {citewell: {}}", "mkdocs.yml:1:1: extra.citewell: not said here"),
        ("copyright: Ours", "nav: [Home: index.md]", "mkdocs.yml:10:6: nav: not said here but in content_src/site.yml"),
        ("copyright: Ours", "extra_javascript: [a.js]", "mkdocs.yml:10:19: the setting 'extra_javascript' is not one that"),
        ("copyright: Ours", "site_author: Twice", "mkdocs.yml:10:1: 'site_author' is written twice"),
        ("site_author:", "site_author", "mkdocs.yml:3:1: cannot be read as YAML"),
        ("Example", "\x01", "mkdocs.yml:1:1: is not a YAML text in UTF-8"),
        (GOOD, "", "mkdocs.yml:1:1: is empty"),
        (GOOD, "- a list", "mkdocs.yml:1:1: there must be settings here"),
        (GOOD, "[" * 5_000, "mkdocs.yml:1:1: is not a YAML text in UTF-8"),
        (GOOD, "#" * (1 << 21), "mkdocs.yml:1:1: is larger than 1 MiB"),
    ],
)
def test_what_citewell_does_not_build_with_is_refused_at_its_place(project, old, new, says):
    change(project, old, new)

    with pytest.raises(ConfigurationError) as caught:
        read_mkdocs_yml(project)

    assert caught.value.message.startswith(says)


def test_lines_that_repeat_one_another_are_refused_at_once(project):
    """Nine levels of nine are 387 million texts."""
    levels = "".join(
        f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcdefghij")
    )
    change(project, "copyright: Ours", f"extra:\n  a: &a [x, x, x, x, x, x, x, x, x]\n{levels}")
    with pytest.raises(ConfigurationError, match=r"^mkdocs.yml:12:10: \*a would repeat other lines"):
        read_mkdocs_yml(project)


def test_a_missing_file_is_one_line(project):
    project.mkdocs_yml.unlink()

    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml: cannot be read \(No such file or directory\)"):
        read_mkdocs_yml(project)


def test_parts_of_a_look_are_sent_where_they_belong(project):
    change(project, "copyright: Ours", "theme: {logo: a.svg, palette: {primary: teal}}\nextra_css: [a.css]")
    with pytest.raises(ConfigurationError) as caught:
        read_mkdocs_yml(project)

    assert caught.value.message.startswith("mkdocs.yml:10:8: theme, extra_css: not said here")
    assert caught.value.hint == (
        "Move theme.logo as brand: logo, theme.palette as brand: colour to content_src/site.yml, and remove them here. "
        "Styles of your own belong in content_src/brand/extra.css."
    )
