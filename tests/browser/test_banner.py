"""The demonstration banner: the first thing on every page, and no style sheet of a publisher takes it away.

Each attack is a style sheet that comes after ours, as ``extra_css`` does.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Route
from tests.browser.looking import Reader
from tests.browser.sites import PAGES, words_of

from citewell.audit.checks.demonstration_banner import FAULTS, list_banner_faults
from citewell.audit.scripts import read_script
from citewell.audit.window import View, Window

pytestmark = pytest.mark.browser

WORDS = "Demonstration site. Not reviewed by a doctor. Do not use it to decide about your health."
#: No inline style and no inline script; the signs of the theme are data in its style sheet.
POLICY = "default-src 'self'; img-src 'self' data:"
#: Ways to take an element from sight, for the banner, what is in it, and whatever stands where it stands.
HIDDEN = (
    *("display: none", "visibility: hidden", "visibility: collapse", "opacity: 0", "color: transparent"),
    *("position: absolute; left: -9999px", "position: fixed; inset-block-start: -999px", "margin-block-start: -999px"),
    *("height: 0; overflow: hidden", "max-block-size: 0; overflow: clip", "inline-size: 0; overflow: hidden"),
    *("font-size: 0", "font: 0/0 serif", "line-height: 0; overflow: hidden; height: 1px", "text-indent: -9999px"),
    *("letter-spacing: -99px", "-webkit-text-fill-color: transparent", "clip-path: inset(50%)"),
    *("clip: rect(0 0 0 0); position: absolute", "mask: linear-gradient(transparent, transparent)"),
    *("filter: opacity(0)", "transform: scale(0)", "scale: 0", "translate: -9999px", "rotate: y 90deg", "zoom: .01"),
    *("content-visibility: hidden", "content: url('data:image/gif;base64,R0lGODlhAQABAAAAACw=')", "z-index: -1"),
    *("animation: gone 1s forwards", "transition: opacity 1s; opacity: 0", "mix-blend-mode: multiply; opacity: .01"),
    *("color: #fff; background: #fff", "unicode-bidi: bidi-override; direction: rtl", "order: 99; float: right"),
)
SELECTORS = (
    *(".demo", ".demo *", "section:first-of-type", "section:first-of-type *", "body > *:not(header, main, footer)"),
    "html body section.demo.demo.demo, html body section.demo.demo.demo *",
)
OTHER_WAYS = (
    "@layer base { .demo { display: none !important } }",
    "@layer { .demo, .demo * { opacity: 0 !important } }",
    ".demo::before { content: ''; position: absolute; inset: 0; z-index: 9; background: #fff !important }",
    ".demo p::after, .demo::after { content: 'x' !important; position: fixed !important; inset: 0; background: red }",
    ".demo p::first-line { color: transparent !important; font-size: 0 !important }",
    ":root { --demo: #fff !important; --demo-ink: #fff !important; --demo-line: #fff; --pad: 200vw; --small: 0px }",
    "html { font-size: 1px !important }",
    "body { visibility: hidden; color: transparent; text-indent: -999px } main, header, footer { visibility: visible }",
    "header.site { position: relative; z-index: 99; margin-top: -200px !important; background: #fff }",
    "@keyframes gone { to { opacity: 0; scale: 0 } } .demo, .demo * { animation: gone 0s forwards !important }",
    "html { zoom: .01 !important } body > *:not(.demo) { zoom: 100 !important }",
    "body { zoom: .01 !important; scale: .1 !important } main { zoom: 100 !important }",
    "html { transform: scale(.02) !important; filter: opacity(.01) !important; opacity: .01 !important }",
    "body { position: relative !important; top: -400px; margin-top: -200px !important; translate: 0 -9em !important }",
    "body { height: 0 !important; justify-content: flex-end !important; flex-direction: column-reverse !important }",
    ":is(html, body)::before { content: '' !important; position: fixed; inset: 0; background: #fff !important }",
    ":is(html, body)::after { content: ''; position: fixed; inset: 0; z-index: 2147483647; background: #fff }",
    ":is(main, .site)::after { content: ''; position: fixed; inset: 0; z-index: 2147483647; background: #fff }",
    "main { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: #fff }",
    "footer.site { order: -1 !important; z-index: 2147483647 !important; position: absolute !important; top: 0 }",
    "@supports (color: red) { @media all { #x#y#z, .demo:not(#a#b#c) { display: none !important } } }",
)
SEEN = read_script("demonstration_banner")
GOOD = dict.fromkeys(FAULTS, True)


def attacked(looked: Window, css: str) -> dict[str, bool]:
    """What is still seen of the banner with one more style sheet, which goes again."""
    (seen,) = all_attacked(looked, [css])
    return seen


def all_attacked(looked: Window, sheets: list[str]) -> list[dict[str, bool]]:
    """What is still seen with each of these style sheets in turn; asked at once, which is ten times faster."""
    each_in_turn = f"""async ([words, sheets]) => {{
        const found = [], frame = () => new Promise(requestAnimationFrame);
        for (const css of sheets) {{
            const sheet = document.head.appendChild(document.createElement('style'));
            sheet.textContent = css;
            if (/animation|transition/.test(css)) await frame(), await frame();
            found.push(({SEEN})(words));
            sheet.remove();
        }}
        return found;
    }}"""
    seen: list[dict[str, bool]] = looked.ask(each_in_turn, [WORDS, sheets])
    return seen


@pytest.mark.parametrize("name", PAGES)
def test_banner_is_the_first_thing_on_every_page(reader: Reader, name: str):
    assert list_banner_faults(reader.open(name, View(width=320)), words_of(name)) == []


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("selector", SELECTORS)
def test_no_rule_of_another_style_sheet_hides_it(reader: Reader, selector: str, scheme, medium):
    looked = reader.open("about", View(width=640, scheme=scheme))
    looked.page.emulate_media(media=medium)
    lost = {}
    looked.page.add_style_tag(content="@keyframes gone { to { opacity: 0 } }")
    rules = [f"{selector} {{ {way.replace(';', ' !important;')} !important }}" for way in HIDDEN]
    for way, seen in zip(HIDDEN, all_attacked(looked, rules), strict=True):
        if medium == "print":
            seen["uncovered"] = True  # what lies under a point is asked of the screen
        if seen != GOOD:
            lost[way] = [name for name, well in seen.items() if not well]
    assert lost == {}


@pytest.mark.parametrize("css", OTHER_WAYS)
def test_nor_does_any_cleverer_one(reader: Reader, css: str):
    looked = reader.open("about", View(width=640))
    assert attacked(looked, css) == GOOD


def test_attacks_do_hide_what_is_not_guarded(reader: Reader):
    """Else these tests could not fail."""
    looked = reader.open("about", View(width=640))
    unguarded = "() => document.querySelector('.demo').className = 'other demo-no-more'"
    looked.ask(unguarded)
    look = SEEN.replace("'.demo'", "'.other'")
    for way in HIDDEN[:5]:
        sheet = looked.page.add_style_tag(content=f".other, .other * {{ {way} !important }}")
        assert looked.ask(look, WORDS) != GOOD, way
        sheet.evaluate("sheet => sheet.remove()")


def test_reader_with_large_text_or_own_colours_still_has_it(reader: Reader):
    looked = reader.open("article", View(width=320, forced_colours=True))
    looked.page.add_style_tag(content="html { font-size: 200% !important }")
    seen = looked.ask(SEEN, WORDS)
    assert {name: seen[name] for name in ("said", "drawn", "uncovered", "large", "first")} == dict.fromkeys(
        ("said", "drawn", "uncovered", "large", "first"), True
    )


def test_strict_content_security_policy_takes_nothing_from_it(reader: Reader):
    looked = reader.open_window(View(width=640, scheme="dark"))

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    looked.page.route("**/*", with_policy)
    seen = reader.show(looked, "about").ask(SEEN, WORDS)
    looked.page.unroute_all(behavior="ignoreErrors")
    looked.context.close()
    assert seen == GOOD
    assert looked.console == []
