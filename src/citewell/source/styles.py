"""Whether the styles of a site leave alone what readers must see: banner, alarms, cards, marks, state of review.

Which part of a page it reaches, the selector alone does not show. So what can hide, shrink, move or cover
anything is refused for everything but a few parts of a page that say nothing about its evidence. How well colours
contrast is measured in the built pages, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.model.brand_problems import RefusedStyle, StyleDanger
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import LocatedText, SourceText, Span
from citewell.source.style_sheet import BrokenStyleSheet, StyleStatement, list_style_statements

#: The parts of a page that a site may hide or move.
MAY_BE_HIDDEN: Final = ("contents", "crumbs", "hero", "jump", "related", "save")
_AT_RULES: Final = frozenset({"media", "supports", "container", "layer", "font-face"})
_HIDEABLE: Final = re.compile(rf"(?:^|.*[\s>+~])[a-z]*\.(?:{'|'.join(MAY_BE_HIDDEN)})(?:[.:][a-z-]+)*", re.DOTALL)
#: Properties of which every other value than the usual one can hide, move, cover, renumber or turn something.
_NOT_USED: Final = """
clip clip-path mask mask-image -webkit-mask -webkit-mask-image filter backdrop-filter transform translate scale rotate
zoom perspective mix-blend-mode all content z-index text-indent -webkit-text-security -webkit-line-clamp line-clamp
offset offset-path inset inset-block inset-inline top right bottom left color-scheme forced-color-adjust contain
-webkit-text-fill-color content-visibility animation animation-name direction unicode-bidi
counter-reset counter-increment counter-set
""".split()
_USUAL: Final = re.compile(r"none|auto|normal")
_ONLY: Final = {
    "opacity": re.compile(r"1(?:\.0*)?|100%"),
    **dict.fromkeys(
        ("overflow", "overflow-x", "overflow-y", "overflow-block", "overflow-inline"), re.compile(r"visible")
    ),
    **dict.fromkeys(_NOT_USED, _USUAL),
}
_SEE_THROUGH: Final = re.compile(r"transparent|.*/.*|rgba\(.*|hsla\(.*|#(?:[0-9a-f]{4}|[0-9a-f]{8})")
_NO_OUTLINE: Final = re.compile(
    r".*\b(?:none|transparent)\b.*|0(?![\d.]).*|.*\d\d.*|.*\d(?:r?em|[ds]?v|%).*|.*var\((?!--(?:brand|link|ink|ink-2|ring|rule)\)).*"
)
#: Values that can hide, move or cover something; what a variable holds is not known here.
_HIDING: Final = {
    "display": re.compile(r"none|.*var\(.*"),
    "visibility": re.compile(r"hidden|collapse|.*var\(.*"),
    "position": re.compile(r"absolute|fixed|(?:-webkit-)?sticky|.*var\(.*"),
    "pointer-events": re.compile(r"none|.*var\(.*"),
    "color": _SEE_THROUGH,
    "line-height": re.compile(r"0?\.\d+|0\w*|\d\d?(?:\.\d+)?%|0?\.\d+r?em|.*var\(.*|calc.*"),
    **dict.fromkeys(("outline", "outline-width", "outline-style", "outline-color"), _NO_OUTLINE),
}
_FAR: Final = re.compile(
    r".*(?:-\d{3}|-\d\d(?:\.\d+)?(?:r?em|ch|ex|%|[ds]?v)|\d{4}|calc|min\(|max\(|clamp|var\((?!--pad))"
)
_MARGINS: Final = re.compile(r"margin(?:-.*)?|scroll-margin.*|inset-.*")
_SPACINGS: Final = re.compile(r"(?:letter|word)-spacing")
_CLOSE: Final = re.compile(r"-(?!0?\.0\d*em|0?\.\d+px|1px)")
_SIZES: Final = frozenset(
    {"--h1", "--h2", "--h3", "--body", "--block", "--small", "--tiny", "--size", "font-size", "font"}
)
#: Three quarters of the reader's own size: the marks beside statements are hardly larger.
_SMALLEST: Final = {"px": 12.0, "pt": 9.0, "rem": 0.75, "em": 0.75, "%": 75.0}
_SIZE: Final = re.compile(r"(?<![\w.#-])(\d*\.?\d+)(px|pt|rem|em|%)(?![\w])")
#: A size that is worked out, and a line height below 1 after a size.
_RECKONED: Final = re.compile(r"calc\(|min\(|max\(|clamp\(|/\s*(?:0?\.\d|0(?![.\d])|var)")
_WORDED: Final = re.compile(
    r".*\b(?:small|medium|large|x-large|xx-large|larger|inherit|initial|unset|revert|var\(--(?:h[123]|body|block|small|tiny)\)).*"
)
#: Names of the theme's that say something by their colour or icon; they are the same on every site.
_MEANING: Final = re.compile(
    r"--(?:(?:eme|urg|non|wait|demo|mark)(?:-.*)?|do|dont|ring|chip.*|i-.*|icon.*|edge|head|tint|bullet)"
)
_CLAIMS: Final = re.compile(r"\.(?:claim|reviewed|quoted|sourced|waived|legend|term)\b")
_URL: Final = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)?""", re.IGNORECASE)
_OTHER_LOADING: Final = re.compile(
    r"(?<![\w-])(?:src|image-set|-webkit-image-set|image|cross-fade|element|paint)\(", re.IGNORECASE
)
_WITHIN: Final = re.compile(r"#|data:image/|data:font/woff2", re.IGNORECASE)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def read_styles(source: SourceText) -> tuple[AnyProblem, ...]:
    """What a style sheet may not do, each at its place. Never raises on content."""
    if (backslash := source.text.find("\\")) >= 0:
        place = source.locate(Span(backslash, backslash + 1))
        return (Problem(place, RefusedStyle(StyleDanger.BACKSLASH)),)
    problems: list[AnyProblem] = []
    try:
        for statement in list_style_statements(source):
            facts = _judge(statement)
            if facts:
                problems.append(Problem(source.locate(_first_line(statement.span, source)), facts))
    except BrokenStyleSheet as broken:
        problems.append(Problem(source.locate(broken.span), RefusedStyle(StyleDanger.UNREADABLE)))
    return tuple(problems)


def list_style_files(source: SourceText) -> list[LocatedText]:
    """The files beside a style sheet that it loads, each where it is named; only of one that was not refused."""
    return [LocatedText(name, source.locate(span)) for name, span in _list_names(source.text)]


def rename_style_files(text: str, names: dict[str, str]) -> str:
    """A style sheet in which the files it loads have other names."""
    for name, span in reversed(list(_list_names(text))):
        text = f"{text[: span.start]}{names.get(name, name)}{text[span.end :]}"
    return text


def _list_names(text: str) -> Iterator[tuple[str, Span]]:
    for found in _URL.finditer(_COMMENT.sub(lambda comment: " " * len(comment[0]), text)):
        group = next((number for number in (1, 2, 3) if found[number]), 0)
        target = found[group].strip() if group else ""
        if target and not _WITHIN.match(target):
            start = found.start(group) + found[group].index(target)
            yield target, Span(start, start + len(target))


def _judge(statement: StyleStatement) -> RefusedStyle | None:
    text = statement.text
    if text.startswith("@"):
        name = re.split(r"[\s({\"']", text[1:], maxsplit=1)[0].lower()
        return None if name in _AT_RULES else RefusedStyle(StyleDanger.AT_RULE, f"@{name}")
    if statement.opens:
        return RefusedStyle(StyleDanger.UNREADABLE) if text.startswith("--") else None
    name, _, value = (part.strip() for part in text.partition(":"))
    return _judge_loading(text) or _judge_declaration(name.lower(), value, statement.selectors.lower())


def _judge_loading(text: str) -> RefusedStyle | None:
    if other := _OTHER_LOADING.search(text):
        return RefusedStyle(StyleDanger.FROM_ELSEWHERE, other[0])
    for found in _URL.finditer(text):
        target = next(filter(None, found.groups()), "").strip()
        if not (_WITHIN.match(target) or _NAME.fullmatch(target)):
            return RefusedStyle(StyleDanger.FROM_ELSEWHERE, target)
    return None


def _judge_declaration(name: str, value: str, selectors: str) -> RefusedStyle | None:
    if "!" in value:
        return RefusedStyle(StyleDanger.IMPORTANT, name)
    if _MEANING.fullmatch(name):
        return RefusedStyle(StyleDanger.MEANING, name)
    if _may_be_hidden(selectors):
        return None
    if name in _SIZES and _is_small(value.lower()):
        return RefusedStyle(StyleDanger.SMALL, name, value)
    if name.startswith("text-decoration") and _CLAIMS.search(selectors):
        return RefusedStyle(StyleDanger.EVIDENCE_LINE, name)
    return RefusedStyle(StyleDanger.HIDES, name, value) if _can_hide(name, value.lower()) else None


def _can_hide(name: str, value: str) -> bool:
    if name.startswith("--"):
        return _SEE_THROUGH.fullmatch(value) is not None
    if only := _ONLY.get(name):
        return only.fullmatch(value) is None
    if hiding := _HIDING.get(name):
        return hiding.fullmatch(value) is not None
    if _MARGINS.fullmatch(name):
        return _FAR.match(value) is not None
    return _SPACINGS.fullmatch(name) is not None and _CLOSE.search(value) is not None


def _is_small(value: str) -> bool:
    """Whether a size is too small to be read, or of a kind of which nobody can say."""
    sizes = _SIZE.findall(value)
    if _RECKONED.search(value) or not (sizes or _WORDED.fullmatch(value)):
        return True
    return any(float(number) < _SMALLEST[unit] for number, unit in sizes)


def _may_be_hidden(selectors: str) -> bool:
    return bool(selectors) and all(_HIDEABLE.fullmatch(each.strip()) for each in selectors.split(","))


def _first_line(span: Span, source: SourceText) -> Span:
    end = source.text.find("\n", *span)
    return Span(span.start, span.end if end < 0 else end)
