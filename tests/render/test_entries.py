"""The entry of a source as HTML."""

from __future__ import annotations

from citewell.diagnostics import Location
from citewell.model.references import IdentifierKind, Name, Reference
from citewell.render.entries import described, full_reference

ADDRESS = "https://example.org/a?b=1&c=2"
ODD = Reference(
    "odd",
    "webpage",
    {"title": "Pain < 6 weeks & <b>more</b>", "container-title": "A & B", "URL": ADDRESS},
    (Name(literal="Q&A <team>"),),
    identifiers={IdentifierKind.URL: ADDRESS},
    places={"": Location("content_src/references/all.yml")},
)


def test_signs_of_html_are_escaped_once():
    page, full = str(described(ODD)), str(full_reference(ODD))
    for html in (page, full):
        assert "Pain &lt; 6 weeks &amp; &lt;b&gt;more&lt;/b&gt;" in html
        assert "Q&amp;A &lt;team&gt;." in html
        assert "&amp;amp;" not in html
        assert "&amp;lt;" not in html
    assert 'href="https://example.org/a?b=1&amp;c=2"' in page


def test_on_a_page_the_title_is_the_link_and_in_full_the_address_stands_in_words():
    assert "Available from" not in str(described(ODD))
    assert "<a " not in str(full_reference(ODD))
    assert "A &amp; B [Internet]" in str(full_reference(ODD))
    assert "Available from: https://example.org/a?b=1&amp;c=2" in str(full_reference(ODD))


def test_what_sort_of_work_it_is_stands_below():
    assert '<span class="badge">Web page</span>' in str(described(ODD))


def test_words_from_right_to_left_do_not_turn_round_what_stands_beside_them():
    names = (Name(family="حداد", given="سامي"), Name(family="لوي", given="דוד"))
    fields = {"title": "ألم الظهر 2", "container-title": "مجلة الألم", "volume": "12"}
    hebrew = Reference("rtl", "article-journal", fields, names, places=ODD.places)
    for html in (str(described(hebrew)), str(full_reference(hebrew))):
        assert "<bdi>حداد سامي</bdi>, <bdi>لوي דוד</bdi>." in html
        assert "<bdi>ألم الظهر 2</bdi>" in html
        assert "<bdi>مجلة الألم</bdi>. 12." in html
    assert "<bdi>" not in str(described(ODD)) + str(full_reference(ODD))
