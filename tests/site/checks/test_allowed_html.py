"""A page may hold what Citewell writes and nothing else, in whatever disguise a browser would still understand it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

import citewell
from citewell.site.allowed_html import find_unexpected_attributes
from citewell.site.page_reader import read_page

PAGE = PurePosixPath("index.html")


def unexpected(html: str) -> tuple[str, ...]:
    return read_page(html.encode(), PAGE).unexpected


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<script>alert(1)</script>", ["<script> in the page"]),
        ('<script type="module">alert(1)</script>', ["type='module' on <script>", "<script> in the page"]),
        ('<script src="data:text/javascript,alert(1)"></script>', ["src='data:text/javascript,alert(1)' on <script>"]),
        ('<script src="a.js" integrity="x"></script>', ["integrity= on <script>"]),
        ("<svg><script>alert(1)</script></svg>", ["<script> in the page"]),
        ('<p onclick="alert(1)">', ["onclick= on <p>"]),
        ("<p/onclick=alert(1)>", ["onclick= on <p>"]),
        ('<body></body><p><body onload="alert(1)">', ["onload= on <body>"]),
        ("<img src=x onerror=alert(1)>", ["onerror= on <img>"]),
        ('<details ontoggle="alert(1)" open>', ["ontoggle= on <details>"]),
        ('<iframe srcdoc="x"></iframe>', ["<iframe>"]),
        ('<object data="x"></object>', ["<object>"]),
        ('<embed src="x">', ["<embed>"]),
        ('<base href="/elsewhere/">', ["<base>"]),
        ("<math><mi>x</mi></math>", ["<math>", "<mi>"]),
        ("<x-frame></x-frame>", ["<x-frame>"]),
        ("<style>p { color: red }</style>", ["<style>"]),
        ("<textarea></textarea>", ["<textarea>"]),
        # Where scripts run, what stands in it is text, and ends elsewhere.
        (
            '<p><noscript></p><b lang="</noscript><img src=x onerror=alert(1)>">',
            ["<noscript>"],
        ),
        # Animation writes an attribute that was harmless in the page.
        (
            '<svg><a href="#x"><animate attributeName="href" values="javascript:alert(1)"/></a></svg>',
            ["<animate>"],
        ),
        ('<svg><use href="#x"/></svg>', ["<use>"]),
        ('<svg><a xlink:href="javascript:alert(1)">x</a></svg>', ["xlink:href= on <a>"]),
        ('<svg><foreignObject><p style="x">a</p></foreignObject></svg>', ["<foreignObject>", "style= on <p>"]),
        # Browsers take tabs and line ends out of an address, and control characters before it.
        ('<a href="javascript:alert(1)">', ["href='javascript:alert(1)' on <a>"]),
        ('<a href=" JavaScript:alert(1)">', ["href=' JavaScript:alert(1)' on <a>"]),
        ('<a href="java&Tab;script:alert(1)">', [r"href='java\tscript:alert(1)' on <a>"]),
        ('<a href="&#1;javascript&NewLine;:alert(1)">', [r"href='\x01javascript\n:alert(1)' on <a>"]),
        ('<a href="data:text/html,x">', ["href='data:text/html,x' on <a>"]),
        ('<a href="blob:https://x/1">', ["href='blob:https://x/1' on <a>"]),
        ('<blockquote cite="vbscript:x">', ["cite='vbscript:x' on <blockquote>"]),
        ('<img src="data:text/html,x">', ["src='data:text/html,x' on <img>"]),
        # Where words that were typed are sent, and where the search takes its program from.
        ('<form action="https://other.example/">', ["action='https://other.example/' on <form>"]),
        ('<form action="//other.example/">', ["action='//other.example/' on <form>"]),
        ('<form data-index="https://other.example/">', ["data-index='https://other.example/' on <form>"]),
        ('<button formaction="javascript:alert(1)">', ["formaction= on <button>"]),
        ('<input type="image" src="x">', ["type='image' on <input>", "src= on <input>"]),
        ('<input type="password">', ["type='password' on <input>"]),
        # What covers or replaces the page.
        ('<div style="position:fixed; inset:0">', ["style= on <div>"]),
        ("<div popover>", ["popover= on <div>"]),
        ("<dialog open></dialog>", ["<dialog>"]),
        ('<a href="x" target="_top">', ["target= on <a>"]),
        ('<a href="x" ping="https://other.example/">', ["ping= on <a>"]),
        ('<meta http-equiv="refresh" content="0; url=https://x/">', ["content='0; url=https://x/' on <meta>"]),
        ('<meta http-equiv="refresh" content="0; url=javascript:x">', ["content='0; url=javascript:x' on <meta>"]),
        ('<meta http-equiv="refresh" content="9">', ["content='9' on <meta>"]),
        (
            '<meta http-equiv="Set-Cookie" content="0; url=../x/">',
            ["http-equiv='Set-Cookie' on <meta>"],
        ),
        ('<meta name="Referrer" content="unsafe-url">', ["content='unsafe-url' on <meta>"]),
        ('<link rel="modulepreload" href="x">', ["rel='modulepreload' on <link>"]),
        ('<link rel="stylesheet" href="data:text/css,x">', ["href='data:text/css,x' on <link>"]),
        # A shadow root shows other things than the tree; templates are shown by a script.
        ('<div><template shadowrootmode="open"><p>x</p></template></div>', ["shadowrootmode= on <template>"]),
        ("<template><p onclick=alert(1)></p></template>", ["onclick= on <p>"]),
        ('<template><a href="java&Tab;script:x">y</a></template>', [r"href='java\tscript:x' on <a>"]),
        ("<template><tr onclick=alert(1)></template>", ["onclick= on <tr>"]),
        (
            '<template><script type="application/json"><p lang="</script><img src="x" onerror="x"></template>',
            ["<script> in a template"],
        ),
        ("<template><template><p>x</p></template></template>", ["<template> in a template"]),
        # What the rest of the check does not look into.
        ('<a role="doc-biblioref" href="#x"><img src="x" onerror="alert(1)"></a>', ["onerror= on <img>"]),
        ('<span class="meaning"><b onclick="alert(1)">x</b></span>', ["onclick= on <b>"]),
    ],
)
def test_what_no_page_of_ours_has_is_found(html: str, found: list[str]):
    assert list(unexpected(html)) == found


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../x/#y" rel="noreferrer">x</a><a href="mailto:a@b.example">y</a><a href="tel:+44">z</a>',
        '<a href="#ref-a:b">a colon in an id</a><a href="//other.example/">x</a>',
        '<p class="a" lang="la">',
        '<script src="assets/a.js" defer></script><script type="application/ld+json">{}</script>',
        '<template data-says="x"><p>&lt;script&gt; &amp; <b>"</b></p></template>',
        '<img src="data:image/png;base64,AAAA" alt="<b onclick=x>">',
        '<svg viewBox="0 0 1 1" width="1em" aria-hidden="true"><path d="M0 0" class="ring"></svg>',
        '<meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=../x/">',
    ],
)
def test_what_our_pages_have_is_no_finding(html: str):
    assert unexpected(html) == ()


def written(folder: str) -> Iterator[tuple[str, str]]:
    """Each element and attribute that the code of a folder writes by its name."""
    for file in sorted((Path(citewell.__file__).parent / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "element":
                tag = node.args[0]
                if isinstance(tag, ast.Constant) and isinstance(tag.value, str):
                    yield from ((tag.value, (each.arg or "").rstrip("_").replace("_", "-")) for each in node.keywords)


@pytest.mark.parametrize("folder", ["blocks", "render"])
def test_whatever_we_write_is_on_the_list(folder: str):
    """Also what few sites have, such as the link to a PDF."""
    every = set(written(folder))
    refused = [f"{name}= on <{tag}>" for tag, name in every if f"{name}= on <{tag}>" in find_unexpected_attributes(tag, {name: ""})]
    assert every
    assert refused == []
