"""The handbook's first article: every step done as it says, every answer compared with the one it shows."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.handbook.story import Told, count_blocks, follow

BACK_PAIN = Path(__file__).parents[1] / "sites" / "back-pain"
PAGE = "first-article.md"
DAY = str(1_795_348_800)  # 22 November 2026, noon, as SOURCE_DATE_EPOCH: the day that the example shows


def test_every_step_answers_as_the_page_shows(tmp_path: Path):
    """On a site that has the references which the page names."""
    shutil.copytree(BACK_PAIN / "content_src", tmp_path / "content_src")
    shutil.copyfile(BACK_PAIN / "mkdocs.yml", tmp_path / "mkdocs.yml")

    assert follow(PAGE, tmp_path, DAY) == Told(count_blocks(PAGE, "console"), count_blocks(PAGE, "markdown") + 3)

    page = (tmp_path / "site" / "articles" / "how-common-is-back-pain" / "index.html").read_text(encoding="utf-8")
    assert "It was only an example." in page
