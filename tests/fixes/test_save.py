"""Fixed files on the disk: whole or not at all, and never over what somebody changed meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from citewell.errors import CannotWrite, ChangedMeanwhile
from citewell.fixes.save import Change, NewFile, create, save_changes, save_together
from citewell.source.files import ARTICLE, SourceFile
from citewell.workspace import Texts


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """Two files, read and corrected but not written yet."""
    texts = Texts(keep=True)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("one two\n", encoding="utf-8")
        file = SourceFile(tmp_path / name, name)
        texts.read(file, ARTICLE)
        texts.update(file, "1 two\n")
    return texts


def held(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_nothing_is_left_beside_the_files(texts: Texts, tmp_path: Path):
    save_changes(texts.changes)
    assert held(tmp_path) == {"a.md": "1 two\n", "b.md": "1 two\n"}


def test_a_file_is_read_once_and_kept_as_it_was_mended(texts: Texts, tmp_path: Path):
    (tmp_path / "a.md").write_text("something else\n", encoding="utf-8")
    assert texts.read(SourceFile(tmp_path / "a.md", "a.md"), ARTICLE).data == b"1 two\n"


def test_a_file_that_somebody_changed_meanwhile_is_left_alone_and_so_are_the_others(texts: Texts, tmp_path: Path):
    (tmp_path / "b.md").write_text("one two, said somebody\n", encoding="utf-8")

    with pytest.raises(ChangedMeanwhile, match=r"^b\.md: was changed") as refused:
        save_changes(texts.changes)

    assert refused.value.exit_code == 2
    assert held(tmp_path) == {"a.md": "one two\n", "b.md": "one two, said somebody\n"}


def test_a_file_that_became_a_link_is_left_alone(texts: Texts, tmp_path: Path):
    (tmp_path / "b.md").rename(tmp_path / "c.md")
    (tmp_path / "b.md").symlink_to("c.md")

    with pytest.raises(ChangedMeanwhile):
        save_changes(texts.changes)

    assert (tmp_path / "b.md").is_symlink()
    assert held(tmp_path)["c.md"] == "one two\n"


def test_a_file_that_is_gone_is_not_made_again(texts: Texts, tmp_path: Path):
    (tmp_path / "b.md").unlink()
    with pytest.raises(ChangedMeanwhile):
        save_changes(texts.changes)
    assert held(tmp_path) == {"a.md": "one two\n"}


def test_what_the_system_refuses_leaves_the_file_as_it_was(tmp_path: Path):
    name = f"{'n' * 250}.md"  # it can be read, but no name beside it is longer
    (tmp_path / name).write_text("one\n", encoding="utf-8")

    with pytest.raises(CannotWrite, match="cannot be written"):
        save_changes((Change(SourceFile(tmp_path / name, name), b"one\n", b"1\n"),))

    assert held(tmp_path)[name] == "one\n"


def test_a_new_file_is_made_with_its_folder_and_never_over_another(tmp_path: Path):
    file = SourceFile(tmp_path / "new" / "a.yml", "new/a.yml")
    create(file, b"one\n")
    assert held(tmp_path / "new") == {"a.yml": "one\n"}
    with pytest.raises(ChangedMeanwhile, match=r"^new/a\.yml: was made by somebody else"):
        create(file, b"two\n")
    assert held(tmp_path / "new") == {"a.yml": "one\n"}


def test_a_new_file_is_made_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    file = SourceFile(tmp_path / "a.yml", "a.yml")
    create(file, b"one\n")
    assert held(tmp_path) == {"a.yml": "one\n"}
    with pytest.raises(ChangedMeanwhile):
        create(file, b"two\n")


def test_a_new_file_that_the_system_refuses_leaves_nothing(tmp_path: Path):
    with pytest.raises(CannotWrite, match="cannot be made"):
        create(SourceFile(tmp_path / f"{'n' * 250}.md", "long.md"), b"one\n")
    assert held(tmp_path) == {}


def test_of_files_that_belong_together_all_are_written_or_none(texts: Texts, tmp_path: Path):
    name = f"{'n' * 250}.md"  # it can be read, but no name beside it is longer
    (tmp_path / name).write_text("one\n", encoding="utf-8")
    refused = Change(SourceFile(tmp_path / name, name), b"one\n", b"1\n")
    before, new = held(tmp_path), [NewFile(SourceFile(tmp_path / each, each), b"1\n") for each in ("new.md", "two.md")]

    with pytest.raises(CannotWrite, match="cannot be written"):
        save_together((*texts.changes, refused), new)
    assert held(tmp_path) == before

    save_together(texts.changes, new)
    assert held(tmp_path) == {**before, "a.md": "1 two\n", "b.md": "1 two\n", "new.md": "1\n", "two.md": "1\n"}
