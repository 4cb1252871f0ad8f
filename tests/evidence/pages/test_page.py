"""What is read of a page: titles, text, and what it says of itself; whatever the bytes are."""

from __future__ import annotations

import io
import logging
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from citewell.evidence.pages.page import read_web_page

PROSE = "<p>" + "Most back pain gets better within a few weeks, and moving helps it to. " * 8 + "</p>"


def html(head: str = "", body: str = PROSE, lang: str = "en") -> bytes:
    return f"<!doctype html><html lang={lang}><head>{head}</head><body><main>{body}</main></body></html>".encode()


def read(body: bytes | str, kind: str = "text/html; charset=utf-8"):
    return read_web_page(body if isinstance(body, bytes) else body.encode(), kind, "https://example.org/")


def pdf(*lines: str, title: str = "", pages: int = 1) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    if title:
        canvas.setTitle(title)
    for _ in range(pages):
        for number, line in enumerate(lines):
            canvas.drawString(72, 780 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_page_calls_itself_many_names():
    page = read(
        html(
            """<title>Back pain - NHS</title><meta name="citation_title" content="Back pain, cited">
            <meta name="DC.title" content="Back pain, core"><meta property="og:title" content="Back pain &amp; you">
            <script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "NHS"},
            {"@type": ["MedicalWebPage"], "name": "Back pain, linked", "about": {"@type": "MedicalCondition", "name":
            "X"}}]}
            </script>""",
            "<h1>Back <em>pain</em></h1><svg><title>Logo</title></svg>" + PROSE,
        )
    )
    names = (
        "Back pain, cited",
        "Back pain, core",
        "Back pain, linked",
        "Back pain & you",
        "Back pain - NHS",
        "Back pain",
    )
    assert page.titles == names
    assert (page.kind, page.language) == ("html", "en")


def test_the_text_is_what_a_reader_sees_a_line_a_block():
    page = read(
        html(
            "<style>p {}</style>",
            """<h1>Back&nbsp;pain</h1><p>It may take <b>6</b>
            weeks<sup>2</sup>.<br>Rest.</p><ul><li>one<li>two</ul><script>no()</script><noscript>no</noscript>
            <p hidden>no</p><template>no</template><table><tr><td>a<td>b</table><div>c<div>d</div>e</div>""",
        )
    )
    assert page.text.split("\n") == [
        "Back pain",
        "It may take 6 weeks\u20642\u2064. Rest.",
        "one",
        "two",
        "a",
        "b",
        "c",
        "d",
        "e",
    ]


@pytest.mark.parametrize("mark", ["", "meta", "header", "both wrong"])
@pytest.mark.parametrize(
    ("charset", "title"),
    [
        ("utf-8", "Rückenschmerzen – “Ärzte” raten"),
        ("windows-1252", "Rückenschmerzen – “Ärzte” raten"),
        ("iso-8859-1", "Rückenschmerzen und Ärzte"),
        ("utf-16", "Rückenschmerzen und Ärzte"),
        ("windows-1251", "Боль в спине и врачи"),
        ("shift_jis", "腰痛について、医師の助言"),
        ("gb18030", "背痛和医生的建议"),
        ("euc-kr", "허리 통증에 대한 조언"),
    ],
)
def test_every_charset_gives_its_title(charset, title, mark):
    wrong = "utf-8" if charset != "utf-8" else "iso-8859-1"
    meta = {"meta": f'<meta charset="{charset}">', "both wrong": f'<meta charset="{wrong}">'}.get(mark, "")
    header = {"header": f"; charset={charset}", "both wrong": f"; charset={wrong}"}.get(mark, "")
    body = f"<html><head>{meta}<title>{title}</title></head><body><p>{(title + '. ') * 30}</p></body></html>"
    page = read(body.encode(charset), f"text/html{header}")
    if mark in {"", "both wrong"} and charset in {"windows-1251", "shift_jis", "gb18030", "euc-kr"}:
        assert page.titles, "a guess: there is a title, in whatever letters"
    else:
        assert page.titles == (title,)


@pytest.mark.parametrize(
    "name", ["zlib", "idna", "unicode_escape", "rot13", "utf-7", "undefined", "mbcs", "x" * 5000, "\0"]
)
def test_no_charset_runs_anything(name):
    assert read(b"<title>Back pain</title>", f"text/html; charset={name}").titles == ("Back pain",)


@pytest.mark.parametrize(
    "title",
    [
        "Rückenschmerzen – “Ärzte” raten",
        "Mal de dos : l’été, ça gêne où ?",
        "Dolor de espalda: ¿qué señales?",
        "Dor nas costas: não é nada",
        "Rygsmerter på én side",
        "Ryggsmärta",
        "ÄÖÜ",
        "naïve",
        "5 °C ± 1 µg – 3 €",
    ],
)
def test_without_any_charset_a_page_is_windows_1252_however_short(title):
    page = read(f"<title>{title}</title><h1>{title}</h1><p>Back pain.".encode("windows-1252"), "text/html")
    assert page.titles == (title,)


@pytest.mark.parametrize(
    "content_type", ["text/html; charset=", "text/html; charset=made-up", "text/html;charset=utf-8"]
)
def test_a_charset_that_cannot_be_counts_as_none(content_type):
    assert read("<title>Mal à l’été</title><p>où".encode("windows-1252"), content_type).titles == ("Mal à l’été",)


def test_utf8_cut_in_a_letter_or_with_a_bad_byte_is_still_utf8():
    body = "<title>Rückenschmerzen – “Ärzte”</title>".encode() + "ä".encode() * 300
    assert read(body[:-1], "text/html").titles == ("Rückenschmerzen – “Ärzte”",)
    assert read(body + b"\xff", "text/html").titles == ("Rückenschmerzen – “Ärzte”",)


@pytest.mark.parametrize(
    ("content_type", "body", "kind"),
    [
        ("text/html", b"%PDF-1.7\n", "pdf"),
        ("text/plain", b"<!doctype html><p>x", "html"),
        ("application/octet-stream", b"\n<!-- c --><html>", "html"),
        ("", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
        ("text/plain", b"words", "text"),
        ("image/png", b"\x89PNG", "other"),
        ("application/json", b"{}", "other"),
        ("", b"words", "text"),
        ("", b"", "text"),
    ],
)
def test_what_a_body_is(content_type, body, kind):
    assert read_web_page(body, content_type, "").kind == kind


@pytest.mark.parametrize(
    "head",
    [
        "404",
        "Page not found",
        "Page not found | Example",
        "404 - Page not found - Example Trust",
        "Error 404: page not found",
        "404 Not Found",
        "Sorry, page not found",
        "Sorry, the page you requested could not be found",
        "We can’t find the page you’re looking for",
        "We can't find that page",
        "The page you are looking for cannot be found",
        "Oops! Page not found",
        "This page is no longer available",
        "This page doesn't exist",
        "Page unavailable",
        "Content not found",
        "Seite nicht gefunden",
        "Page introuvable",
        "Página no encontrada",
        "Pagina non trovata",
        "Pagina niet gevonden",
    ],
)
@pytest.mark.parametrize("where", ["title", "h1"])
def test_a_page_that_says_it_is_not_there(head, where):
    sorry = (
        "<p>Sorry. The page you were looking for may have moved. " + "Try our search, our home page or our list. " * 9
    )
    site = "<title>Example Trust</title>" if where == "h1" else f"<title>{head}</title>"
    page = read(html(site, (f"<h1>{head}</h1>" if where == "h1" else "<h1>Example</h1>") + sorry))
    assert page.missing == head


@pytest.mark.parametrize(
    "title",
    [
        "404: how to fix pages that are not found",
        "What is a 404 page?",
        "How to handle “page not found” | Example",
        "Cause not found: back pain without a reason",
        "Back pain",
        "Lost and not found: memories after stroke",
        "Tumour not found on the first scan",
        "Error 404 in medical records",
        "Patients not found by screening",
        "Unavailable for work: back pain",
    ],
)
def test_an_article_is_there_whatever_it_is_about(title):
    assert read(html(f"<title>{title}</title>", f"<h1>{title}</h1>" + PROSE)).missing == ""


def test_a_long_article_of_that_very_title_is_there():
    assert read(html("<title>404 Not Found - HTTP | Example</title>", "<h1>404 Not Found</h1>" + PROSE)).missing == ""


@pytest.mark.parametrize(
    "body",
    [
        "<title>Just a moment...</title><p>Enable JavaScript and cookies to continue",
        "<title>Attention Required! | Cloudflare</title><p>Sorry, you have been blocked",
        "<title>Access Denied</title><p>You don't have permission to access this server.",
        "<title>Pardon Our Interruption</title><p>As you were browsing something made us think you were a bot.",
        "<title>Checking your browser - reCAPTCHA</title><p>Checking your browser before accessing the site",
        "<title>x</title><script>window._cf_chl_opt={}</script><p>Wait",
        "<title>example.org</title><p>Please verify you are a human",
        "<title>Human Verification</title><script src=x></script>",
        "<title></title><div id=px-captcha></div>",
    ],
)
def test_a_challenge(body):
    assert read(body).challenge


@pytest.mark.parametrize(
    "body",
    [
        "<title>Back pain</title><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>" + PROSE,
        "<title>Access denied: why people go without care</title>" + PROSE * 4,
        "<title>Captcha</title>" + PROSE * 5,
        "<title>Back pain</title><p>short",
    ],
)
def test_no_challenge(body):
    assert not read(body).challenge


@pytest.mark.parametrize(
    "says",
    [
        "This guideline has been updated and replaced by NG59.",
        "This guidance was withdrawn on 3 May 2020.",
        "This publication was withdrawn on 1 March 2021",
        "This guideline (CG88) has been replaced by NG59.",
        "This is not the most recent version.",
        "There is a newer version of this article.",
        "This page has been archived.",
        "This leaflet is no longer current.",
        "Withdrawn",
    ],
)
def test_a_page_that_says_it_was_replaced(says):
    page = read(html("<title>Back pain</title>", f"<h1>Back pain</h1><p>{says}</p>" + PROSE))
    assert (page.notice, page.says) == ("superseded", says)


@pytest.mark.parametrize(
    "says",
    [
        "This guideline updates and replaces CG88.",
        "Recommendation 1.2 was withdrawn in 2016.",
        "Consent can be withdrawn at any time.",
        "The old X-ray machine was replaced.",
        "This version replaces one from 2019.",
        "If this treatment is withdrawn, tell your doctor.",
        "The medicine described in this article was withdrawn.",
    ],
)
def test_a_page_that_speaks_of_something_else_that_was(says):
    assert read(html("<title>Back pain</title>", f"<h1>Back pain</h1><p>{says}</p>" + PROSE)).notice == ""


@pytest.mark.parametrize(
    "says",
    [
        "This article has been retracted by the editors.",
        "RETRACTED. This article was retracted on 3 May 2020.",
        "Editor's note: This article was retracted on 3 May 2020.",
        "This paper has been retracted.",
        "This study has been retracted.",
        "This guideline has been retracted.",
        "This research article has since been formally retracted.",
        "This article has been withdrawn at the request of the author(s).",
        "This article has been removed: please see the policy on article withdrawal.",
        "This preprint has been withdrawn.",
        "A Retraction Note to this article was published on 01 January 2020.",
        "RETRACTED ARTICLE",
        "The Editor-in-Chief has retracted this article.",
        "The publisher has formally retracted this chapter.",
        "Dieser Artikel wurde am 3. Mai 2020 zurückgezogen.",
        "Cet article a été rétracté.",
        "Este artículo ha sido retractado.",
        "Questo articolo è stato ritirato.",
        "Este artigo foi retratado.",
        "Dit artikel is teruggetrokken.",
        "Denna artikel har dragits tillbaka.",
        "Denne artikel er trukket tilbage.",
        "Ten artykuł został wycofany.",
        "Эта статья была отозвана.",
        "本文已被撤稿",
        "この論文は撤回されました。",
        "이 논문은 철회되었습니다.",
    ],
)
def test_a_page_that_says_it_was_retracted(says):
    page = read(html("<title>Back pain</title>", f"<h1>Back pain</h1><p>{says}</p>" + PROSE))
    assert (page.notice, page.says) == ("retraction", says)


def test_a_heading_and_a_notice_hold_no_marks_of_raised_characters():
    head = "<h1>Dose of 10<sup>6</sup> cells in H<sub>2</sub>O</h1>"
    title = "<title>Dose of 10&lt;sup&gt;6&lt;/sup&gt; cells in H2O</title>"
    page = read(html(title, f"{head}<p>This article has been retracted<sup>1</sup>.</p>" + PROSE))
    assert page.titles[-2:] == ("Dose of 10⁶ cells in H2O", "Dose of 10⁶ cells in H₂O")
    assert (page.notice, page.says) == ("retraction", "This article has been retracted.")


@pytest.mark.parametrize(
    "says",
    [
        "An Editorial Expression of Concern to this article was published on 3 May 2020.",
        "An expression of concern has been published about this article.",
        "This article is subject to an expression of concern.",
        "There is an Expression of Concern for this article.",
        "This article has been partially retracted.",
    ],
)
def test_a_page_that_says_it_is_in_doubt(says):
    page = read(html("<title>Back pain</title>", f"<h1>Back pain</h1><p>{says}</p>" + PROSE))
    assert (page.notice, page.says) == ("expression-of-concern", says)


@pytest.mark.parametrize(
    "says",
    [
        "The study was large. This paper was retracted in 2010.",
        "A well-known article claimed the opposite. This article was retracted in 2010.",
        "This article has been withdrawn from sale in some countries.",
        "This article has not been retracted.",
        "If this article has been retracted, you will see a notice.",
        "Why are articles retracted?",
        "This article has been removed from your list.",
        "An article in a journal that claimed this was retracted.",
        "The expression of concern in her face was clear.",
        "Retracted nipples may be a sign.",
        "This article explains how papers are retracted.",
    ],
)
def test_a_page_that_speaks_of_retractions(says):
    assert read(html("<title>Back pain</title>", f"<h1>Back pain</h1><p>{says}</p>" + PROSE)).notice == ""


def test_words_far_from_the_top_do_not_supersede():
    long = "".join(f"<p>Sentence {number} of a long page about pain in the back.</p>" for number in range(60))
    assert read(html("", f"<h1>Back pain</h1>{long}<p>This guideline was withdrawn.</p>")).notice == ""


SAME_TEXT = [
    "<h1>Back pain</h1>" + PROSE,
    "<h1>BACK PAIN</h1>" + PROSE.replace(",", " –"),
    "<h1>Back pain</h1><script>count(991)</script>" + PROSE,
    "<h1>Back pain</h1><p>Viewed 1,234 times</p>" + PROSE,
    "<h1>Back pain</h1><p>Accessed 22 November 2026</p>" + PROSE,
    "<h1>Back pain</h1><p>Sunday 22 November 2026</p>" + PROSE,
    "<h1>Back pain</h1><p>Updated 3 days ago</p>" + PROSE,
    "<div id=cookie-banner><p>We use cookies to make this site work for you, and you may say no.</p></div><h1>Back"
    " pain</h1>" + PROSE,
    "<nav><a href=/>Home</a></nav><h1>Back pain</h1>" + PROSE + "<footer>Copyright 2026</footer>",
    "<h1>Back pain</h1>" + PROSE.replace("back pain", "back\n   pain"),
]


@pytest.mark.parametrize("body", SAME_TEXT)
def test_the_digest_is_steady(body):
    assert read(html("", body)).digest == read(html("", SAME_TEXT[0])).digest


@pytest.mark.parametrize("change", [("a few weeks", "six weeks"), ("gets better", "gets no better"), ("Most", "Some")])
def test_the_digest_sees_a_word(change):
    assert read(html("", "<h1>Back pain</h1>" + PROSE.replace(*change))).digest != read(html("", SAME_TEXT[0])).digest


def test_the_digest_sees_numbers_and_their_signs():
    texts = ("1.5 mg", "15 mg", "<5 mg", ">5 mg", "5 mg", "5% mg", "5-10 mg", "510 mg")
    digests = [
        read(html("", f"<h1>Dose</h1>{PROSE}<p>The dose for most adults with pain is {text} a day.")).digest
        for text in texts
    ]
    assert len(set(digests)) == len(texts)
    assert all(len(digest) == 16 for digest in digests)


def test_a_page_written_by_scripts_is_a_shell():
    assert read("<title>Example</title><div id=root></div><script src=app.js></script>").shell
    assert not read(html("<script src=a.js></script>", PROSE)).shell


def test_a_pdf_gives_its_title_its_lines_and_its_text():
    page = read(
        pdf(
            "Low back pain and sciatica",
            "in over 16s",
            "",
            "Most back pain gets better within weeks.",
            title="Low back pain",
        )
    )
    assert page.kind == "pdf"
    assert page.titles[0] == "Low back pain"
    assert "Low back pain and sciatica in over 16s" in page.titles
    assert "Most back pain gets better within weeks." in page.text.split("\n")
    assert page.digest
    assert not page.scanned


@pytest.mark.parametrize("title", ["Microsoft Word - final.docx", "untitled", "layout 1", "12345678.indd"])
def test_a_title_made_by_a_program_is_none(title):
    assert read(pdf("Back pain in adults", title=title)).titles[0] == "Back pain in adults"


def test_a_pdf_of_pictures_is_scanned():
    assert read(pdf("", pages=3)).scanned


def test_plain_text():
    page = read("Back pain\n\nIt is  common.\n", "text/plain")
    assert (page.kind, page.titles, page.text) == ("text", ("Back pain", "It is common."), "Back pain\nIt is common.")


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [b"", b"%PDF-1.4\n", b"<html><title>", b"\xff\xfe", b'<script type="application/ld+json">', b"<meta content="]
    ),
    st.sampled_from(
        ["", "text/html", "text/html; charset=utf-16", "text/html;charset=x", "application/pdf", "text/plain", "\0;;="]
    ),
)
def test_no_bytes_make_it_raise(body, start, content_type):
    page = read_web_page(start + body, content_type, "https://example.org/")
    assert page.kind in {"html", "pdf", "text", "other"}


@pytest.mark.parametrize(
    "body",
    [
        b"<b>" * 3000 + b"x",
        b"<div>" * 3000 + b"x",
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>",
        b'<script type="application/ld+json">' + b'{"@type":"Article","name":' * 3000 + b"</script>",
        b"<table>" * 500,
        b"<title>" + b"x" * 1_000_000,
        b"<h1>x</h1>" * 20_000,
        b"<meta name=citation_title content=x>" * 20_000,
        b"<p title='" + b"<p" * 50_000,
        pdf("x")[:-200],
        pdf("x").replace(b"/Kids", b"/Kibs"),
    ],
)
def test_hostile_pages_are_bounded(body):
    page = read(body)
    assert len(page.titles) <= 24
    assert all(len(title) <= 500 for title in page.titles)


@pytest.mark.parametrize(
    "body",
    [
        "<!--a-->" * 250 + "x",
        "<title>" + "error 404 " * 50 + "x</title><p>y",
        "<h1>" + "the requested " * 40 + "x</h1><p>y",
        f"<p>{'1' * 150}x</p>" * 5,
        f"<p>{'a ' * 60_000}</p>",
        "<p>this a a a a " * 20_000,
        "<p>" + "- " * 100_000,
    ],
)
def test_no_wording_takes_for_ever_to_judge(body):
    assert read(body, "text/plain").kind in {"html", "text"}
    assert read(body).kind == "html"


def test_reading_asks_nobody_and_says_nothing(monkeypatch, caplog, capfd):
    def asked(*_: object, **__: object) -> None:
        raise AssertionError("it asked the network")

    monkeypatch.setattr(socket, "socket", asked)
    monkeypatch.setattr(socket, "getaddrinfo", asked)
    with caplog.at_level(logging.DEBUG):
        for body in (
            html("<base href='http://192.0.2.1/'><link rel=stylesheet href=x.css>"),
            b"<p>",
            b"%PDF-1.4 x",
            pdf("x")[:-99],
        ):
            read(body)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert capfd.readouterr() == ("", "")
