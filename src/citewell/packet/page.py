"""The page of a packet: one HTML file that needs nothing else, on a phone, without a network, and on paper.

Its content security policy names its own style and its own script by their digests, and allows nothing else: no other
file, no request, no form that is sent anywhere (W3C, Content Security Policy Level 3).
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from citewell.markup import Child, Markup, element
from citewell.messages import Words
from citewell.model.people import Person
from citewell.model.reviews import ClaimVerdict, ReviewRole
from citewell.model.site import Paper
from citewell.packet.contents import PacketContents
from citewell.packet.danger import Danger
from citewell.packet.format import FORMAT, VERSION
from citewell.packet.row import write_row
from citewell.render.layout import stacked

_HERE: Final = Path(__file__).parent
#: Texts that the script needs, of the section ``packet`` of the interface.
_FOR_SCRIPT: Final = (
    "answered", "kept", "will_keep", "restored", "not_kept", "forgotten", "forget_sure", "saved", "copied",
    "copy_yourself",
)  # fmt: skip
_FILLED_LATER: Final = {name: f"{{{name}}}" for name in ("done", "total", "file")}


@dataclass(frozen=True, slots=True)
class PacketSetting:
    """What a packet needs besides its contents.

    ``people`` are all of the site, ``reviewers`` those who may review this article, with their roles; ``reviewer`` is
    the one it is made for, if it is. ``paper`` is that of the site; ``for_paper`` leaves out what only a screen needs.
    """

    site_name: str
    words: Words
    people: Mapping[str, Person]
    reviewers: Mapping[str, ReviewRole]
    reviewer: str | None = None
    paper: Paper | None = None
    for_paper: bool = False


def write_page(contents: PacketContents, setting: PacketSetting) -> str:
    """The whole file."""
    words = setting.words
    title = words("packet.title", title=contents.title)
    head = stacked(
        element("meta", charset="utf-8"),
        None if setting.for_paper else element("meta", http_equiv="Content-Security-Policy", content=_make_policy()),
        element("meta", name="viewport", content="width=device-width"),
        element("meta", name="robots", content="noindex"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", _read_own("packet.css")),
    )
    body = stacked(
        element("a", words("packet.skip"), href="#statements", class_="skip no-print"),
        _write_header(contents, setting),
        element("main", stacked(_write_help(words), _write_form(contents, setting))),
        None if setting.for_paper else element("script", _read_own("packet.js")),
    )
    html = element("html", element("head", head), element("body", body), lang=words.language, dir=words.direction)
    return f"<!doctype html>\n{html}\n"


@cache
def _read_own(name: str) -> Markup:
    """A file beside this one, as it is in the page: neither has the end of its element in it."""
    return Markup((_HERE / name).read_text(encoding="utf-8"))


def _make_policy() -> str:
    style, script = (
        base64.b64encode(hashlib.sha256(_read_own(name).encode()).digest()).decode()
        for name in ("packet.css", "packet.js")
    )
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _write_header(contents: PacketContents, setting: PacketSetting) -> Markup:
    words = setting.words
    asked = sum(row.asks for row in contents.rows)
    facts = [words("packet.made", day=words.day(contents.made))]
    facts += [words("packet.content_day", day=words.day(contents.content_day))] if contents.content_day else []
    facts.append(words.counted("packet.asked", asked))
    return element(
        "header",
        stacked(
            element("p", words("packet.of_site", site=setting.site_name), class_="small"),
            element("h1", contents.title),
            element("p", " ".join(facts)),
        ),
    )


def _write_help(words: Words) -> Markup:
    steps = (element("li", words(f"packet.{name}")) for name in ("how_open", "how_ask", "how_save"))
    meanings = (
        part
        for verdict in ClaimVerdict
        for part in (
            element("dt", words(f"packet.{verdict}")),
            element("dd", words(f"packet.{verdict}_means")),
        )
    )
    return element(
        "section",
        stacked(
            element("h2", words("packet.how"), id="how"),
            element("ol", stacked(*steps), class_="sources"),
            element("h3", words("packet.meaning")),
            element("dl", stacked(*meanings)),
        ),
        aria_labelledby="how",
    )


def _write_form(contents: PacketContents, setting: PacketSetting) -> Markup:
    words = setting.words
    return element(
        "form",
        stacked(
            _write_reviewer(setting),
            element("p", words("packet.no_scripts"), class_="notice for-no-scripts no-print"),
            element("p", id="kept", role="status", class_="small for-scripts"),
            element("div", stacked(*_write_parts(contents, words)), id="statements"),
            _write_gone(contents, words),
            _write_finish(words),
            _write_bar(words),
        ),
        id="packet",
        autocomplete="off",
        data_format=FORMAT,
        data_version=VERSION,
        data_slug=contents.slug,
        data_content_day=contents.content_day.isoformat() if contents.content_day else "",
        data_made=contents.made.isoformat(),
        data_sections=json.dumps(contents.digests),
        data_texts=json.dumps({name: words(f"packet.{name}", **_FILLED_LATER) for name in _FOR_SCRIPT}),
    )


def _write_reviewer(setting: PacketSetting) -> Markup:
    """Whose answers they are, and the order of the statements."""
    words = setting.words
    people = (
        element(
            "option",
            f"{setting.people[person].name} ({words(f'packet.{role}')})",
            value=person,
            selected=person == setting.reviewer,
        )
        for person, role in setting.reviewers.items()
    )
    orders = (
        _write_choice("order", f"order-{order}", order, words(f"packet.{order}_order"), checked=order == "danger")
        for order in ("danger", "page")
    )
    return element(
        "section",
        stacked(
            element("h2", words("packet.reviewer"), id="you"),
            element("label", words("packet.by"), for_="by", class_="field"),
            element(
                "select",
                element("option", words("packet.by_choose"), value=""),
                *people,
                id="by",
                name="by",
                aria_describedby="by-help",
            ),
            element("p", words("packet.by_help"), id="by-help", class_="small"),
            element(
                "fieldset", element("legend", words("packet.order")), *orders, class_="verdicts for-scripts no-print"
            ),
        ),
        aria_labelledby="you",
    )


def _write_parts(contents: PacketContents, words: Words) -> Iterator[Markup]:
    """The groups with their statements, and for the order of the page its sections, which the script fills."""
    for danger in Danger:
        rows = sorted((row for row in contents.rows if row.danger is danger), key=lambda row: not row.is_disputed)
        if rows:
            written = (write_row(row, contents, words) for row in rows)
            help_ = element("p", words("packet.names_help"), class_="small") if danger is Danger.NAMES else None
            yield _write_part("danger", danger, words(f"packet.{danger}"), (help_, *written))
    for anchor, heading in contents.sections.items():
        first = anchor == next(iter(contents.sections))
        shown = heading or words("packet.beginning" if first else "packet.key_takeaways")
        yield _write_part("page", anchor, shown, (), hidden=True)


def _write_part(
    order: str, group: str, title: str, children: Iterable[Markup | None], *, hidden: bool = False
) -> Markup:
    anchor = f"{order}-{group}"
    heading = element("h2", title, " ", element("span", class_="count"), id=anchor)
    return element(
        "section",
        stacked(heading, *children),
        class_="part",
        aria_labelledby=anchor,
        data_order=order,
        data_group=group,
        hidden=hidden,
    )


def _write_gone(contents: PacketContents, words: Words) -> Markup | None:
    """What was reviewed and is gone."""
    last = contents.last_review
    if last is None or not last.gone:
        return None
    title = words("packet.gone", name=last.by, day=words.day(last.on))
    texts = (element("li", element("del", text)) for text in last.gone)
    return element(
        "section", stacked(element("h2", title, id="gone"), element("ul", stacked(*texts), class_="earlier")),
        aria_labelledby="gone",
    )  # fmt: skip


def _write_finish(words: Words) -> Markup:
    signed = element(
        "label",
        element("input", type="checkbox", id="signed", name="signed", aria_describedby="signed-help"),
        element("span", words("packet.signed")),
        class_="choice",
    )
    buttons = (
        element("button", words(f"packet.{name}"), type="button", id=name, class_="main" if name == "save" else None)
        for name in ("save", "copy", "forget")
    )
    as_text = stacked(
        element("label", words("packet.as_text"), for_="as-text", class_="field"),
        element("textarea", id="as-text", rows=6, readonly=True),
    )
    return element(
        "section",
        stacked(
            element("h2", words("packet.finish"), id="finish"),
            element("label", words("packet.summary"), for_="summary", class_="field"),
            element("textarea", id="summary", name="summary", rows=4),
            signed,
            element("p", words("packet.signed_help"), id="signed-help", class_="small"),
            element("h3", words("packet.missing"), id="missing-title", class_="for-scripts no-print"),
            element("ul", id="missing", class_="missing for-scripts no-print"),
            element("div", *buttons, class_="buttons for-scripts"),
            element("p", id="outcome", role="status"),
            element("div", as_text, hidden=True),
        ),
        aria_labelledby="finish",
    )


def _write_bar(words: Words) -> Markup:
    """How much is answered, always in view."""
    return element(
        "div",
        element("div", element("output", id="done"), _write_button(words("packet.next"), "next"), class_="buttons"),
        class_="bar for-scripts",
    )


def _write_button(label: str, id_: str) -> Markup:
    return element("button", label, type="button", id=id_)


def _write_choice(name: str, id_: str, value: str, label: Child, *, checked: bool = False) -> Markup:
    """A radio button with its label."""
    radio = element("input", type="radio", name=name, id=id_, value=value, checked=checked)
    return element("label", radio, element("span", label), class_="choice")
