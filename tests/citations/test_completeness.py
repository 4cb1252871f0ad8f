"""What a reference lacks that works of its type have, as an editor is told."""

from __future__ import annotations

from tests.citations.samples import reference

from citewell.citations.completeness import describe_missing_variables, find_missing_variables


def test_what_a_page_lacks_is_named_with_what_it_means():
    page = reference("page", type="webpage", title="About backs")
    described = list(describe_missing_variables(page))
    assert "container-title (whose site it is)" in described
    assert described[-1].startswith("an identifier (the address of the page")
    assert len(described) == len(find_missing_variables(page)) + 1
