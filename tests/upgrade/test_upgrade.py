"""``citewell upgrade``: sites of earlier formats are kept here; today's program builds them, before and after."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from tests.cli.project import Project

from citewell.model.article import FrontMatter
from citewell.model.keys import all_keys, group_of
from citewell.model.people import Person
from citewell.model.site import FORMAT, Settings
from citewell.upgrade.migrations import discover
from citewell.upgrade.migrations.redirects import FORMER, NOW

SITES = Path(__file__).parent / "sites"
REMARK = b'# The version of the format of this content; only "citewell upgrade" changes it.'


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def make_site(root: Path, files: dict[str, str]) -> Project:
    """A site of format 1 with one article, and these files in its content."""
    project = Project("small", root)
    project.replace("content_src/site.yml", "format: 2\n", "")
    for name, text in files.items():
        path = root / "content_src" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return project


@pytest.mark.parametrize("version", sorted(path.name for path in SITES.iterdir()))
def test_a_kept_site_is_built_upgraded_and_built_again(version: str, tmp_path: Path):
    site = Project(f"../upgrade/sites/{version}", tmp_path)
    found = site.citewell("check").out
    assert "content_src/site.yml:1:1: warning[SRC051] the content has format 1; this version of Citewell" in found
    assert "hint: run: citewell upgrade" in found
    assert not [code for code in ("error[", "SRC050") if code in found], "one finding tells of the format"
    built = site.citewell("build")
    assert built.code == 0, built.out
    pages, content = read_all(tmp_path / "site"), read_all(tmp_path / "content_src")

    done = site.citewell("upgrade", "--yes")
    assert (done.code, done.err) == (0, "")
    assert "Changed 5 files. The content has format 2." in done.out
    assert read_all(tmp_path / "content_src") == upgraded_by_hand(content)
    assert "SRC05" not in site.citewell("check").out
    assert site.citewell("build").code == 0
    assert read_all(tmp_path / "site") == pages

    again = site.citewell("upgrade", "--yes")
    assert again.code == 0
    assert again.out.endswith("There is nothing to upgrade.\n")
    assert read_all(tmp_path / "content_src") == upgraded_by_hand(content)


def upgraded_by_hand(content: dict[str, bytes]) -> dict[str, bytes]:
    """The key by its new name and the last line of ``site.yml``; every other byte as it was, line ends, too."""
    after = {
        name: re.sub(rb'^("?)was("?\s*:)', rb"\1redirects\2", data, flags=re.MULTILINE) if name[-3:] == ".md" else data
        for name, data in content.items()
    }
    after["site.yml"] += b"\r\n\r\n" + REMARK + b"\r\nformat: 2\r\n"
    return after


def test_nothing_changes_unless_somebody_agrees(tmp_path: Path):
    site = Project("../upgrade/sites/0.1", tmp_path)
    before = read_all(tmp_path)
    shown = site.citewell("upgrade")
    assert shown.code == 1
    assert '"was" in front matter is now called "redirects": 4 places\n' in shown.out
    assert shown.out.endswith("Nothing was changed; --yes changes the files.\n")
    assert read_all(tmp_path) == before
    git = ("git", "-c", "core.autocrlf=false", "apply", "-")
    subprocess.run(git, cwd=tmp_path, input=shown.out.encode(), check=True)
    assert read_all(tmp_path / "content_src") == upgraded_by_hand(read_all(SITES / "0.1" / "content_src"))


LAST_LINES = {
    "publisher: A\n": f"publisher: A\n\n{REMARK.decode()}\nformat: 2\n",
    "publisher: A\n\n# pdf: A4\n": f"publisher: A\n\n# pdf: A4\n\n{REMARK.decode()}\nformat: 2\n",
    "---\npublisher: A\n...\n": f"---\npublisher: A\n\n{REMARK.decode()}\nformat: 2\n...\n",
    "publisher: |\n  A\n\n\n": f"publisher: |\n  A\n\n\n{REMARK.decode()}\nformat: 2\n",
    "{publisher: A}\n": "{format: 2, publisher: A}\n",
    "{}": "{format: 2}",
    "format: 1  # old\npublisher: A\n": "format: 2  # old\npublisher: A\n",
    "'format': \"1\"\n": "'format': \"2\"\n",
    "# nothing yet\n": f"# nothing yet\n\n{REMARK.decode()}\nformat: 2\n",
}


@pytest.mark.parametrize(("before", "after"), LAST_LINES.items())
def test_the_settings_say_the_format(before: str, after: str, tmp_path: Path):
    site = make_site(tmp_path, {"site.yml": before})
    assert site.citewell("upgrade", "--yes").code == 0
    assert site.read("content_src/site.yml") == after
    assert site.citewell("upgrade").code == 0


IN_THE_WAY = {
    "---\ntitle: A\nwas: a\nwas: b\n---\n": "articles/a/article.md:4:1: ",
    "---\ntitle: A\nwas: [a\n---\n": "articles/a/article.md:3:",
    "---\ntitle: A\nwas: a\n": "articles/a/article.md:1:1: this front matter has no clear beginning and end",
    "---\n- was\n---\n": 'articles/a/article.md:2:1: this is not made of lines "key: value"',
}


@pytest.mark.parametrize(("text", "message"), IN_THE_WAY.items())
def test_what_cannot_be_read_to_its_end_is_never_half_upgraded(text: str, message: str, tmp_path: Path):
    site = make_site(tmp_path, {"articles/a/article.md": text, "pages/b.md": "---\ntitle: B\nwas: c\n---\n"})
    before = read_all(tmp_path)
    done = site.citewell("upgrade", "--yes")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"citewell: error: content_src/{message}")
    assert "Correct that first. Nothing was changed." in done.err
    assert read_all(tmp_path) == before


@pytest.mark.parametrize(
    "text", ["", "Words without front matter.\n", "---\n---\n", "---\ntitle: A\nredirects: b\n---\n"]
)
def test_what_has_nothing_to_upgrade_is_left_alone(text: str, tmp_path: Path):
    site = make_site(tmp_path, {"articles/a/article.md": text})
    assert site.citewell("upgrade", "--yes").code == 0
    assert site.read("content_src/articles/a/article.md") == text


@pytest.mark.parametrize("command", [("check",), ("build",), ("upgrade", "--yes"), ("claims",)])
def test_a_newer_format_is_one_message(command: tuple[str, ...], tmp_path: Path):
    site = make_site(tmp_path, {"site.yml": f"publisher: A\nformat: {FORMAT + 1}\nkey-of-tomorrow: 1\n"})
    done = site.citewell(*command)
    assert (done.code, done.out) == (2, "")
    assert f"content_src/site.yml:2:9: the content has format {FORMAT + 1}, and this Citewell (" in done.err
    assert done.err.count("\n") == 2
    assert "hint: use the Citewell that the site was upgraded with" in done.err


def test_a_format_that_is_no_number_is_one_message(tmp_path: Path):
    site = make_site(tmp_path, {"site.yml": "publisher: A\nformat: new\n"})
    done = site.citewell("upgrade", "--yes")
    assert (done.code, done.out) == (2, "")
    assert "content_src/site.yml:2:9: " in done.err


def test_every_format_has_a_migration_and_every_former_key_is_in_one():
    assert {migration.to for migration in discover()} == set(range(2, FORMAT + 1))
    models = (FrontMatter, Settings, Person)
    keys = [key for model in models for key in all_keys(group_of(model)) if key.declared.formerly]
    assert [(key.declared.formerly, key.name) for key in keys] == [(FORMER, NOW)]
