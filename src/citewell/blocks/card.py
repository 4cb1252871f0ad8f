"""``:::{non-urgent}``, ``:::{urgent}`` and ``:::{emergency}``: whom to call and when (the NHS's care cards).

The words after the name say what to do ("Call 999 if you have"); the list below them says when. One closing paragraph
may follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from citewell.blocks._fenced import read_fence_content
from citewell.blocks.list import List
from citewell.blocks.paragraph import Paragraph
from citewell.markup import Markup, element, join
from citewell.messages import Words
from citewell.model.blocks import Html, Node, Parser, Passage, Prose, RawBlock, Role, walk_nodes
from citewell.model.inlines import join_text
from citewell.model.source_location import Span
from citewell.model.text_problems import FenceContent

NAMES = ("non-urgent", "urgent", "emergency")
FENCED = True


class Urgency(StrEnum):
    """How soon to get help."""

    NON_URGENT = "non-urgent"
    URGENT = "urgent"
    EMERGENCY = "emergency"


# The ids of cards whose editor wrote no words after the name: the same in every language of the interface,
# and whatever the number for emergencies is.
_ANCHORS: Final = {
    Urgency.NON_URGENT: "see-your-doctor-if-you-have",
    Urgency.URGENT: "ask-for-an-urgent-appointment-if-you-have",
    Urgency.EMERGENCY: "get-emergency-help-now-if-you-have",
}
_PARTS: Final = (List, Paragraph)
HOLDS: Final = "a list and perhaps one paragraph after it"


@dataclass(frozen=True, slots=True)
class CareCard:
    """A care card; ``action`` is ``None`` when it has the default words."""

    span: Span
    urgency: Urgency
    anchor: str
    action: Prose | None
    content: tuple[Node, ...]

    @property
    def children(self) -> tuple[Node, ...]:
        return (self.action, *self.content) if self.action else self.content


NODES = (CareCard,)


def find_emergency_card(body: Iterable[Node]) -> CareCard | None:
    """The first emergency card of a page, to which the link below the takeaway leads."""
    cards = (node for node in walk_nodes(body) if isinstance(node, CareCard))
    return next((card for card in cards if card.urgency is Urgency.EMERGENCY), None)


def parse(raw: RawBlock, parser: Parser) -> CareCard:
    """Read the action, the list and the closing paragraph; anything else in the card is a problem."""
    urgency = Urgency(raw.kind)
    action = parser.prose(raw.title, Role.LABEL) if raw.title else None
    content = read_fence_content(raw, parser)
    stray = next(
        (child for place, child in enumerate(content) if not isinstance(child, _PARTS[place : place + 1])), None
    )
    if stray:
        parser.note(FenceContent(raw.kind), stray.span)
    anchor = parser.anchor(join_text(action.inlines) if action else _ANCHORS[urgency])
    return CareCard(raw.span, urgency, anchor, action, content)


def describe_action(node: CareCard, words: Words, emergency_number: str) -> str:
    """What a card says to do, in plain words; its default words name the number of the site, if there is one."""
    if node.action:
        return join_text(node.action.inlines)
    if node.urgency is not Urgency.EMERGENCY:
        return words(f"card_action.{node.urgency}")
    if not emergency_number:
        return words("card_action.emergency_without_number")
    return words("card_action.emergency", number=emergency_number)


def list_passages(node: CareCard, words: Words, emergency_number: str) -> Iterator[Passage | Node]:
    """The heading without its id, because it is the beginning of a sentence that the list completes; and the rest."""
    yield Passage(f"{words(f'card.{node.urgency}')}: {describe_action(node, words, emergency_number)}", 3)
    yield from node.content


def render(node: CareCard, html: Html) -> Markup:
    """A section named by its heading, which says the urgency in words before the action."""
    kind = element("span", html.words(f"card.{node.urgency}"), element("span", ":", class_="vh"), class_="kind")
    said = html.inlines(node.action) if node.action else describe_action(node, html.words, html.emergency_number)
    action = element("span", said, class_="action")
    heading = element("h3", join([kind, " ", action]), id=node.anchor)
    body = element("div", html.blocks(node.content))
    return element("section", join([heading, body], "\n"), class_=f"care {node.urgency}", aria_labelledby=node.anchor)
