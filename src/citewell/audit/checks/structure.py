"""A page does not say first, to those who hear it, what it is: its language, its title, one main heading, its parts.

Who hears a page goes by its headings and landmarks, and hears it in the voice of its language. So a page has one
language, that of the site, one `h1` with which its title begins, no heading that leaves out a level, one main part, a
header and a footer, navigation with names, no id twice, and no link inside the page that leads nowhere.

Pages are made so. If your own template wrote the page, look there; otherwise it is a fault: please report it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from citewell.audit.checks import AuditContext, Look, browser_check
from citewell.audit.scripts import read_script
from citewell.audit.window import Window
from citewell.rules.rule import Finding
from citewell.site.checks import PLEASE_REPORT


@browser_check("AUD006")
def check(look: Look, context: AuditContext) -> Iterator[Finding]:
    """What is missing, or there too often."""
    if not look.colours_only:
        for fault in list_structure_faults(look.window, context.words.language):
            yield look.find(fault, PLEASE_REPORT)


def list_structure_faults(window: Window, language: str) -> Iterator[str]:
    """What is wrong with the structure of a page in this language, in words."""
    facts: dict[str, Any] = window.ask(read_script("structure"))
    if facts["language"] != language:
        yield f'the page says that its language is "{facts["language"]}"; the site\'s is "{language}"'
    yield from _judge_headings(facts)
    yield from (f'the id "{name}" is there twice' for name in dict.fromkeys(facts["twice"]))
    yield from (f'a link leads to "#{name}", which is not on the page' for name in dict.fromkeys(facts["astray"]))
    yield from _judge_landmarks(facts)


def _judge_headings(facts: dict[str, Any]) -> Iterator[str]:
    headings, title = facts["headings"], facts["title"]
    if len(headings) != 1 or not headings[0]:
        yield f"the page has {len(headings)} main headings (h1); it needs one, with words"
    elif not title.startswith(headings[0]) and not facts["home"]:
        yield f'the title of the page ("{title}") does not begin with its main heading'
    for before, here in pairwise([0, *facts["levels"]]):
        if here > before + 1:
            yield f"a heading h{here} follows h{before}" if before else f"the first heading is h{here}"


def _judge_landmarks(facts: dict[str, Any]) -> Iterator[str]:
    for name in ("main", "banner", "footer"):
        if facts["landmarks"][name] != 1:
            yield f"the page has {facts['landmarks'][name]} landmarks of the kind {name}; it needs one"
    if not facts["landmarks"]["navigation"] or facts["unnamed"]:
        yield "the page has no navigation, or one without a name"
