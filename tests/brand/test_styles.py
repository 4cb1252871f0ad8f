"""What a site's own style sheet may and may not say; the fixture of its rule has the words."""

from __future__ import annotations

import pytest

from citewell.model.source_location import SourceText
from citewell.source.style_sheet import list_style_statements
from citewell.source.styles import list_style_files, read_styles, rename_style_files


@pytest.mark.parametrize(
    "declaration",
    [
        "DISPLAY:NONE",
        "display: var(--x)",
        "opacity: var(--x)",
        "opacity: 0.99",
        "overflow: auto",
        "font-size: 0",
        "font-size: calc(100px * 0)",
        "font-size: var(--mine)",
        "font: 1rem/.1 serif",
        "font: 0/0 a",
        "line-height: 0.2",
        "letter-spacing: -1em",
        "color: rgb(0 0 0 / 0)",
        "color: #fff0",
        "--mine: transparent",
        "--i-alarm: none",
        "--urg-head: #fff",
        "--tiny: 1px",
        "margin: 0 -120px",
        "margin-top: -30em",
        "outline: 900px solid #fff",
        "outline-width: 0",
        "position: fixed",
        "clip-path: inset(50%)",
        "counter-reset: entry 7",
        "direction: rtl",
        "animation: fade 1s",
        "all: unset",
        "background: URL( //pictures.example/a.png )",
        "background: url('../assets/a.png')",
        "background-image: image-set('a.png' 1x)",
        "color: red!important",
    ],
)
def test_no_trick_hides_anything(declaration: str):
    for style in (
        f".x{{{declaration}}}",
        f"@media print{{.x{{color:red;{declaration}}}}}",
        f".a{{.b &{{{declaration}}}}}",
    ):
        assert len(read_styles(SourceText("extra.css", style))) == 1, style


@pytest.mark.parametrize(
    "style",
    [
        "",
        "/* nothing */",
        "h1{font-size:2.5rem}",
        "h1 { font: 600 2.5rem/1.1 var(--sans) }",
        ".site { margin-block: -2px; letter-spacing: -.02em }",
        ":focus-visible { outline: 4px solid var(--brand) }",
        "@supports (display: grid) { .dos { gap: 1rem } }",
        "@layer ours { a { text-decoration-thickness: 2px } }",
        "@font-face { font-family: Ours; src: url(ours.woff2) format('woff2') }",
        ".hero { background: url('data:image/png;base64,AA==') } /* ; } */",
        ".crumbs, .hero:hover { display: none }",
        ".site::after { background: #eee }",
    ],
)
def test_what_only_changes_the_look_is_taken(style: str):
    assert read_styles(SourceText("extra.css", style)) == ()


@pytest.mark.parametrize(
    "style", ["a {", "a } b {}", "/* open", "a { color: 'red }", "}", "a { --x: { b: c } }", "color: red"]
)
def test_a_style_sheet_that_cannot_be_read_is_one_finding(style: str):
    assert len(read_styles(SourceText("extra.css", style))) == 1, style


def test_statements_know_their_selectors_and_places():
    text = "@media screen {\n  /* x */ a, b { color: red; top: 1px }\n}"
    source = SourceText("extra.css", text)
    found = [(each.text, each.selectors, str(source.locate(each.span))) for each in list_style_statements(source)]
    assert found == [
        ("@media screen", "", "extra.css:1:1"),
        ("a, b", "", "extra.css:2:11"),
        ("color: red", "a, b", "extra.css:2:18"),
        ("top: 1px", "a, b", "extra.css:2:30"),
    ]


def test_files_beside_the_styles_get_their_published_names():
    style = "a { background: url(a.svg), url( 'b.png' ), url(#c), url(data:image/png;base64,AA) }"
    assert [each.text for each in list_style_files(SourceText("extra.css", style))] == ["a.svg", "b.png"]
    renamed = rename_style_files(style, {"a.svg": "a.1.svg", "b.png": "b.2.png"})
    assert renamed == "a { background: url(a.1.svg), url( 'b.2.png' ), url(#c), url(data:image/png;base64,AA) }"
