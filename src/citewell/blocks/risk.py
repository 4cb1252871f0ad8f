"""``:::{risk}``: how many people something happens to, as counts of people, beside those of another group.

Written as a list of lines: ``who``, ``events``, ``out of``, ``period``, and ``compared with`` for each other group,
with ``events``, ``out of`` and ``period`` below it. What can be computed is: the number out of the same round number of
people, and how many more or fewer that is. A relative number ("40 % lower") is only taken beside both absolute ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from citewell.blocks._fenced import read_fence_content
from citewell.blocks._risk_lines import LINES, Field, Lines, Said, read_group, read_line_value, read_lines, read_other
from citewell.markup import Markup, element, join
from citewell.markup.dots import MOST_DOTS, draw_dots
from citewell.messages import Words
from citewell.model.blocks import Html, Node, Parser, Passage, Prose, RawBlock, Role
from citewell.model.frequencies import Frequency, choose_common_total, measure_difference, round_share
from citewell.model.inlines import Inline, Strong, Text, join_text
from citewell.model.source_location import Span
from citewell.model.text_problems import LoneRelativeRisk, MissingRiskField, RiskError, RiskShape

NAMES = ("risk",)
FENCED = True
HOLDS: Final = "one list of lines such as - events: 12"

_OTHER: Final = "compared with"
_OWN: Final = (*LINES, _OTHER, "relative")


@dataclass(frozen=True, slots=True)
class RiskGroup:
    """One group of people; ``in_common`` is its number out of the common total, where that is different."""

    span: Span
    frequency: Frequency
    sentence: Prose
    in_common: Prose | None

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.sentence, self.in_common) if self.in_common else (self.sentence,)


@dataclass(frozen=True, slots=True)
class Risk:
    """Something that happens (``title``) to each of the groups, out of ``total`` people.

    ``notes`` say how the first group differs from each other one, and perhaps the relative number. ``pictured`` if dots
    show each group: pictures side by side are compared, whatever the words below say of different times.
    """

    span: Span
    anchor: str
    title: Prose
    groups: tuple[RiskGroup, ...]
    notes: tuple[Prose, ...]
    total: int
    pictured: bool

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.title, *self.groups, *self.notes)


NODES = (Risk, RiskGroup)


def parse(raw: RawBlock, parser: Parser) -> Risk | None:
    """Read the lines; where one is missing or not what it should be, that is a problem, and nothing is shown."""
    title = parser.prose(raw.title, Role.LABEL) if raw.title else None
    if title is None and raw.children:
        parser.note(MissingRiskField("title"), raw.span)
    if len(raw.children) != 1 or raw.children[0].kind != "bullet_list":
        if raw.children:
            parser.note(RiskShape(RiskError.NOT_ONE_LIST), raw.span)
        read_fence_content(raw, parser)  # its problems are found too
        return None
    fields, sound = read_lines(raw.children[0].children, _OWN, _OTHER, parser)
    others = [field for field in fields if field.name == _OTHER]
    own = Lines(tuple(field for field in fields if field.name in LINES), sound)
    said = [read_group(own, parser, raw.span), *(read_other(field, parser) for field in others)]
    relative = next((field for field in fields if field.name == "relative"), None)
    if relative and not others:
        parser.note(LoneRelativeRisk(), relative.span)
    notes = _read_relative(relative, parser) if relative else []
    groups = [group for group in said if group]
    if relative and len({_format_period(group) for group in groups}) > 1:
        parser.note(LoneRelativeRisk(periods_differ=True), relative.span)
    if title is None or len(groups) < len(said):
        return None
    return _make_risk(raw.span, title, groups, notes, parser)


def _read_relative(field: Field, parser: Parser) -> list[Prose]:
    words, marks = read_line_value(field, parser)
    if not join_text(words):
        parser.note(MissingRiskField("relative"), field.span)
        return []
    said = _fill_text("relative", field.span.start, parser, words=words)
    return [Prose(field.span, Role.PROSE, "risk", (*said, *marks))]


def _make_risk(span: Span, title: Prose, said: Sequence[Said], notes: list[Prose], parser: Parser) -> Risk:
    total = choose_common_total([group.frequency for group in said])
    first, *others = said
    differences = [_describe_difference(span, first, other, total, parser) for other in others]
    groups = tuple(_make_group(group, total, parser) for group in said)
    anchor = parser.anchor(join_text(title.inlines))
    pictured = total <= MOST_DOTS and len({_format_period(group) for group in said}) == 1
    return Risk(span, anchor, title, groups, (*dict.fromkeys(differences), *notes), total, pictured)


def _format_period(said: Said) -> str:
    return join_text(said.period).casefold()


def _make_group(said: Said, total: int, parser: Parser) -> RiskGroup:
    words, start = parser.words, said.span.start
    frequency = words(
        "risk.frequency", events=words.number(said.frequency.events), total=words.number(said.frequency.total)
    )
    strong = Strong(Span(start, start), (Text(Span(start, start), frequency),))
    sentence = _fill_text("group", start, parser, frequency=(strong,), who=said.who, period=said.period)
    in_common = None
    if said.frequency.total != total:
        count, exact = round_share(said.frequency.share, total)
        name = "scaled" if exact else "scaled_about"
        numbers = {"count": words.number(count), "total": words.number(total)}
        in_common = _make_computed_prose(said.span.end, (_make_text(said.span.end, words(f"risk.{name}", **numbers)),))
    return RiskGroup(
        said.span, said.frequency, Prose(said.span, Role.PROSE, "risk", (*sentence, *said.marks)), in_common
    )


def _describe_difference(span: Span, first: Said, other: Said, total: int, parser: Parser) -> Prose:
    """How many more or fewer people of the first group it happens to.

    Left out where the times are written differently: "1 year" and "5 years" differ, "5 years" and "five years" do not,
    and what is said then is true of both.
    """
    words, end = parser.words, span.end
    if _format_period(first) != _format_period(other):
        return _make_computed_prose(end, _fill_text("other_period", end, parser))
    difference = measure_difference(first.frequency, other.frequency)
    if not difference:
        name = _alike(first.frequency, other.frequency, total)
        return _make_computed_prose(end, _fill_text(name, end, parser, who=first.who, other=other.who))
    count, exact = round_share(difference, total)
    name = ("fewer" if count < 0 else "more") + ("" if exact else "_about")
    numbers = {"count": (_make_text(end, words.number(abs(count))),), "total": (_make_text(end, words.number(total)),)}
    return _make_computed_prose(end, _fill_text(name, end, parser, who=first.who, other=other.who, **numbers))


def _alike(one: Frequency, other: Frequency, total: int) -> str:
    """Which text says that two numbers are alike to any study; those of few people may be shown as two numbers."""
    if one.share == other.share:
        return "as_many"
    return (
        "as_many_about" if round_share(one.share, total).people == round_share(other.share, total).people else "untold"
    )


def _make_computed_prose(at: int, inlines: tuple[Inline, ...]) -> Prose:
    return Prose(Span(at, at), Role.COMPUTED, "risk", inlines)


def _fill_text(name: str, at: int, parser: Parser, **parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A text of the interface with inlines at its places; its own words have no place in the source but ``at``."""
    inlines: list[Inline] = []
    for piece, is_place in parser.words.pieces(f"risk.{name}"):
        inlines += parts[piece] if is_place else (_make_text(at, piece),)
    return tuple(inlines)


def _make_text(at: int, words: str) -> Text:
    return Text(Span(at, at), words)


def list_passages(node: Risk | RiskGroup, _words: Words, _emergency_number: str) -> Iterator[Passage | Node]:
    """The sentences under their heading, to which a search result leads."""
    if isinstance(node, Risk):
        yield Passage(node.title, 3, node.anchor)
        yield from node.groups
        yield from node.notes
    else:
        yield from node.children


def render(node: Risk | RiskGroup, html: Html) -> Markup:
    """A section named by its heading: a sentence and a picture for each group, then what was computed of them."""
    if isinstance(node, RiskGroup):
        return join([element("p", html.inlines(each)) for each in (node.sentence, node.in_common) if each], "\n")
    groups = [_render_with_picture(group, node.total if node.pictured else None, html) for group in node.groups]
    notes = [element("p", html.inlines(note)) for note in node.notes]
    key = html.words("risk.dots", total=html.words.number(node.total))
    parts = [
        element("h3", html.inlines(node.title), id=node.anchor),
        element("div", join(groups, "\n"), class_="groups"),
        *notes,
        *([element("p", key, class_="dots")] if node.pictured else []),
    ]
    return element("section", join(parts, "\n"), class_="risk", aria_labelledby=node.anchor)


def _render_with_picture(group: RiskGroup, total: int | None, html: Html) -> Markup:
    picture = draw_dots(round_share(group.frequency.share, total).people, total) if total else None
    return element("div", join([render(group, html), *([picture] if picture else [])], "\n"))
