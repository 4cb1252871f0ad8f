"""A staged site is read page by page, and none of its pages stays in memory."""

from __future__ import annotations

import gc
from pathlib import Path

from citewell.model.published import PublishedPage
from citewell.site.checks import check_published
from citewell.site.verify import read_published

PAGE = '<!doctype html><html lang="en"><title>Page {0}</title><h1 id="h{0}">{0}</h1><a href="page-{1}.html#h{1}">x</a>'


def count_pages() -> int:
    """How many pages the process holds."""
    gc.collect()
    return sum(type(each) is PublishedPage for each in gc.get_objects())


def test_pages_are_held_one_at_a_time(tmp_path: Path):
    for number in range(5):
        (tmp_path / f"page-{number}.html").write_text(PAGE.format(number, (number + 1) % 6), encoding="utf-8")
    before = count_pages()

    site = read_published(tmp_path, {})

    assert len(site.pages) == 5
    assert count_pages() == before
    assert max(count_pages() - before for _ in site.read_pages()) <= 2, "the one at hand, and the one before it"
    broken = [each.message for each in check_published(site)]
    assert count_pages() == before
    assert [message for message in broken if "page-5.html" in message], "links between pages are still followed"
