"""Whether the styles of a site leave alone what readers must see: banner, alarms, cards, marks, state of review.

Which part of a page a selector reaches cannot be told from the selector. So what can hide, shrink, move or cover
anything is refused for everything but a few parts of a page that say nothing about its evidence. How well colours
contrast is measured in the built pages, not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from citewell.model.brand_problems import RefusedStyle, StyleDanger
from citewell.model.problems import AnyProblem, Problem
from citewell.model.source_location import Located, SourceText, Span
from citewell.source.style_sheet import BrokenStyleSheet, Statement, list_statements

#: The parts of a page that a site may hide or move.
MAY_BE_HIDDEN: Final = ("contents", "crumbs", "hero", "jump", "related", "save")
_AT_RULES: Final = frozenset({"media", "supports", "container", "layer", "font-face"})
_HIDEABLE: Final = re.compile(rf"(?:^|.*[\s>+~])[a-z]*\.(?:{'|'.join(MAY_BE_HIDDEN)})(?:[.:][a-z-]+)*", re.DOTALL)
#: Properties of which every other value than the usual one can hide, move or cover something.
_USUAL: Final = {
    **dict.fromkeys(("opacity", "-webkit-opacity"), re.compile(r"1(?:\.0*)?|100%")),
    **dict.fromkeys(("clip", "clip-path", "mask", "-webkit-mask", "filter", "backdrop-filter", "transform"), None),
    **dict.fromkeys(("translate", "scale", "rotate", "zoom", "perspective", "mix-blend-mode", "all", "content"), None),
    **dict.fromkeys(("z-index", "text-indent", "-webkit-text-security", "-webkit-line-clamp", "line-clamp"), None),
    **dict.fromkeys(("offset-path", "offset", "inset", "inset-block", "inset-inline", "color-scheme", "speak"), None),
    **dict.fromkeys(("forced-color-adjust", "-webkit-text-fill-color", "content-visibility", "animation"), None),
    **dict.fromkeys(("top", "right", "bottom", "left", "mask-image", "-webkit-mask-image", "animation-name"), None),
}
#: Values that can hide, move or cover something.
_HIDING: Final = {
    "display": re.compile(r"none"),
    "visibility": re.compile(r"hidden|collapse"),
    "position": re.compile(r"absolute|fixed|sticky|-webkit-sticky"),
    **dict.fromkeys(("outline", "outline-width", "outline-style"), re.compile(r".*\bnone\b.*|0(?![\d.]).*")),
    "pointer-events": re.compile(r"none"),
    "color": re.compile(r"transparent|.*/.*|rgba\(.*|hsla\(.*|#(?:[0-9a-f]{4}|[0-9a-f]{8})"),
    **dict.fromkeys(
        ("overflow", "overflow-x", "overflow-y", "overflow-block", "overflow-inline"),
        re.compile(r".*(?:hidden|clip).*"),
    ),
}
_FAR: Final = re.compile(r".*(?:-\d{3}|-\d\d(?:\.\d+)?(?:r?em|ch|ex|%|[ds]?v)|\d{4}|calc|min\(|max\(|clamp)")
_MARGINS: Final = re.compile(r"margin(?:-.*)?|scroll-margin.*|inset-.*")
_SPACINGS: Final = re.compile(r"(?:letter|word)-spacing")
_CLOSE: Final = re.compile(r"-(?!0?\.0\d*em|0?\.\d+px|1px)")
_SIZES: Final = frozenset(
    {"--h1", "--h2", "--h3", "--body", "--block", "--small", "--tiny", "--size", "font-size", "font"}
)
#: Three quarters of the reader's own size: the marks beside statements are hardly larger.
_SMALLEST: Final = {"px": 12.0, "pt": 9.0, "rem": 0.75, "em": 0.75, "%": 75.0}
_SIZE: Final = re.compile(r"(?<![\w.#-])(\d*\.?\d+)(px|pt|rem|em|%)(?![\w])")
_WORDED: Final = re.compile(
    r".*\b(?:small|medium|large|x-large|xx-large|larger|inherit|initial|unset|revert|var\(--(?:h[123]|body|block|small|tiny)\)).*"
)
#: Names of the theme's that say something by their colour or sign; they are the same on every site.
_MEANING: Final = re.compile(
    r"--(?:(?:eme|urg|non|wait|demo|mark)(?:-.*)?|do|dont|ring|chip.*|i-.*|icon.*|edge|head|tint|bullet)"
)
_CLAIMS: Final = re.compile(r"\.(?:claim|reviewed|quoted|sourced|waived|legend|term)\b")
_URL: Final = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)?""", re.IGNORECASE)
_OTHER_LOADING: Final = re.compile(
    r"(?<![\w-])(?:src|image-set|-webkit-image-set|image|cross-fade|element|paint)\(", re.IGNORECASE
)
_WITHIN: Final = re.compile(r"#|data:image/|data:font/woff2", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def read_styles(source: SourceText) -> tuple[AnyProblem, ...]:
    """What a style sheet may not do, each at its place. Never raises on content."""
    if (backslash := source.text.find("\\")) >= 0:
        place = source.locate(Span(backslash, backslash + 1))
        return (Problem(place, RefusedStyle(StyleDanger.BACKSLASH)),)
    problems: list[AnyProblem] = []
    try:
        for statement in list_statements(source):
            facts = _judge(statement)
            if facts:
                problems.append(Problem(source.locate(_first_line(statement.span, source)), facts))
    except BrokenStyleSheet as broken:
        problems.append(Problem(source.locate(broken.span), RefusedStyle(StyleDanger.UNREADABLE)))
    return tuple(problems)


def list_style_files(source: SourceText) -> list[Located]:
    """The files beside a style sheet that it loads, each where it is named; only of one that was not refused."""
    return [Located(name, source.locate(span)) for name, span in _list_names(source.text)]


def rename_style_files(text: str, names: dict[str, str]) -> str:
    """A style sheet in which the files it loads have other names."""
    for name, span in reversed(list(_list_names(text))):
        text = f"{text[: span.start]}{names.get(name, name)}{text[span.end :]}"
    return text


def _list_names(text: str) -> Iterator[tuple[str, Span]]:
    for found in _URL.finditer(text):
        group = next((number for number in (1, 2, 3) if found[number]), 0)
        target = found[group].strip() if group else ""
        if target and not _WITHIN.match(target):
            start = found.start(group) + found[group].index(target)
            yield target, Span(start, start + len(target))


def _judge(statement: Statement) -> RefusedStyle | None:
    text = statement.text
    if text.startswith("@"):
        name = re.split(r"[\s({\"']", text[1:], maxsplit=1)[0].lower()
        return None if name in _AT_RULES else RefusedStyle(StyleDanger.AT_RULE, f"@{name}")
    if statement.opens:
        return RefusedStyle(StyleDanger.UNREADABLE) if text.startswith("--") else None
    name, _, value = (part.strip().lower() for part in text.partition(":"))
    return _judge_loading(text) or _judge_declaration(name, value, statement.selectors.lower())


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
    if name in _SIZES and _is_small(value):
        return RefusedStyle(StyleDanger.SMALL, name, value)
    if name.startswith("text-decoration") and _CLAIMS.search(selectors):
        return RefusedStyle(StyleDanger.EVIDENCE_LINE, name)
    return RefusedStyle(StyleDanger.HIDES, name, value) if _can_hide(name, value) else None


def _can_hide(name: str, value: str) -> bool:
    if name in _USUAL:
        usual = _USUAL[name]
        return value not in {"none", "auto", "normal"} if usual is None else not usual.fullmatch(value)
    if name in _HIDING:
        return _HIDING[name].fullmatch(value) is not None
    if _MARGINS.fullmatch(name):
        return _FAR.match(value) is not None
    if _SPACINGS.fullmatch(name):
        return _CLOSE.search(value) is not None
    if name == "line-height":
        return bool(re.fullmatch(r"0?\.\d+|0\w*|\d\d?(?:\.\d+)?%|0?\.\d+r?em", value))
    return False


def _is_small(value: str) -> bool:
    """Whether a size is too small to be read, or of a kind of which nobody can say."""
    sizes = _SIZE.findall(value)
    return any(float(number) < _SMALLEST[unit] for number, unit in sizes) or not (sizes or _WORDED.fullmatch(value))


def _may_be_hidden(selectors: str) -> bool:
    return bool(selectors) and all(_HIDEABLE.fullmatch(each.strip()) for each in selectors.split(","))


def _first_line(span: Span, source: SourceText) -> Span:
    end = source.text.find("\n", *span)
    return Span(span.start, span.end if end < 0 else end)
